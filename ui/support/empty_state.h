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
    /// Whether the button is there at all: not while the same one stands elsewhere in the window.
    void offerAction(bool offered);

signals:
    void actionTriggered();

private:
    QLabel* title_;
    QLabel* explanation_;
    QPushButton* button_;
    bool offered_ = true;
};

}  // namespace prunescope::ui
