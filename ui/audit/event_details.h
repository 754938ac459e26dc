#pragma once

#include "run/records.h"

#include <QWidget>

class QLabel;
class QPlainTextEdit;

namespace prunescope::ui {

/// One event whole: what, when, who, why, and what it changed, with the recorded JSON before and after.
class EventDetails : public QWidget {
    Q_OBJECT
public:
    explicit EventDetails(QWidget* parent = nullptr);
    /// `event` null: nothing is selected.
    void show(const run::AuditEvent* event, const QString& change);
    void retranslate();

private:
    QLabel* title_;
    QLabel* moment_;
    QLabel* reason_;
    QLabel* change_;
    QWidget* texts_;
    QLabel* beforeLabel_;
    QLabel* afterLabel_;
    QPlainTextEdit* before_;
    QPlainTextEdit* after_;
};

}  // namespace prunescope::ui
