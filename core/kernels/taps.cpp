#include "kernels/taps.h"

#include "kernels/convolution.h"

#include <algorithm>

namespace prunescope::kernels {
namespace {

/// A convolution along its rows alone, or along its columns.
struct Axis {
    Index outputs, inputs, kernel, stride, padding, dilation;
};

TapTable forwardTaps(const Axis& axis) {
    TapTable table(static_cast<std::size_t>(axis.outputs));
    for (Index y = 0; y < axis.outputs; ++y) {
        for (Index k = 0; k < axis.kernel; ++k) {
            const Index source = y * axis.stride + k * axis.dilation - axis.padding;
            if (source >= 0 && source < axis.inputs)
                table[static_cast<std::size_t>(y)].push_back({k, source});
        }
    }
    return table;
}

}  // namespace

TapTable forwardRows(const ConvolutionGeometry& g) {
    return forwardTaps(
        {g.output().height, g.input.height, g.kernelHeight, g.stride.rows, g.padding.rows, g.dilation.rows});
}

TapTable forwardColumns(const ConvolutionGeometry& g) {
    return forwardTaps({g.output().width, g.input.width, g.kernelWidth, g.stride.columns, g.padding.columns,
                        g.dilation.columns});
}

TapTable transposed(const TapTable& forward, Index inputs) {
    TapTable table(static_cast<std::size_t>(inputs));
    for (std::size_t y = 0; y < forward.size(); ++y) {
        for (const Tap& tap : forward[y]) {
            table[static_cast<std::size_t>(tap.source)].push_back({tap.kernel, static_cast<Index>(y)});
        }
    }
    return table;
}

std::vector<ColumnRange> columnRanges(const TapTable& columns, Index kernelWidth) {
    std::vector<ColumnRange> ranges(static_cast<std::size_t>(kernelWidth));
    for (std::size_t x = 0; x < columns.size(); ++x) {
        for (const Tap& tap : columns[x]) {
            ColumnRange& range = ranges[static_cast<std::size_t>(tap.kernel)];
            if (range.end == 0) range = {static_cast<Index>(x), 0, tap.source};
            range.end = static_cast<Index>(x) + 1;
        }
    }
    return ranges;
}

std::vector<TapGroup> groupsOf(const TapTable& table) {
    std::vector<TapGroup> groups;
    for (std::size_t at = 0; at < table.size(); ++at) {
        std::vector<Tap> taps = table[at];
        const Index first = taps.empty() ? 0 : taps.front().source;
        for (Tap& tap : taps) tap.source -= first;
        auto group =
            std::find_if(groups.begin(), groups.end(), [&](const TapGroup& g) { return g.taps == taps; });
        if (group == groups.end())
            group = groups.insert(group, TapGroup{.taps = std::move(taps), .lines = {}});
        group->lines.push_back({static_cast<Index>(at), first});
    }
    return groups;
}

}  // namespace prunescope::kernels
