#pragma once

#include <QRect>

class QMainWindow;
class QSettings;

namespace prunescope::ui {

/// What is kept of the window from one start to the next: its place, its size, how its panes are arranged.
void saveLayout(const QMainWindow& window, QSettings& settings);

/// Brings it back on a screen with this free room, which may be smaller than the one before: the window ends
/// up inside, and as it was only as far as it fits.
void restoreLayout(QMainWindow& window, const QSettings& settings, const QRect& screen);

}  // namespace prunescope::ui
