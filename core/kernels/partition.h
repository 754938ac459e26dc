#pragma once

#include "kernels/tensor.h"

namespace prunescope::kernels {

/// `size` things cut into as few parts of at most `most` as possible, as evenly as possible: the sizes of two
/// parts differ by at most one. Nothing at all is one empty part.
struct Partition {
    Partition(Index size, Index most)
        : count(std::max<Index>(1, (size + most - 1) / most)), base(size / count), larger(size % count) {}
    Index begin(Index part) const { return part * base + std::min(part, larger); }
    Index size(Index part) const { return base + (part < larger ? 1 : 0); }

    Index count;
    Index base;
    Index larger;
};

}  // namespace prunescope::kernels
