#include "ui/charts/plot_frame.h"

#include "ui/charts/chart_plot.h"

#include <QChart>

namespace prunescope::ui {

std::optional<PlotFrame> frameOf(ChartPlot& plot) {
    const ChartAxes& axes = plot.axes();
    const auto y = axes.shownY();
    if (!y || axes.isLogarithmic()) return std::nullopt;
    const double factor = axes.isShare() ? 100 : 1;
    return PlotFrame{.area = plot.chart().plotArea(),
                     .from = axes.from(),
                     .to = axes.to(),
                     .low = y->first / factor,
                     .high = y->second / factor};
}

}  // namespace prunescope::ui
