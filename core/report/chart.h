#pragma once

#include "base/text.h"
#include "report/summary.h"
#include "view/axis.h"
#include "view/min_max.h"
#include "view/palette.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

/// The pictures of a document as data: what is drawn, not how.
namespace prunescope::report {

/// What a colour stands for; each ground has its own shade of it.
struct Colour {
    enum class Kind : std::uint8_t { series, layer, ink, soft };
    Kind kind = Kind::ink;
    std::size_t number = 0;  ///< of the series, or of the layer among the prunable ones

    static Colour of(view::Series series) { return {Kind::series, static_cast<std::size_t>(series)}; }
    static Colour ofLayer(std::size_t layer) { return {Kind::layer, layer}; }
    bool operator==(const Colour&) const = default;
};

enum class LineStyle : std::uint8_t { solid, broad, dashed, faint, dots };

struct Series {
    Text label;  ///< empty: drawn without one
    Colour colour;
    LineStyle style = LineStyle::solid;
    std::vector<view::Point> points{};  ///< x in epochs, rising
};

/// Curves over the epochs of a run. Lengths are units of the picture, of which `chartFont` is a letter's
/// height.
struct LineChart {
    std::string id;    ///< unique in the document
    Text title;        ///< read out in place of the picture
    Text description;  ///< likewise, in a sentence
    view::Range x{};   ///< epochs, or what `xTitle` says
    Text xTitle = Text::of("epoch");
    view::Range y{};        ///< widened to the next labels
    bool yIsShare = false;  ///< labels in per cent
    std::vector<Series> series{};
    std::vector<Mark> marks{};
    int width = 860;
    int height = 280;
};

struct Bar {
    std::string label;
    Colour colour;
    double share = 0;  ///< in [0, 1]
    Text text;         ///< printed right of the bars
    std::optional<double> requested{};
};

/// Horizontal bars on an axis from 0 to 100 %.
struct BarChart {
    std::string id;
    Text title;
    Text description;
    std::vector<Bar> bars{};
    std::optional<double> requestedOverall{};  ///< a dashed line through all bars
};

}  // namespace prunescope::report
