#pragma once

#include "csource/kernel_text.h"

namespace prunescope::csource {

// The kernels that work pixel by pixel, as text of C; see kernel_text.cpp for the others.
extern const char* const poolSizesText;
extern const char* const poolText;
extern const char* const paddedPoolText;
extern const char* const affineText;
extern const char* const productText;

/// The kernels among these that compute a function of each value, with their sizes; nothing when none does.
std::string functionsText(const std::set<Kernel>& kernels);

}  // namespace prunescope::csource
