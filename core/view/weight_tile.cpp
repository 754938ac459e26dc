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

void fillCell(const WeightMatrix& m, const TileRequest& r, std::int64_t row, std::int64_t column,
              WeightTile& tile) {
    const auto from = [](std::int64_t cell, std::int64_t cells, std::int64_t extent) {
        return cell * extent / cells;
    };
    float value = 0;
    bool valueKept = false;
    std::int64_t kept = 0;
    std::int64_t weights = 0;
    for (std::int64_t y = from(row, tile.rows, r.rows); y < from(row + 1, tile.rows, r.rows); ++y) {
        for (std::int64_t x = from(column, tile.columns, r.columns);
             x < from(column + 1, tile.columns, r.columns); ++x) {
            const std::int64_t at = (r.row + y) * m.columns + r.column + x;
            const bool isKept = m.mask == nullptr || m.mask[at] != 0;
            const bool larger = std::abs(m.values[at]) > std::abs(value);
            if (weights == 0 || (isKept && !valueKept) || (isKept == valueKept && larger)) {
                value = m.values[at];
                valueKept = isKept;
            }
            kept += isKept ? 1 : 0;
            ++weights;
        }
    }
    const auto cell = static_cast<std::size_t>(row * tile.columns + column);
    tile.value[cell] = value;
    tile.keptShare[cell] = static_cast<float>(kept) / static_cast<float>(weights);
}

}  // namespace

WeightTile makeTile(const WeightMatrix& matrix, TileRequest request) {
    clip(request.row, request.rows, matrix.rows);
    clip(request.column, request.columns, matrix.columns);
    WeightTile tile{.request = request,
                    .rows = std::min(request.rows, std::max<std::int64_t>(request.mostRows, 0)),
                    .columns = std::min(request.columns, std::max<std::int64_t>(request.mostColumns, 0)),
                    .value = {},
                    .keptShare = {}};
    tile.value.resize(static_cast<std::size_t>(tile.rows * tile.columns));
    tile.keptShare.resize(tile.value.size());
    for (std::int64_t row = 0; row < tile.rows; ++row) {
        for (std::int64_t column = 0; column < tile.columns; ++column)
            fillCell(matrix, request, row, column, tile);
    }
    return tile;
}

}  // namespace prunescope::view
