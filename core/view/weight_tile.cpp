#include "view/weight_tile.h"

#include <algorithm>
#include <cmath>

namespace prunescope::view {
namespace {

/// Clips [first, first + count) to [0, size).
void clip(std::int64_t& first, std::int64_t& count, std::int64_t size) {
    // Written so that no sum can overflow, whatever was asked for.
    const std::int64_t begin = std::clamp<std::int64_t>(first, 0, size);
    const std::int64_t length = std::clamp<std::int64_t>(count, 0, size - begin);
    first = begin;
    count = length;
}

/// Gathers the weights of one cell.
struct CellSum {
    const WeightArrays& weights;
    std::int64_t count = 0;
    std::int64_t kept = 0;
    std::int64_t first = -1;  ///< the weight that stands for the cell
    float largest = -1;
    bool firstKept = false;

    void add(std::int64_t begin, std::int64_t length) {
        for (std::int64_t i = begin; i < begin + length; ++i) {
            const bool isKept = weights.mask == nullptr || weights.mask[i] != 0;
            const float magnitude = std::abs(weights.values[i]);
            if (first < 0 || (isKept && !firstKept) || (isKept == firstKept && magnitude > largest)) {
                first = i;
                largest = magnitude;
                firstKept = isKept;
            }
            kept += isKept ? 1 : 0;
        }
        count += length;
    }

    CellMark mark() const {
        if (count == 0) return CellMark::gap;
        if (weights.maskBefore == nullptr || (weights.maskBefore[first] != 0) == firstKept)
            return CellMark::none;
        return firstKept ? CellMark::revived : CellMark::cut;
    }
};

void fillCell(const WeightArrays& weights, const WeightLayout& layout, std::int64_t row, std::int64_t column,
              WeightTile& tile) {
    const TileRequest& r = tile.request;
    const auto from = [](std::int64_t cell, std::int64_t cells, std::int64_t extent) {
        return cell * extent / cells;
    };
    const std::int64_t left = r.column + from(column, tile.columns, r.columns);
    const std::int64_t right = r.column + from(column + 1, tile.columns, r.columns);
    CellSum sum{.weights = weights};
    for (std::int64_t y = from(row, tile.rows, r.rows); y < from(row + 1, tile.rows, r.rows); ++y) {
        layout.forEachRun(r.row + y, left, right,
                          [&sum](std::int64_t first, std::int64_t count) { sum.add(first, count); });
    }
    const auto cell = static_cast<std::size_t>(row * tile.columns + column);
    tile.mark[cell] = sum.mark();
    if (sum.count == 0) return;
    tile.value[cell] = weights.values[sum.first];
    tile.keptShare[cell] = static_cast<float>(sum.kept) / static_cast<float>(sum.count);
}

}  // namespace

WeightTile makeTile(const WeightArrays& weights, const WeightLayout& layout, TileRequest request) {
    clip(request.row, request.rows, layout.rows());
    clip(request.column, request.columns, layout.columns());
    WeightTile tile{.request = request,
                    .rows = std::min(request.rows, std::max<std::int64_t>(request.mostRows, 0)),
                    .columns = std::min(request.columns, std::max<std::int64_t>(request.mostColumns, 0)),
                    .value = {},
                    .keptShare = {},
                    .mark = {}};
    tile.value.resize(static_cast<std::size_t>(tile.rows * tile.columns));
    tile.keptShare.resize(tile.value.size());
    tile.mark.resize(tile.value.size());
    for (std::int64_t row = 0; row < tile.rows; ++row) {
        for (std::int64_t column = 0; column < tile.columns; ++column)
            fillCell(weights, layout, row, column, tile);
    }
    return tile;
}

WeightTile makeTile(const WeightMatrix& matrix, TileRequest request) {
    return makeTile({.values = matrix.values, .mask = matrix.mask}, WeightLayout(matrix.rows, matrix.columns),
                    request);
}

}  // namespace prunescope::view
