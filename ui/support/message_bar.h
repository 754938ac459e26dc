#pragma once

#include <QFrame>
#include <QTimer>
#include <functional>

class QHBoxLayout;
class QLabel;
class QPushButton;
class QToolButton;

namespace prunescope::ui {

class Theme;

/// One line (or a few) at the place where something went wrong: what, where, how to mend it. Hidden when
/// empty. What is only good to know fades by itself after some seconds; warnings and errors stay.
///
/// A bar in a layout takes room while it is there, so it waits until no button of the mouse is down: nothing
/// moves under a press. One that may come at any moment belongs into a `MessageOverlay`, where it moves
/// nothing.
class MessageBar : public QFrame {
    Q_OBJECT
public:
    enum class Kind { information, warning, error };
    /// Says the message in the window's language, again whenever that changes.
    using Words = std::function<QString()>;

    explicit MessageBar(Theme& theme, QWidget* parent = nullptr);
    /// In the language of now: for a caller that shows it again in another one.
    void show(Kind kind, const QString& text);
    void show(Kind kind, Words words);
    void clear();
    QString text() const;
    /// A button beside the text; the caller names it and says what it does. A bar that offers one does not
    /// fade.
    QPushButton* addButton();
    /// Adds a button that clears the bar.
    void addDismissButton();
    /// How long a message that is only good to know stays; 0: until another takes its place.
    void setFadeMs(int ms) { fade_.setInterval(ms); }

protected:
    void changeEvent(QEvent* event) override;

private:
    void display(Kind kind, const QString& text);
    void appear();
    void fade();
    bool asks() const;  ///< offers a button: it waits for an answer
    void restyle();
    void nameDismissButton();

    Theme& theme_;
    Kind kind_ = Kind::information;
    Words words_;
    QLabel* symbol_;
    QLabel* text_;
    QHBoxLayout* row_;
    QToolButton* dismiss_ = nullptr;
    QTimer fade_;
    QTimer release_;  ///< waits until the mouse is let go
};

}  // namespace prunescope::ui
