#include "report/svg_chart.h"

#include "report/svg_frame.h"
#include "report/text.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <utility>

namespace prunescope::report {
namespace {

constexpr double labelHeight = 14;
constexpr int markRows = 3;
constexpr std::size_t longestLabel = 24;
constexpr double mostXSteps = 13;
/// Whatever names and numbers a record holds, this much is left for the curves.
constexpr double leastHeight = 20;
/// Kept free for labels at the line ends, so that charts above one another share their time axis.
constexpr double usualLabelWidth = 112;

/// Where things stand in the picture, in its own units.
struct Frame {
    double left = 52;
    double right = 0;
    double top = 10;
    double bottom = 0;
    view::Axis x;
    view::Axis y;

    struct PlacedMark {
        double x = 0;
        double centre = 0;  ///< of its label
        int row = 0;        ///< `markRows`: no room for a label
        std::string label{};
    };
    std::vector<PlacedMark> marks{};

    double px(double value) const { return left + (right - left) * x.fractionOf(value); }
    double py(double value) const { return bottom - (bottom - top) * y.fractionOf(value); }
};

std::vector<const Series*> labelled(const LineChart& chart) {
    std::vector<const Series*> all;
    for (const Series& s : chart.series) {
        if (!s.label.empty() && !s.points.empty()) all.push_back(&s);
    }
    return all;
}

/// Labels at the line ends need a line of text each.
bool fitsAtEnds(const LineChart& chart, const Frame& frame) {
    return static_cast<double>(labelled(chart).size()) * labelHeight <= frame.bottom - frame.top;
}

/// Gives each mark's label the first row where it has room, and drops marks that would fall on a line already
/// drawn.
void placeMarks(const LineChart& chart, Frame& f) {
    std::vector<double> occupiedTo(markRows, -1e9);
    double lastX = -1;
    for (const Mark& mark : chart.marks) {
        if (!(mark.epoch >= f.x.range().from && mark.epoch <= f.x.range().to)) continue;
        const double x = f.px(mark.epoch);
        std::string label = shortened(mark.label, longestLabel);
        const double half = textWidth(label) / 2;
        const double centre = std::max(half + 2, std::min(x, chart.width - half - 2));
        const auto row = std::find_if(occupiedTo.begin(), occupiedTo.end(),
                                      [&](double taken) { return centre - half > taken + 6; });
        if (row == occupiedTo.end() && std::round(x) == std::round(lastX)) continue;
        if (row != occupiedTo.end()) *row = centre + half;
        lastX = x;
        f.marks.push_back({x, centre, static_cast<int>(row - occupiedTo.begin()), std::move(label)});
    }
}

Frame frameOf(const LineChart& chart) {
    const auto yKind = chart.yIsShare ? view::AxisKind::percent : view::AxisKind::plain;
    const auto xRange = chart.x.to > chart.x.from ? chart.x : view::Range{0, 1};
    Frame frame{.x = view::Axis::within(view::AxisKind::plain, xRange, mostXSteps),
                .y = view::Axis::around(yKind, chart.y, std::max(2, chart.height / 45 - 1))};
    for (const double tick : frame.y.ticks()) {
        frame.left = std::max(frame.left, textWidth(frame.y.textOf(tick)) + 14);
    }
    frame.bottom = chart.height - 38;
    frame.right = chart.width - 12;
    double widest = usualLabelWidth;
    if (fitsAtEnds(chart, frame)) {
        for (const Series* s : labelled(chart)) {
            widest = std::max(widest, textWidth(shortened(s->label, longestLabel)));
        }
    }
    frame.right = std::max(frame.right - widest - 6, frame.left + leastWidth);
    placeMarks(chart, frame);
    int rows = 0;
    for (const auto& mark : frame.marks) rows = std::max(rows, std::min(mark.row + 1, markRows));
    frame.top += rows * labelHeight;
    frame.bottom = std::max(frame.bottom, frame.top + leastHeight);
    return frame;
}

std::string gridOf(const Frame& f) {
    std::string svg;
    for (const double tick : f.y.ticks()) {
        const double y = f.py(tick);
        svg += fmt::format("<path class=\"grid\" d=\"M{} {}H{}\"/>\n", coordinate(f.left), coordinate(y),
                           coordinate(f.right));
        svg += svgText(f.left - 8, y + 4, "end", "soft", f.y.textOf(tick));
    }
    for (const double tick : f.x.ticks()) {
        const double x = f.px(tick);
        svg += fmt::format("<path class=\"axis\" d=\"M{} {}v4\"/>\n", coordinate(x), coordinate(f.bottom));
        svg += svgText(x, f.bottom + 17, "middle", "soft", f.x.textOf(tick));
    }
    svg += fmt::format("<path class=\"axis\" d=\"M{} {}H{}\"/>\n", coordinate(f.left), coordinate(f.bottom),
                       coordinate(f.right));
    return svg + svgText(f.right, f.bottom + 32, "end", "soft", "epoch");
}

std::string pathOf(const std::vector<view::Point>& points, const Frame& f) {
    std::string d;
    bool drawing = false;
    for (std::size_t i = 0; i < points.size(); ++i) {
        if (!std::isfinite(points[i].y)) {
            drawing = false;
            continue;
        }
        const bool lonely = !drawing && (i + 1 == points.size() || !std::isfinite(points[i + 1].y));
        // Values far outside the axis are clipped anyway, and must stay numbers that every viewer can read.
        const double y = std::clamp(f.py(points[i].y), -1e5, 1e5);
        d += fmt::format("{}{} {}", drawing ? 'L' : 'M', coordinate(f.px(points[i].x)), coordinate(y));
        if (lonely) d += "h0.1";
        drawing = true;
    }
    return d;
}

std::string dotsOf(const Series& series, const std::vector<view::Point>& points, const Frame& f) {
    std::string svg;
    for (const auto& p : points) {
        if (!std::isfinite(p.y) || p.y < f.y.range().from || p.y > f.y.range().to) continue;
        svg += fmt::format("<circle cx=\"{}\" cy=\"{}\" r=\"3\" style=\"fill:{}\"/>\n", coordinate(f.px(p.x)),
                           coordinate(f.py(p.y)), series.colour);
    }
    return svg;
}

std::string_view lineClass(LineStyle style) {
    switch (style) {
        case LineStyle::broad:
            return "line broad";
        case LineStyle::dashed:
            return "line dashed";
        case LineStyle::faint:
            return "line faint";
        case LineStyle::solid:
        case LineStyle::dots:
            break;
    }
    return "line";
}

std::string curveOf(const LineChart& chart, const Series& series, const Frame& f) {
    // Many lines lie close together; fewer points each keep the page small.
    const double pixels = f.right - f.left;
    const double share = 8 * pixels / static_cast<double>(chart.series.size());
    const double columns = std::max(leastWidth, std::min(share, pixels));
    const auto points = view::minMaxThinned(series.points, f.x.range().from, f.x.range().to,
                                            static_cast<std::size_t>(columns));
    if (series.style == LineStyle::dots) return dotsOf(series, points, f);
    const std::string d = pathOf(points, f);
    if (d.empty()) return "";
    return fmt::format("<path class=\"{}\" style=\"stroke:{}\" d=\"{}\"/>\n", lineClass(series.style),
                       series.colour, d);
}

/// The height of each label, moved apart so that none covers another.
std::vector<double> spreadOut(std::vector<double> wanted, double top, double bottom) {
    for (std::size_t i = 1; i < wanted.size(); ++i)
        wanted[i] = std::max(wanted[i], wanted[i - 1] + labelHeight);
    double limit = bottom;
    for (std::size_t i = wanted.size(); i-- > 0;) {
        wanted[i] = std::max(top, std::min(wanted[i], limit));
        limit = wanted[i] - labelHeight;
    }
    return wanted;
}

double lastFiniteY(const Series& series, const Frame& f) {
    for (auto p = series.points.rbegin(); p != series.points.rend(); ++p) {
        if (std::isfinite(p->y)) return std::clamp(f.py(p->y), f.top, f.bottom);
    }
    return f.bottom;
}

std::string swatch(const Series& series, double x, double y) {
    return fmt::format("<circle cx=\"{}\" cy=\"{}\" r=\"3.5\" style=\"fill:{}\"{}/>\n", coordinate(x),
                       coordinate(y - 4), series.colour,
                       series.style == LineStyle::faint ? " opacity=\"0.45\"" : "");
}

std::string endLabels(const LineChart& chart, const Frame& f) {
    struct Label {
        const Series* series;
        double y;
    };
    std::vector<Label> labels;
    for (const Series* s : labelled(chart)) labels.push_back({s, lastFiniteY(*s, f) + 4});
    std::stable_sort(labels.begin(), labels.end(), [](const Label& a, const Label& b) { return a.y < b.y; });
    std::vector<double> wanted;
    wanted.reserve(labels.size());
    for (const Label& label : labels) wanted.push_back(label.y);
    const auto heights = spreadOut(std::move(wanted), f.top + 4, f.bottom + 4);
    std::string svg;
    for (std::size_t i = 0; i < labels.size(); ++i) {
        svg += swatch(*labels[i].series, f.right + 9, heights[i]);
        svg +=
            svgText(f.right + 17, heights[i], "start", "", shortened(labels[i].series->label, longestLabel));
    }
    return svg;
}

/// Many layers: their colours from first to last, with the names of those two.
std::string colourRow(const LineChart& chart, const Frame& f) {
    auto all = labelled(chart);
    std::erase_if(all, [](const Series* s) { return s->style == LineStyle::dashed; });
    if (all.empty()) return "";
    double x = f.left;
    const double y = f.bottom + 32;
    const std::string first = shortened(all.front()->label, longestLabel);
    std::string svg = svgText(x, y, "start", "", first);
    x += textWidth(first) + 8;
    constexpr std::size_t mostColours = 110;  // two units wide each
    const std::size_t step = (all.size() + mostColours - 1) / mostColours;
    const double each = std::clamp(220.0 / static_cast<double>(all.size()), 2.0, 14.0);
    for (std::size_t i = 0; i < all.size(); i += step) {
        const Series* s = all[i];
        svg += fmt::format("<rect x=\"{}\" y=\"{}\" width=\"{}\" height=\"9\" style=\"fill:{}\"/>\n",
                           coordinate(x), coordinate(y - 9), coordinate(each), s->colour);
        x += each;
    }
    return svg + svgText(x + 8, y, "start", "", shortened(all.back()->label, longestLabel));
}

std::string marksOf(const Frame& f) {
    std::string svg;
    for (const auto& mark : f.marks) {
        // Without room for its label a line still stands; its title and the event log name it.
        const bool named = mark.row < markRows;
        const double labelY = 11 + labelHeight * mark.row;
        svg +=
            fmt::format("<path class=\"mark\" d=\"M{} {}V{}\"><title>{}</title></path>\n", coordinate(mark.x),
                        coordinate(named ? labelY + 4 : f.top), coordinate(f.bottom), escaped(mark.label));
        if (named) svg += svgText(mark.centre, labelY, "middle", "mark-label", mark.label);
    }
    return svg;
}

}  // namespace

std::string renderLineChart(const LineChart& chart) {
    const Frame f = frameOf(chart);
    std::string svg = svgOpening(chart.id, chart.title, chart.description, chart.width, chart.height);
    svg += gridOf(f);
    svg += marksOf(f);
    svg += fmt::format(
        "<clipPath id=\"{}-clip\"><rect x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\"/></clipPath>\n<g "
        "clip-path=\"url(#{}-clip)\">\n",
        chart.id, coordinate(f.left - 4), coordinate(f.top - 4), coordinate(f.right - f.left + 8),
        coordinate(f.bottom - f.top + 8), chart.id);
    for (const Series& series : chart.series) svg += curveOf(chart, series, f);
    svg += "</g>\n";
    if (!labelled(chart).empty()) svg += fitsAtEnds(chart, f) ? endLabels(chart, f) : colourRow(chart, f);
    return svg + "</svg>\n";
}

}  // namespace prunescope::report
