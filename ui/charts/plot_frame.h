#pragma once

#include <QRectF>
#include <optional>

namespace prunescope::ui {

class ChartPlot;

/// Where the plot of a chart lies in its picture and what its axes show, for what lies over it.
struct PlotFrame {
    QRectF area;      ///< pixels of the picture
    double from = 0;  ///< in the unit of the time axis, at its left edge
    double to = 0;    ///< at its right edge
    double low = 0;   ///< a value as the curves have it, at its foot
    double high = 0;  ///< at its top
};

/// Nothing while the axes have yet to be drawn, and on a logarithmic y axis.
std::optional<PlotFrame> frameOf(ChartPlot& plot);

}  // namespace prunescope::ui
