#include "ui/window/hand.h"

#include "ui/window/waiting.h"

#include <QCheckBox>
#include <QMainWindow>
#include <QMenu>
#include <QMenuBar>
#include <QProcess>
#include <QScrollArea>
#include <QScrollBar>
#include <vector>

namespace prunescope::test {
namespace {

QStringList words(const char* text) {
    return QString::fromLatin1(text).split(QLatin1Char(' '));
}

QStringList moveTo(QPoint place) {
    return {QStringLiteral("mousemove"), QString::number(place.x()), QString::number(place.y())};
}

struct Answer {
    int status = -1;
    QString output;
    QString error;
};

Answer ask(const QStringList& arguments) {
    QProcess process;
    process.start(QStringLiteral("xdotool"), arguments);
    if (!process.waitForFinished(60'000)) throw std::runtime_error("xdotool does not answer");
    return {process.exitCode(), QString::fromUtf8(process.readAllStandardOutput()).trimmed(),
            QString::fromUtf8(process.readAllStandardError())};
}

QPoint centreOf(const QWidget& widget) {
    return widget.mapToGlobal(widget.visibleRegion().boundingRect().center());
}

/// A box to tick may be wider than its text, and takes a click on box and text alone.
QPoint placeToClick(const QWidget& widget) {
    if (qobject_cast<const QCheckBox*>(&widget) == nullptr) return centreOf(widget);
    return widget.mapToGlobal(QPoint(widget.height() / 2, widget.height() / 2));
}

bool leadsTo(const QMenu& menu, const QAction& action, std::vector<const QMenu*>& path) {
    path.push_back(&menu);
    for (const QAction* entry : menu.actions()) {
        if (entry == &action) return true;
        if (const QMenu* sub = entry->menu(); sub != nullptr && leadsTo(*sub, action, path)) return true;
    }
    path.pop_back();
    return false;
}

std::vector<const QMenu*> menusTo(const QMenuBar& bar, const QAction& action) {
    std::vector<const QMenu*> path;
    for (const QAction* entry : bar.actions()) {
        if (entry->menu() != nullptr && leadsTo(*entry->menu(), action, path)) break;
    }
    return path;
}

}  // namespace

void Hand::xdotool(const QStringList& arguments) const {
    const Answer answer = ask(arguments);
    if (answer.status == 0) return;
    throw std::runtime_error("xdotool " + arguments.join(QLatin1Char(' ')).toStdString() + ": " +
                             answer.error.toStdString());
}

void Hand::click(QPoint place) {
    ++actions_;
    xdotool(moveTo(place) + words("click 1"));
}

void Hand::doubleClick(QPoint place) {
    ++actions_;
    xdotool(moveTo(place) + words("click --repeat 2 --delay 50 1"));
}

void Hand::drag(QPoint from, QPoint to) {
    ++actions_;
    xdotool(moveTo(from) + words("mousedown 1"));
    constexpr int moves = 10;
    for (int k = 1; k <= moves; ++k) xdotool(moveTo(from + (to - from) * k / moves));
    xdotool(words("mouseup 1"));
}

void Hand::scrollDown(QPoint place) {
    xdotool(moveTo(place) + words("click 5"));
}

void Hand::press(const QString& keys) {
    ++actions_;
    xdotool({QStringLiteral("key"), keys});
}

void Hand::type(const QString& text) {
    ++actions_;
    xdotool({QStringLiteral("type"), QStringLiteral("--delay"), QStringLiteral("5"), text});
}

void Hand::click(const QWidget& widget) {
    waitInWindow(widget.objectName().toStdString() + " can be clicked",
                 [&] { return widget.isEnabled() && !widget.visibleRegion().isEmpty(); });
    click(inWindow([&] { return placeToClick(widget); }));
}

void Hand::fill(const QWidget& field, const QString& text) {
    click(field);
    press(QStringLiteral("ctrl+a"));
    type(text);
}

void Hand::chooseFromMenus(const QWidget& window, const QAction& action) {
    const auto* bar = static_cast<const QMainWindow&>(window).menuBar();
    const auto path = inWindow([&] { return menusTo(*bar, action); });
    if (path.empty()) throw std::runtime_error("no menu holds " + action.objectName().toStdString());
    click(inWindow([&] { return bar->mapToGlobal(bar->actionGeometry(path[0]->menuAction()).center()); }));
    for (std::size_t depth = 0; depth < path.size(); ++depth) {
        const QMenu* menu = path[depth];
        waitInWindow("a menu opens", [&] { return menu->isVisible(); });
        const QAction* next = depth + 1 < path.size() ? path[depth + 1]->menuAction() : &action;
        click(inWindow(
            [&] { return menu->mapToGlobal(menu->actionGeometry(const_cast<QAction*>(next)).center()); }));
    }
    waitInWindow("the menu closes", [&] { return !path[0]->isVisible(); });
}

void Hand::scrollTo(const QWidget& widget) {
    const auto* area = inWindow([&] {
        const QWidget* up = &widget;
        while (up != nullptr && qobject_cast<const QScrollArea*>(up) == nullptr) up = up->parentWidget();
        return static_cast<const QScrollArea*>(up);
    });
    if (area == nullptr) throw std::runtime_error("nothing scrolls " + widget.objectName().toStdString());
    const QScrollBar* bar = area->verticalScrollBar();
    const auto isWhole = [&] { return widget.visibleRegion().boundingRect() == widget.rect(); };
    while (!inWindow(isWhole)) {
        const int before = inWindow([&] { return bar->value(); });
        if (inWindow([&] { return before == bar->maximum(); })) {
            throw std::runtime_error(widget.objectName().toStdString() + " cannot be scrolled into view");
        }
        scrollDown(inWindow([&] { return centreOf(*bar); }));
        waitInWindow("the page scrolls", [&] { return bar->value() != before; });
    }
}

QString Hand::windowTitled(const QString& title) const {
    const QString pattern = QStringLiteral("^%1$").arg(title);
    return ask(words("search --onlyvisible --name") + QStringList{pattern})
        .output.section(QLatin1Char('\n'), 0, 0);
}

void Hand::activate(const QString& window) {
    xdotool({QStringLiteral("windowactivate"), window});
}

QString Hand::activeWindow() const {
    return ask(words("getactivewindow")).output;
}

}  // namespace prunescope::test
