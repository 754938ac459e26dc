#pragma once

#include "report/chart.h"
#include "report/phrase.h"

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

/// A picture as lines, texts and patches: what a page and a sheet both draw. The origin is the top left
/// corner; y grows downwards.
namespace prunescope::report {

/// Height of the letters in a picture, in its units.
inline constexpr double chartFont = 12;

/// A line through points; where there are several pieces, it is broken between them.
struct Stroke {
    enum class Kind : std::uint8_t {
        grid,
        axis,
        mark,     ///< a moment, dotted
        request,  ///< what was asked for
        requestOfAll,
        curve
    };
    Kind kind = Kind::grid;
    LineStyle style = LineStyle::solid;  ///< of a curve
    Colour colour{};                     ///< of a curve
    std::vector<std::vector<view::Point>> pieces;
    std::string title{};  ///< shown where a pointer can rest
};

struct Dot {
    view::Point centre;
    double radius = 3;
    Colour colour{};
    bool faint = false;
};

struct Patch {
    double x = 0;
    double y = 0;
    double width = 0;
    double height = 0;
    Colour colour{};
};

struct Label {
    enum class Anchor : std::uint8_t { start, middle, end };
    view::Point baseline;
    Anchor anchor = Anchor::start;
    Colour colour{};
    bool overCurves = false;  ///< stands out from what it lies on
    std::string text;
};

using Shape = std::variant<Stroke, Dot, Patch, Label>;

struct Scene {
    std::string id;
    std::string title;
    std::string description;
    double width = 0;
    double height = 0;
    std::vector<Shape> below{};   ///< grid and marks
    std::vector<Shape> curves{};  ///< nothing of them is drawn outside `clip`
    Patch clip{};
    std::vector<Shape> above{};  ///< labels
};

/// What a text takes in units of a picture.
using Measure = std::function<double(std::string_view text)>;

/// For a page whose letters are not known, close enough to keep labels apart.
double usualWidth(std::string_view text);

/// Each series is thinned to at most two points per unit, fewer where there are many; what lies outside `y`
/// is clipped. Series are labelled at their right ends; where these labels would not fit, in a row below.
Scene sceneOf(const LineChart& chart, const Language& language, const Measure& measure = usualWidth);
Scene sceneOf(const BarChart& chart, const Language& language, const Measure& measure = usualWidth);

/// Some of the bars, in the places that they have among all: [from, to).
Scene sceneOfBars(const BarChart& chart, const Language& language, const Measure& measure, std::size_t from,
                  std::size_t to);
/// As many bars as a picture of that height has room for.
std::size_t barsIn(const BarChart& chart, double height);

/// The text, cut to `most` characters with an ellipsis.
std::string shortened(const std::string& text, std::size_t most);

}  // namespace prunescope::report
