#pragma once

#include <set>
#include <string>

namespace prunescope::csource {

/// What a generated program computes with.
enum class Kernel {
    sparseConvolution,
    denseConvolution,
    sparseDot,
    denseDot,
    pool,
    paddedPool,
    affine,
    clip,
    split,
    copyImage,
    clearBorder
};

/// The C functions of these kernels with all that they need themselves, in C99 that has no include. Tables of
/// words, weights and places are of the types `union word`, `float`, `count_type` and `offset_type`.
std::string kernelText(const std::set<Kernel>& kernels);

}  // namespace prunescope::csource
