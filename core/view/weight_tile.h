#pragma once

#include <cstdint>
#include <vector>

namespace prunescope::view {

/// A layer's weights as a matrix (rows x columns), row-major; `mask` is 1 for kept and may be null.
struct WeightMatrix {
    const float* values = nullptr;
    const std::uint8_t* mask = nullptr;
    std::int64_t rows = 0;
    std::int64_t columns = 0;
};

/// The part of a matrix that a picture shows, and how many cells it has at most. All in matrix elements.
struct TileRequest {
    std::int64_t row = 0;
    std::int64_t column = 0;
    std::int64_t rows = 0;
    std::int64_t columns = 0;
    std::int64_t mostRows = 512;
    std::int64_t mostColumns = 512;
};

/// A picture's cells: each stands for a block of weights, of one weight when the rectangle fits the size.
struct WeightTile {
    TileRequest request;    ///< clipped to the matrix
    std::int64_t rows = 0;  ///< cells
    std::int64_t columns = 0;
    std::vector<float> value;      ///< the block's weight of largest magnitude, kept ones first
    std::vector<float> keptShare;  ///< kept weights over weights of the block, in [0, 1]
};

/// Empty when the request lies outside the matrix.
WeightTile makeTile(const WeightMatrix& matrix, TileRequest request);

}  // namespace prunescope::view
