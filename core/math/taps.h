#pragma once

#include "math/tensor.h"

#include <vector>

namespace prunescope::math {

struct ConvolutionGeometry;

/// Which kernel row (or column) reads which source row for one destination row.
struct Tap {
    Index kernel;
    Index source;
    bool operator==(const Tap&) const = default;
};

/// The taps of every destination row or column: those that fall inside the source, so that padding costs
/// nothing.
using TapTable = std::vector<std::vector<Tap>>;

/// For every output row (or column), the kernel rows that read inside the input.
TapTable forwardRows(const ConvolutionGeometry& geometry);
TapTable forwardColumns(const ConvolutionGeometry& geometry);
/// The same pairs seen from the input: for every one of `inputs` rows, the kernel rows through which it was
/// read.
TapTable transposed(const TapTable& forward, Index inputs);

}  // namespace prunescope::math
