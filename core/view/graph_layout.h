#pragma once

#include <cstddef>
#include <optional>
#include <vector>

namespace prunescope::view {

/// A box of a graph that is to be drawn.
struct GraphBox {
    std::vector<std::size_t> reads{};  ///< boxes, by position; each of them comes before this one
    double width = 0;
    double height = 0;
};

struct GraphPoint {
    double x = 0;
    double y = 0;
};

/// Where a box stands; y grows downwards.
struct PlacedBox {
    double left = 0;
    double top = 0;
    double width = 0;
    double height = 0;

    double right() const { return left + width; }
    double bottom() const { return top + height; }
    double middle() const { return left + width / 2; }
};

/// From the lower edge of a box to the upper edge of one that reads it.
struct GraphLine {
    std::size_t from = 0;
    std::size_t to = 0;
    std::vector<GraphPoint> points{};
};

struct GraphLayout {
    std::vector<PlacedBox> boxes{};  ///< as they were given
    std::vector<GraphLine> lines{};  ///< one for each box that is read, in the order of the readers
    double width = 0;
    double height = 0;
};

/// The room that is left free.
struct GraphGaps {
    double across = 16;   ///< between lanes
    double between = 28;  ///< between rows
};

/// A drawing from top to bottom of a graph that is a chain with branches, as networks are, in layers
/// (Sugiyama, Tagawa & Toda 1981): a box stands in the row below the last that it reads, and in the lane of
/// that one when it is free. A line over several rows has a lane of its own in all that lie between: boxes do
/// not overlap, and no line meets a box but those that it joins. Of the boxes that read the same one, that
/// with the longest path behind it goes straight on. Nothing for a graph that is too large to be drawn.
std::optional<GraphLayout> layOutGraph(const std::vector<GraphBox>& boxes, const GraphGaps& gaps = {});

}  // namespace prunescope::view
