#include "view/weight_layout.h"

#include <cmath>
#include <functional>
#include <numeric>
#include <stdexcept>

namespace prunescope::view {
namespace {

std::int64_t product(const std::vector<std::int64_t>& shape) {
    return std::accumulate(shape.begin(), shape.end(), std::int64_t{1}, std::multiplies<>());
}

}  // namespace

std::vector<Arrangement> arrangementsOf(const std::vector<std::int64_t>& shape, const ImageShape& image) {
    const std::int64_t pixels = image[0] * image[1] * image[2];
    if (shape.size() == 4 && shape[2] * shape[3] > 1) return {Arrangement::kernels, Arrangement::matrix};
    if (shape.size() == 2 && pixels > 1 && shape[1] == pixels)
        return {Arrangement::images, Arrangement::matrix};
    return {Arrangement::matrix};
}

WeightLayout::WeightLayout(std::int64_t rows, std::int64_t columns)
    : blocks_(1), blockRows_(rows), blockColumns_(columns), rows_(rows), columns_(columns) {}

WeightLayout::WeightLayout(const std::vector<std::int64_t>& shape, Arrangement arrangement,
                           const ImageShape& image) {
    const std::vector<Arrangement> known = arrangementsOf(shape, image);
    if (shape.empty() || std::find(known.begin(), known.end(), arrangement) == known.end())
        throw std::logic_error("this layer cannot be arranged so");
    const std::int64_t weights = product(shape);
    if (arrangement == Arrangement::matrix) {
        *this = WeightLayout(shape[0], shape[0] == 0 ? 0 : weights / shape[0]);
        return;
    }
    const bool kernels = arrangement == Arrangement::kernels;
    blockRows_ = kernels ? shape[2] : image[1];
    blockColumns_ = kernels ? shape[3] : image[2];
    blocks_ = weights / (blockRows_ * blockColumns_);
    arrangeBlocks(kernels ? shape[1] : image[0]);
}

/// As near to a square as whole outputs in each row of blocks allow.
void WeightLayout::arrangeBlocks(std::int64_t blocksPerOutput) {
    const double height = static_cast<double>(blockRows_ + gap);
    const double width = static_cast<double>(blockColumns_ + gap);
    const double ideal = std::sqrt(static_cast<double>(blocks_) * height / width);
    const std::int64_t outputs = std::llround(ideal / static_cast<double>(blocksPerOutput));
    perRow_ = std::clamp<std::int64_t>(outputs, 1, blocks_ / blocksPerOutput) * blocksPerOutput;
    rows_ = (blocks_ + perRow_ - 1) / perRow_ * (blockRows_ + gap) - gap;
    columns_ = perRow_ * (blockColumns_ + gap) - gap;
}

std::optional<std::int64_t> WeightLayout::weightAt(std::int64_t row, std::int64_t column) const {
    if (row < 0 || column < 0 || row >= rows_ || column >= columns_) return std::nullopt;
    std::optional<std::int64_t> weight;
    forEachRun(row, column, column + 1, [&](std::int64_t first, std::int64_t) { weight = first; });
    return weight;
}

WeightLayout::Cell WeightLayout::cellOf(std::int64_t weight) const {
    const std::int64_t x = weight % blockColumns_;
    const std::int64_t y = weight / blockColumns_ % blockRows_;
    const std::int64_t block = weight / (blockColumns_ * blockRows_);
    return {block / perRow_ * (blockRows_ + gap) + y, block % perRow_ * (blockColumns_ + gap) + x};
}

}  // namespace prunescope::view
