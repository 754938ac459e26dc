#include "view/graph_layout.h"

#include <algorithm>
#include <numeric>
#include <utility>

namespace prunescope::view {
namespace {

constexpr std::size_t mostBoxes = 4000;
constexpr std::size_t mostPassedRows = 100'000;  ///< by all lines together

/// Places in a grid of rows and lanes.
class GraphGrid {
public:
    explicit GraphGrid(const std::vector<GraphBox>& boxes) : boxes_(boxes) {
        findRows();
        findReach();
    }

    bool isDrawable() const {
        std::size_t passed = 0;
        for (std::size_t to = 0; to < boxes_.size(); ++to) {
            for (const std::size_t from : boxes_[to].reads) passed += row[to] - row[from] - 1;
        }
        return boxes_.size() <= mostBoxes && passed <= mostPassedRows;
    }

    void placeBoxes() {
        taken_.resize(rows());
        lane.resize(boxes_.size());
        std::vector<std::size_t> order(boxes_.size());
        std::iota(order.begin(), order.end(), std::size_t{0});
        std::stable_sort(order.begin(), order.end(), [this](std::size_t a, std::size_t b) {
            return std::pair(row[a], reach_[b]) < std::pair(row[b], reach_[a]);
        });
        for (const std::size_t box : order) {
            lane[box] = freeLane(row[box], row[box], {laneAbove(box)});
            take(row[box], row[box], lane[box]);
        }
    }

    /// The lane of a line in the rows between its boxes; that of its reader where there are none.
    std::vector<std::size_t> placeLines(const std::vector<GraphLine>& lines) {
        std::vector<std::size_t> order(lines.size());
        std::iota(order.begin(), order.end(), std::size_t{0});
        // Short ones stay near, so that long ones go around them.
        std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
            return row[lines[a].to] - row[lines[a].from] < row[lines[b].to] - row[lines[b].from];
        });
        std::vector<std::size_t> lanes(lines.size());
        for (const std::size_t line : order) {
            const auto [from, to] = std::pair(lines[line].from, lines[line].to);
            if (row[to] - row[from] < 2) {
                lanes[line] = lane[to];
                continue;
            }
            lanes[line] = freeLane(row[from] + 1, row[to] - 1, {lane[from], lane[to]});
            take(row[from] + 1, row[to] - 1, lanes[line]);
        }
        return lanes;
    }

    std::size_t rows() const { return row.empty() ? 0 : *std::max_element(row.begin(), row.end()) + 1; }
    std::size_t lanes() const {
        std::size_t most = 0;
        for (const auto& lanes : taken_) most = std::max(most, lanes.size());
        return most;
    }

    std::vector<std::size_t> row{};   ///< of each box
    std::vector<std::size_t> lane{};  ///< likewise

private:
    void findRows() {
        row.assign(boxes_.size(), 0);
        for (std::size_t box = 0; box < boxes_.size(); ++box) {
            for (const std::size_t read : boxes_[box].reads) row[box] = std::max(row[box], row[read] + 1);
        }
    }
    /// How many boxes follow on the longest path from each.
    void findReach() {
        reach_.assign(boxes_.size(), 0);
        for (std::size_t box = boxes_.size(); box-- > 0;) {
            for (const std::size_t read : boxes_[box].reads)
                reach_[read] = std::max(reach_[read], reach_[box] + 1);
        }
    }
    /// That of the last box that is read.
    std::size_t laneAbove(std::size_t box) const {
        std::size_t above = 0;
        std::size_t last = 0;
        for (const std::size_t read : boxes_[box].reads) {
            const bool later = row[read] + 1 > last;
            if (later || (row[read] + 1 == last && lane[read] < above)) above = lane[read];
            last = std::max(last, row[read] + 1);
        }
        return above;
    }
    bool isFree(std::size_t first, std::size_t last, std::size_t wanted) const {
        for (std::size_t r = first; r <= last; ++r) {
            if (wanted < taken_[r].size() && taken_[r][wanted]) return false;
        }
        return true;
    }
    std::size_t freeLane(std::size_t first, std::size_t last,
                         std::initializer_list<std::size_t> liked) const {
        for (const std::size_t wanted : liked) {
            if (isFree(first, last, wanted)) return wanted;
        }
        std::size_t wanted = 0;
        while (!isFree(first, last, wanted)) ++wanted;
        return wanted;
    }
    void take(std::size_t first, std::size_t last, std::size_t wanted) {
        for (std::size_t r = first; r <= last; ++r) {
            if (taken_[r].size() <= wanted) taken_[r].resize(wanted + 1, false);
            taken_[r][wanted] = true;
        }
    }

