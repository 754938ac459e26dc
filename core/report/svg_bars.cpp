// One bar for each layer, its request as a tick, the request for all as a dashed line.

#include "report/svg_chart.h"
#include "report/svg_frame.h"
#include "report/text.h"

#include <fmt/format.h>

#include <algorithm>

namespace prunescope::report {
namespace {

constexpr double pictureWidth = 860;

struct Layout {
    double left = 0;
    double right = 0;
    double top = 0;
    double row = 0;
    double bottom = 0;

    /// Of a share that is no number: the start.
    double x(double share) const { return left + (right - left) * (share > 0 ? std::min(share, 1.0) : 0.0); }
};

Layout layoutOf(const BarChart& chart) {
    double labels = 0;
    double texts = 0;
    for (const Bar& bar : chart.bars) {
        labels = std::max(labels, textWidth(bar.label));
        texts = std::max(texts, textWidth(bar.text));
    }
    Layout l;
    l.left = labels + 12;
    l.right = std::max(pictureWidth - texts - 14, l.left + leastWidth);
    l.top = chart.requestedOverall ? 22 : 8;
    l.row = chart.bars.size() > 16 ? 15 : 24;
    l.bottom = l.top + l.row * static_cast<double>(chart.bars.size());
    return l;
}

std::string axisOf(const Layout& l) {
    std::string svg;
    for (const double share : {0.0, 0.25, 0.5, 0.75, 1.0}) {
        svg += fmt::format("<path class=\"grid\" d=\"M{0} {1}V{2}\"/>\n", coordinate(l.x(share)),
                           coordinate(l.top), coordinate(l.bottom));
        svg += svgText(l.x(share), l.bottom + 16, "middle", "soft", percentText(share, 0));
    }
    return svg;
}

std::string barOf(const Bar& bar, const Layout& l, double top) {
    const double height = l.row * 0.55;
    const double y = top + (l.row - height) / 2;
    const double baseline = top + l.row / 2 + 4;
    std::string svg = svgText(l.left - 8, baseline, "end", "", bar.label);
    svg += fmt::format("<rect x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\" style=\"fill:{}\"/>\n",
                       coordinate(l.left), coordinate(y), coordinate(l.x(bar.share) - l.left),
                       coordinate(height), bar.colour);
    if (bar.requested) {
        svg += fmt::format("<path class=\"request\" d=\"M{0} {1}V{2}\"/>\n", coordinate(l.x(*bar.requested)),
                           coordinate(top + 2), coordinate(top + l.row - 2));
    }
    return svg + svgText(pictureWidth - 4, baseline, "end", "", bar.text);
}

}  // namespace

std::string renderBarChart(const BarChart& source) {
    BarChart chart = source;
    for (Bar& bar : chart.bars) bar.label = shortened(bar.label, 28);
    const Layout l = layoutOf(chart);
    std::string svg = svgOpening(chart.id, chart.title, chart.description, pictureWidth, l.bottom + 24);
    svg += axisOf(l);
    for (std::size_t i = 0; i < chart.bars.size(); ++i) {
        svg += barOf(chart.bars[i], l, l.top + l.row * static_cast<double>(i));
    }
    if (chart.requestedOverall) {
        const double x = l.x(*chart.requestedOverall);
        svg += fmt::format("<path class=\"request\" stroke-dasharray=\"4 3\" d=\"M{0} {1}V{2}\"/>\n",
                           coordinate(x), coordinate(l.top - 4), coordinate(l.bottom));
        svg += svgText(x, l.top - 9, x > pictureWidth / 2 ? "end" : "start", "soft",
                       fmt::format("requested overall {}", percentText(*chart.requestedOverall)));
    }
    return svg + "</svg>\n";
}

}  // namespace prunescope::report
