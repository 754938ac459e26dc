#include "train/extents.h"

#include "parallel/block_list.h"

#include <algorithm>
#include <bit>

namespace prunescope::train {
namespace {

/// As an integer a magnitude orders as its value does, and NaN stands above infinity.
std::int32_t largestBits(const float* values, std::int64_t size) {
    std::int32_t largest = 0;
    for (std::int64_t i = 0; i < size; ++i) {
        const std::int32_t magnitude = std::bit_cast<std::int32_t>(values[i]) & 0x7fffffff;
        largest = magnitude > largest ? magnitude : largest;
    }
    return largest;
}

}  // namespace

std::vector<Extent> extentsOf(const std::vector<nn::Parameter<float>*>& parameters) {
    struct Bits {
        std::int32_t value = 0;
        std::int32_t used = 0;
    };
    parallel::BlockList blocks;
    for (const auto* p : parameters) blocks.add(p->size());
    std::vector<Bits> parts(blocks.size());
    blocks.forEach([&](const parallel::BlockList::Block& block) {
        const auto& p = *parameters[block.array];
        Bits& bits = parts[block.number];
        bits.value = largestBits(p.value() + block.begin, block.size());
        bits.used = p.used() == p.value() ? bits.value : largestBits(p.used() + block.begin, block.size());
    });
    std::vector<Bits> totals(parameters.size());
    for (const parallel::BlockList::Block& block : blocks) {
        Bits& total = totals[block.array];
        total.value = std::max(total.value, parts[block.number].value);
        total.used = std::max(total.used, parts[block.number].used);
    }
    std::vector<Extent> extents;
    extents.reserve(totals.size());
    for (const Bits& bits : totals)
        extents.push_back({std::bit_cast<float>(bits.value), std::bit_cast<float>(bits.used)});
    return extents;
}

}  // namespace prunescope::train