    const std::vector<GraphBox>& boxes_;
    std::vector<std::size_t> reach_;
    std::vector<std::vector<bool>> taken_;  ///< by row and lane
};

struct Stripe {
    double begin = 0;
    double size = 0;

    double end() const { return begin + size; }
    double middle() const { return begin + size / 2; }
};

/// One after the other, as large as the largest of what stands in them.
std::vector<Stripe> stripes(const std::vector<double>& sizes, double gap) {
    std::vector<Stripe> all;
    double at = 0;
    for (const double size : sizes) {
        all.push_back({at, size});
        at += size + gap;
    }
    return all;
}

std::vector<double> largest(const std::vector<std::size_t>& places, std::size_t count,
                            const std::vector<GraphBox>& boxes, double GraphBox::*size) {
    std::vector<double> sizes(count, 0);
    for (std::size_t box = 0; box < boxes.size(); ++box)
        sizes[places[box]] = std::max(sizes[places[box]], boxes[box].*size);
    return sizes;
}

/// Only between rows a line leaves its lane.
void draw(GraphLine& line, const GraphLayout& layout, const GraphGrid& grid, const std::vector<Stripe>& rows,
          double laneMiddle) {
    const PlacedBox& from = layout.boxes[line.from];
    const PlacedBox& to = layout.boxes[line.to];
    const std::size_t first = grid.row[line.from];
    const std::size_t last = grid.row[line.to];
    line.points = {{from.middle(), from.bottom()}};
    if (from.bottom() < rows[first].end()) line.points.push_back({from.middle(), rows[first].end()});
    if (last - first > 1) {
        line.points.push_back({laneMiddle, rows[first + 1].begin});
        line.points.push_back({laneMiddle, rows[last - 1].end()});
    }
    line.points.push_back({to.middle(), to.top});
}

}  // namespace

std::optional<GraphLayout> layOutGraph(const std::vector<GraphBox>& boxes, const GraphGaps& gaps) {
    GraphGrid grid(boxes);
    if (!grid.isDrawable()) return std::nullopt;
    grid.placeBoxes();
    GraphLayout layout;
    for (std::size_t to = 0; to < boxes.size(); ++to) {
        for (const std::size_t from : boxes[to].reads)
            layout.lines.push_back({.from = from, .to = to, .points = {}});
    }
    const std::vector<std::size_t> lanesOfLines = grid.placeLines(layout.lines);
    const auto rows = stripes(largest(grid.row, grid.rows(), boxes, &GraphBox::height), gaps.between);
    const auto lanes = stripes(largest(grid.lane, grid.lanes(), boxes, &GraphBox::width), gaps.across);
    for (std::size_t box = 0; box < boxes.size(); ++box) {
        const GraphBox& wanted = boxes[box];
        layout.boxes.push_back({lanes[grid.lane[box]].middle() - wanted.width / 2, rows[grid.row[box]].begin,
                                wanted.width, wanted.height});
    }
    for (std::size_t line = 0; line < layout.lines.size(); ++line)
        draw(layout.lines[line], layout, grid, rows, lanes[lanesOfLines[line]].middle());
    layout.width = lanes.empty() ? 0 : lanes.back().end();
    layout.height = rows.empty() ? 0 : rows.back().end();
    return layout;
}

}  // namespace prunescope::view
