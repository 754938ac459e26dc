#pragma once

#include "kernels/aligned_buffer.h"
#include "kernels/vec.h"

#include <array>
#include <cstdint>
#include <span>
#include <vector>

namespace prunescope::kernels {

/// The weights that are not 0 of a matrix, for products with one vector.
///
/// Rows of about the same length stand side by side, one in each lane of a vector, as in SELL-C-sigma
/// (Kreutzer et al., A Unified Sparse Matrix Data Format, 2014). A column of such a slice needs one value of
/// the input for each lane. Here they all lie in a window of two vectors, so that an instruction picks them
/// from two registers, where sixteen loads or a gather would take many times as long: a row whose next
/// input lies beyond the window waits, with a weight of 0.
class SlicedMatrix {
public:
    /// `weight`: (rows, inputs).
    SlicedMatrix(std::span<const float> weight, Index inputs);

    /// One input of a row, with its weight.
    struct Entry {
        std::int32_t input;
        float weight;
    };
    using Row = std::span<const Entry>;

    /// How many values `multiply` may read; those from `inputs` on count for nothing, but must be finite.
    static Index readable(Index inputs);
    /// Vectors of weights, those of 0 included: what the time of `multiply` is in proportion to.
    Index columns() const { return static_cast<Index>(windows_.size()); }
    /// `values`: `readable` of them, on a vector's boundary. Writes one sum for each row.
    void multiply(const float* values, std::span<float> sums) const;

private:
    static constexpr std::size_t lanes = vecWidth<float>;
    static constexpr int together = 4;  ///< sums of a lane, to hide the latency of an addition

    struct Slice {
        std::array<std::int32_t, lanes> rows;  ///< -1 where there are none left
        std::size_t end;                       ///< of its columns
    };

    void addColumns(std::array<Row, lanes>& left);
    void addColumn(std::array<Row, lanes>& left, std::int32_t window);

    std::vector<Slice> slices_;
    std::vector<std::int32_t> windows_;  ///< of each column: the first input
    std::vector<std::uint8_t> picks_;    ///< (column, lane): from the window's begin
    std::vector<float> packed_;          ///< (column, lane), until all are there
    AlignedBuffer<float> weights_;
};

}  // namespace prunescope::kernels
