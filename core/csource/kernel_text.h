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
    leakyRelu,
    sigmoid,
    tanh,
    hardSigmoid,
    hardSwish,
    product,
    split,
    copyImage,
    clearBorder
};

/// Whether one of them calls expf or tanhf of C's mathematical library.
bool needsMath(const std::set<Kernel>& kernels);

/// The C functions of these kernels with all that they need themselves but those two, in C99 without an
/// include. Tables of words, weights and places are of the types `union word`, `float`, `count_type` and
/// `offset_type`.
std::string kernelText(const std::set<Kernel>& kernels);

}  // namespace prunescope::csource
