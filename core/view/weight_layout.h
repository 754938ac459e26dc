#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>
#include <vector>

namespace prunescope::view {

/// How a layer's weights are laid out as a picture.
enum class Arrangement : std::uint8_t {
    matrix,   ///< outputs x inputs (O rows; I, or C KH KW columns)
    kernels,  ///< (O,C,KH,KW): each kernel a block of KH x KW cells
    images,   ///< first layer (O, C H W): each unit's weights as C blocks of H x W cells
};

using ImageShape = std::array<std::int64_t, 3>;  ///< channels, height, width

/// The arrangements that make sense for a weight tensor; the best one to start with comes first. `image` is
/// the shape of the network's input for its first layer, and all zeros for the others.
std::vector<Arrangement> arrangementsOf(const std::vector<std::int64_t>& shape, const ImageShape& image);

/// Which cell of a picture shows which weight. The tensor is cut into blocks of equal size in row-major
/// order; the blocks stand in rows, with gaps of one cell between them. A matrix is one block.
class WeightLayout {
public:
    struct Cell {
        std::int64_t row = 0;
        std::int64_t column = 0;
        bool operator==(const Cell&) const = default;
    };

    /// Nothing to show.
    WeightLayout() = default;
    /// One block.
    WeightLayout(std::int64_t rows, std::int64_t columns);
    /// Throws `std::logic_error` for an arrangement that `arrangementsOf` does not give.
    WeightLayout(const std::vector<std::int64_t>& shape, Arrangement arrangement, const ImageShape& image);

    std::int64_t rows() const { return rows_; }  ///< in cells, gaps included
    std::int64_t columns() const { return columns_; }
    std::int64_t weights() const { return blocks_ * blockRows_ * blockColumns_; }

    /// Nothing for a gap, and outside the picture.
    std::optional<std::int64_t> weightAt(std::int64_t row, std::int64_t column) const;
    /// `weight` in [0, weights()).
    Cell cellOf(std::int64_t weight) const;

    /// Calls `run(first weight, count)` for every stretch of neighbouring weights that the cells
    /// [begin, end) of a row show. The range must lie inside the picture.
    template <class Run>
    void forEachRun(std::int64_t row, std::int64_t begin, std::int64_t end, const Run& run) const {
        const std::int64_t y = row % (blockRows_ + gap);
        if (y >= blockRows_) return;
        const std::int64_t firstBlock = row / (blockRows_ + gap) * perRow_;
        while (begin < end) {
            const std::int64_t across = begin / (blockColumns_ + gap);
            const std::int64_t x = begin % (blockColumns_ + gap);
            const std::int64_t block = firstBlock + across;
            if (block >= blocks_) return;
            const std::int64_t count = std::min(end - begin, blockColumns_ - x);
            if (count > 0) run((block * blockRows_ + y) * blockColumns_ + x, count);
            begin = (across + 1) * (blockColumns_ + gap);
        }
    }

private:
    static constexpr std::int64_t gap = 1;

    void arrangeBlocks(std::int64_t blocksPerOutput);

    std::int64_t blocks_ = 0;
    std::int64_t blockRows_ = 0;
    std::int64_t blockColumns_ = 0;
    std::int64_t perRow_ = 1;  ///< blocks in a row of blocks
    std::int64_t rows_ = 0;
    std::int64_t columns_ = 0;
};

}  // namespace prunescope::view
