#pragma once

#include "report/summary.h"
#include "view/axis.h"
#include "view/min_max.h"

#include <string>
#include <vector>

namespace prunescope::report {

enum class LineStyle { solid, broad, dashed, faint, dots };

struct Series {
    std::string label;   ///< empty: drawn without one
    std::string colour;  ///< any CSS colour
    LineStyle style = LineStyle::solid;
    std::vector<view::Point> points{};  ///< x in epochs, rising
};

/// Curves over the epochs of a run. Rendered as one inline SVG whose colours follow the page's light or dark
/// variables; it names no external resource.
struct LineChart {
    std::string id;           ///< unique on the page
    std::string title;        ///< read out in place of the picture
    std::string description;  ///< likewise, in a sentence
    view::Range x{};          ///< epochs
    view::Range y{};          ///< widened to the next labels
    bool yIsShare = false;    ///< labels in per cent
    std::vector<Series> series{};
    std::vector<Mark> marks{};
    int width = 860;
    int height = 280;
};

/// Each series is thinned to at most two points per pixel, fewer where there are many; what lies outside `y`
/// is clipped. Series are labelled at their right ends; where these labels would not fit, in a row below.
std::string renderLineChart(const LineChart& chart);

struct Bar {
    std::string label;
    std::string colour;
    double share = 0;  ///< in [0, 1]
    std::string text;  ///< printed right of the bars
    std::optional<double> requested{};
};

/// Horizontal bars on an axis from 0 to 100 %.
struct BarChart {
    std::string id;
    std::string title;
    std::string description;
    std::vector<Bar> bars{};
    std::optional<double> requestedOverall{};  ///< a dashed line through all bars
};

std::string renderBarChart(const BarChart& chart);

}  // namespace prunescope::report
