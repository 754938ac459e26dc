#pragma once

#include <vector>

class QWidget;

namespace prunescope::ui {

/// Every control of a window that the Tab key shall reach now, in reading order: by where it stands, not by
/// when it was made, so that fields that come and go keep their place and no control is left out.
std::vector<QWidget*> tabStops(const QWidget& root);

/// Gives the focus to the stop after (or before) the one that has it, from the last to the first. False when
/// there is none.
bool moveFocus(QWidget& root, bool forward);

/// Gives the focus and scrolls to where it is.
void focusStop(QWidget& stop, bool forward);

}  // namespace prunescope::ui
