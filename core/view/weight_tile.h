#pragma once

#include "view/weight_layout.h"

#include <cstdint>
#include <vector>

namespace prunescope::view {

/// A layer's weights in row-major order. The masks are 1 for kept and may be null.
struct WeightArrays {
    const float* values = nullptr;
    const std::uint8_t* mask = nullptr;
    const std::uint8_t* maskBefore = nullptr;  ///< as it was before the last mask update
};

/// A layer's weights as a matrix (rows x columns), without its past.
struct WeightMatrix {
    const float* values = nullptr;
    const std::uint8_t* mask = nullptr;
    std::int64_t rows = 0;
    std::int64_t columns = 0;
};

/// The part of a layer's picture that is wanted, and how many cells it has at most. All in cells of the
/// layout.
struct TileRequest {
    std::int64_t row = 0;
    std::int64_t column = 0;
    std::int64_t rows = 0;
    std::int64_t columns = 0;
    std::int64_t mostRows = 512;
    std::int64_t mostColumns = 512;
    Arrangement arrangement = Arrangement::matrix;

    bool operator==(const TileRequest&) const = default;
};

/// What is special about a cell of a tile.
enum class CellMark : std::uint8_t {
    none,
    gap,      ///< between blocks: no weight
    cut,      ///< the weight that stands for the cell was cut at the last mask update
    revived,  ///< it came back at the last mask update
};

/// A picture's cells: each stands for a block of weights, of one weight when the rectangle fits the size.
struct WeightTile {
    TileRequest request;    ///< clipped to the picture
    std::int64_t rows = 0;  ///< cells
    std::int64_t columns = 0;
    std::vector<float> value;      ///< the block's weight of largest magnitude, kept ones first
    std::vector<float> keptShare;  ///< kept weights over weights of the block, in [0, 1]
    std::vector<CellMark> mark;

    /// Whether every cell shows one weight.
    bool showsEveryWeight() const { return rows == request.rows && columns == request.columns; }
};

/// Empty when the request lies outside the picture.
WeightTile makeTile(const WeightArrays& weights, const WeightLayout& layout, TileRequest request);
WeightTile makeTile(const WeightMatrix& matrix, TileRequest request);

}  // namespace prunescope::view
