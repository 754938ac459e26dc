#pragma once

#include <QPoint>
#include <QString>
#include <QStringList>

class QAction;
class QWidget;

namespace prunescope::test {

/// A user's hand on mouse and keyboard: real events of the X server. Returns before the window has seen them.
class Hand {
public:
    void click(QPoint place);
    void doubleClick(QPoint place);
    void drag(QPoint from, QPoint to);
    void scrollDown(QPoint place);
    /// "ctrl+z", "Return", "F10"
    void press(const QString& keys);
    void type(const QString& text);

    /// In the middle of what can be seen of it; waits until it can be seen and used.
    void click(const QWidget& widget);
    /// Opens the menus that lead to it, one after the other, with the mouse.
    void chooseFromMenus(const QWidget& window, const QAction& action);
    /// Replaces what is in a field.
    void fill(const QWidget& field, const QString& text);
    /// Turns the wheel over the scroll bar until all of the widget can be seen.
    void scrollTo(const QWidget& widget);

    /// Clicks, keys and texts since they were forgotten.
    int actions() const { return actions_; }
    void forgetActions() { actions_ = 0; }

    /// Another program's window by its title; empty while there is none.
    QString windowTitled(const QString& title) const;
    void activate(const QString& window);
    QString activeWindow() const;

private:
    void xdotool(const QStringList& arguments) const;

    int actions_ = 0;
};

}  // namespace prunescope::test
