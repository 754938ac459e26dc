#pragma once

#include "kernels/tensor.h"

#include <vector>

namespace prunescope::kernels {

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

/// Output columns [first, end) that one kernel column reads, and the input column of the first.
struct ColumnRange {
    Index first = 0;
    Index end = 0;
    Index source = 0;

    bool covers(Index from, Index to) const { return first <= from && to <= end; }
};
/// By kernel column; `columns` are the taps of the forward pass.
std::vector<ColumnRange> columnRanges(const TapTable& columns, Index kernelWidth);

/// Output positions that read the same taps, relative to a source position of their own.
struct TapLine {
    Index destination;
    Index source;  ///< of the first tap
};
struct TapGroup {
    std::vector<Tap> taps;  ///< `source` counts from the line's source
    std::vector<TapLine> lines;
};

/// The positions of a table in groups, in the order in which they first appear.
std::vector<TapGroup> groupsOf(const TapTable& table);

}  // namespace prunescope::kernels
