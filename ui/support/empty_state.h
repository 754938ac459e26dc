#pragma once

#include <QWidget>

class QLabel;
class QPushButton;

namespace prunescope::ui {

/// What a page shows when it has nothing: what it will show, what to do, and the button that does it.
class EmptyState : public QWidget {
    Q_OBJECT
public:
    explicit EmptyState(QWidget* parent = nullptr);
    /// `action` empty: no button.
    void setTexts(const QString& title, const QString& explanation, const QString& action = {});

signals:
    void actionTriggered();

private:
    QLabel* title_;
    QLabel* explanation_;
    QPushButton* button_;
};

}  // namespace prunescope::ui
