#pragma once

#include "prune/pruner.h"

#include <string>

namespace prunescope::prune {

/// BLAKE2b-256 over the masks of all layers, from input to output: of each the number of its weights as eight
/// bytes, the least significant first, then a bit for each weight, set where it is kept; weight i is bit
/// i mod 8, counted from the least significant one, of byte i / 8.
std::string maskDigest(const Pruner& pruner);

}  // namespace prunescope::prune
