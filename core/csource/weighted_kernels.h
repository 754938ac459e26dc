#pragma once

namespace prunescope::csource {

// The kernels that multiply by weights, as text of C; the others stand in kernel_text.cpp.
extern const char* const convolutionText;
extern const char* const sparseConvolutionText;
extern const char* const denseConvolutionText;
extern const char* const dotText;
extern const char* const sparseDotText;
extern const char* const denseDotText;

}  // namespace prunescope::csource
