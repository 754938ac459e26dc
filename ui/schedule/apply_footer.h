#pragma once

#include <QWidget>
#include <string>

class QLabel;
class QLineEdit;
class QPushButton;

namespace prunescope::ui {

/// The foot of the schedule: what Apply would do at once, why it is done, Revert and Apply.
class ApplyFooter : public QWidget {
    Q_OBJECT
public:
    explicit ApplyFooter(QWidget* parent);

    /// What happens in the moment of Apply; empty: nothing.
    void showConsequences(const QString& text);
    /// Without spaces around it.
    std::string reason() const;
    void clearReason();
    void askReason();
    /// Which buttons can be pressed. The focus of one that no longer can goes to `heir`: on to the next
    /// control it may come to Pause at the other end of the window, and a field of text would take Ctrl+Z.
    void enable(bool revert, bool apply, QWidget& heir);
    void retranslate();

signals:
    void applyRequested();
    void revertRequested();

private:
    QLabel* atOnce_;
    QLineEdit* reason_;
    QPushButton *revert_, *apply_;
};

}  // namespace prunescope::ui
