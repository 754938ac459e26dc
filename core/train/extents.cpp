#include "train/extents.h"

#include "math/piece_list.h"

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
    math::PieceList pieces;
    for (const auto* p : parameters) pieces.add(p->size());
    std::vector<Bits> parts(pieces.size());
    pieces.forEach([&](const math::PieceList::Piece& piece) {
        const auto& p = *parameters[piece.array];
        Bits& bits = parts[piece.number];
        bits.value = largestBits(p.value() + piece.begin, piece.size());
        bits.used = p.used() == p.value() ? bits.value : largestBits(p.used() + piece.begin, piece.size());
    });
    std::vector<Bits> totals(parameters.size());
    for (const math::PieceList::Piece& piece : pieces) {
        Bits& total = totals[piece.array];
        total.value = std::max(total.value, parts[piece.number].value);
        total.used = std::max(total.used, parts[piece.number].used);
    }
    std::vector<Extent> extents;
    extents.reserve(totals.size());
    for (const Bits& bits : totals)
        extents.push_back({std::bit_cast<float>(bits.value), std::bit_cast<float>(bits.used)});
    return extents;
}

}  // namespace prunescope::train
