#pragma once

#include "base/blake2b.h"
#include "prune/pruner.h"

#include <cstdint>
#include <string>
#include <vector>

namespace prunescope::prune {

/// BLAKE2b-256 over the masks of all layers, from input to output: of each the number of its weights as eight
/// bytes, the least significant first, then a bit for each weight, set where it is kept; weight i is bit
/// i mod 8, counted from the least significant one, of byte i / 8.
class MaskDigest {
public:
    /// The next layer: for each of its weights 1 where it is kept, else 0.
    void add(const std::vector<std::uint8_t>& mask);
    /// Call once, at the end.
    std::string finish() { return hash_.finish(); }

private:
    Blake2b hash_;
    std::string bits_{};
};

/// Of all prunable layers.
std::string maskDigest(const Pruner& pruner);

}  // namespace prunescope::prune
