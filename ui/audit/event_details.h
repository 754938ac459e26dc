#pragma once

#include "run/audit_event.h"

#include <QWidget>

class QLabel;
class QPlainTextEdit;
class QToolButton;

namespace prunescope::ui {

/// One event whole: what, when, who, why, what it changed and what came of it; the recorded JSON before and
/// after can be unfolded.
class EventDetails : public QWidget {
    Q_OBJECT
public:
    explicit EventDetails(QWidget* parent = nullptr);
    /// `event` null: nothing is selected.
    /// `effect`: what was measured before and after; empty when there is nothing to tell.
    void show(const run::AuditEvent* event, const QString& change, const QString& effect);
    void retranslate();

private:
    void showJson();

    bool hasJson_ = false;
    QLabel* title_;
    QLabel* moment_;
    QLabel* reason_;
    QLabel* change_;
    QLabel* effect_;
    QToolButton* unfold_;
    QWidget* texts_;
    QLabel* beforeLabel_;
    QLabel* afterLabel_;
    QPlainTextEdit* before_;
    QPlainTextEdit* after_;
};

}  // namespace prunescope::ui
