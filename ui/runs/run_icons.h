#pragma once

#include <QIcon>

class QColor;

namespace prunescope::ui {

/// A run's colour; the ring keeps it apart from that of a selected row.
QIcon swatch(const QColor& colour, const QColor& ring);
/// A triangle with an exclamation mark, which is of the colour of the ground.
QIcon warningSign(const QColor& colour, const QColor& ground);

/// An arrow beside what can be unfolded: to the right, and down once it is open.
QIcon expander(const QColor& colour, bool open);
/// Of the same size, with nothing in it.
QIcon emptyIcon();

}  // namespace prunescope::ui
