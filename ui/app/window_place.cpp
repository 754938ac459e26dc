#include "ui/app/window_place.h"

#include <QMainWindow>
#include <QSettings>
#include <QStyle>
#include <algorithm>

namespace prunescope::ui {
namespace {

const QString placeKey = QStringLiteral("window/place");
const QString stateKey = QStringLiteral("window/state");
constexpr Qt::WindowStates large = Qt::WindowMaximized | Qt::WindowFullScreen;

/// A screen without what a frame takes around a window, which has one only when it is shown.
QRect withoutFrame(const QRect& screen, const QStyle& style) {
    const int border = style.pixelMetric(QStyle::PM_MdiSubWindowFrameWidth);
    return screen.adjusted(border, style.pixelMetric(QStyle::PM_TitleBarHeight), -border, -border);
}

QRect inside(const QRect& wanted, const QRect& room) {
    const QSize size = wanted.size().boundedTo(room.size());
    const int x = std::clamp(wanted.x(), room.left(), room.right() + 1 - size.width());
    const int y = std::clamp(wanted.y(), room.top(), room.bottom() + 1 - size.height());
    return {QPoint(x, y), size};
}

}  // namespace

void savePlace(const QMainWindow& window, QSettings& settings) {
    settings.setValue(placeKey, (window.windowState() & large) ? window.normalGeometry() : window.geometry());
    settings.setValue(stateKey, static_cast<int>(window.windowState() & large));
}

void restorePlace(QMainWindow& window, const QSettings& settings, const QRect& screen) {
    const QRect room = withoutFrame(screen, *window.style());
    const QRect place = settings.value(placeKey).toRect();
    // The size that it goes back to fits the screen, too.
    window.setWindowState(window.windowState() & ~large);
    if (place.isValid()) {
        window.setGeometry(inside(place, room));
    } else {
        // Where a new window comes to stand is the desktop's affair.
        window.resize(window.size().boundedTo(room.size()));
    }
    const auto state = Qt::WindowStates::fromInt(settings.value(stateKey).toInt()) & large;
    if (state) window.setWindowState(window.windowState() | state);
}

}  // namespace prunescope::ui
