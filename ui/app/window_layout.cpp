#include "ui/app/window_layout.h"

#include <QMainWindow>
#include <QSettings>
#include <algorithm>

namespace prunescope::ui {
namespace {

const QString geometryKey = QStringLiteral("window/geometry");
const QString layoutKey = QStringLiteral("window/layout");

QRect inside(const QRect& wanted, const QRect& room) {
    const QSize size = wanted.size().boundedTo(room.size());
    const int x = std::clamp(wanted.x(), room.left(), room.right() + 1 - size.width());
    const int y = std::clamp(wanted.y(), room.top(), room.bottom() + 1 - size.height());
    return {QPoint(x, y), size};
}

}  // namespace

void saveLayout(const QMainWindow& window, QSettings& settings) {
    settings.setValue(geometryKey, window.saveGeometry());
    settings.setValue(layoutKey, window.saveState());
}

void restoreLayout(QMainWindow& window, const QSettings& settings, const QRect& room) {
    if (!window.restoreGeometry(settings.value(geometryKey).toByteArray())) {
        // Where a new window comes to stand is the desktop's affair.
        window.resize(window.size().boundedTo(room.size()));
        window.restoreState(settings.value(layoutKey).toByteArray());
        return;
    }
    const Qt::WindowStates large = window.windowState() & (Qt::WindowMaximized | Qt::WindowFullScreen);
    const QRect wanted = large ? window.normalGeometry() : window.geometry();
    // Qt keeps a layout that does not fit aside while a window is about to be maximised, and takes it again
    // at every later change, with separators that no longer exist: the program dies. So the window first has
    // its panes at a size that fits the screen, and only then becomes large.
    window.setWindowState(window.windowState() & ~large);
    window.setGeometry(inside(wanted, room));
    window.restoreState(settings.value(layoutKey).toByteArray());
    window.setWindowState(window.windowState() | large);
}

}  // namespace prunescope::ui
