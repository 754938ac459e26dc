#pragma once

#include "kernels/convolution.h"

#include <string>
#include <string_view>
#include <vector>

namespace prunescope::speed {

/// A layer that kernels are measured on.
struct KernelShape {
    std::string name;  ///< such as 3x3_c16_o16_p32_s1: kernel, inputs, outputs, pixels a side, stride
    kernels::ConvolutionGeometry geometry;
};

/// `table`: square convolutions of 16 to 128 channels on 8 to 56 pixels, of kernels 3x3, 1x1 and 5x5, stride
/// 1 and 2, and dense layers; `odd`: widths that are no multiple of a vector, each beside one that is, and a
/// layer of ten million weights. Throws `UsageError` for another word.
std::vector<KernelShape> kernelShapes(std::string_view set);

}  // namespace prunescope::speed
