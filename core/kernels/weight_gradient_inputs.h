#pragma once

#include "kernels/convolution_geometry.h"

#include <array>
#include <vector>

namespace prunescope::kernels::weight_gradient {

inline constexpr int mostOutputs = 4;
#ifdef __AVX512F__
inline constexpr int mostInputs = 6;  // 4 x 6 accumulators, 6 inputs and a gradient fill 31 of 32 registers
#else
inline constexpr int mostInputs = 3;  // 4 x 3 accumulators, 3 inputs and a gradient fill 16 of 16
#endif

/// Channels of the input, each seen through one column of the kernel. Where there are channels enough, all
/// through the same one: such a block multiplies exactly the pixels that the column reads.
struct InputBlock {
    struct Input {
        Index channel;
        Index column;
    };
    int size;
    bool oneColumn;
    std::array<Input, 6> inputs;  ///< the same size for every instruction set: a portable build holds several
};

/// Of the channels of one group, the largest first.
std::vector<InputBlock> inputBlocksOf(const ConvolutionGeometry& geometry);

}  // namespace prunescope::kernels::weight_gradient
