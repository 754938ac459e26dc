#pragma once

#include <QRect>

class QMainWindow;
class QSettings;

namespace prunescope::ui {

/// What is kept of the window itself from one start to the next: its place, its size.
void savePlace(const QMainWindow& window, QSettings& settings);

/// Brings it back on a screen with this free room, which may be smaller than the one before: the window ends
/// up inside, and as it was only as far as it fits.
void restorePlace(QMainWindow& window, const QSettings& settings, const QRect& screen);

}  // namespace prunescope::ui
