#include "math/sparse_gather.h"

#include "math/parallel.h"
#include "math/vec.h"

#include <array>

namespace prunescope::math {
namespace {

// A load is added to its sum while the next ones are under way: eight sums hide the latency of an addition.
constexpr int mostSites = 4;
constexpr int mostVectors = 2;
constexpr Index enoughPieces = 16;

}  // namespace

template <class T>
SparseGather<T> SparseGather<T>::forward(const ConvolutionGeometry& g) {
    return SparseGather({.destinations = g.outputs,
                         .sources = g.input.channels,
                         .destinationStride = g.input.channels * g.taps(),
                         .sourceStride = g.taps(),
                         .kernelWidth = g.kernelWidth},
                        forwardRows(g), forwardColumns(g));
}

template <class T>
SparseGather<T> SparseGather<T>::backwardData(const ConvolutionGeometry& g) {
    return SparseGather({.destinations = g.input.channels,
                         .sources = g.outputs,
                         .destinationStride = g.taps(),
                         .sourceStride = g.input.channels * g.taps(),
                         .kernelWidth = g.kernelWidth},
                        transposed(forwardRows(g), g.input.height),
                        transposed(forwardColumns(g), g.input.width));
}

template <class T>
SparseGather<T>::SparseGather(const WeightOrder& order, const TapTable& rows, const TapTable& columns)
    : order_(order),
      rowGroups_(groupsOf(rows)),
      columns_(groupsOf(columns)),
      lists_(rowGroups_.size() * columns_.size()) {
    for (std::size_t group = 0; group < rowGroups_.size(); ++group)
        for (const Line& line : rowGroups_[group].lines) rows_.push_back({group, line});
}

template <class T>
auto SparseGather<T>::groupsOf(const TapTable& table) -> std::vector<Group> {
    std::vector<Group> groups;
    for (std::size_t at = 0; at < table.size(); ++at) {
        std::vector<Tap> taps = table[at];
        const Index first = taps.empty() ? 0 : taps.front().source;
        for (Tap& tap : taps) tap.source -= first;
        auto group =
            std::find_if(groups.begin(), groups.end(), [&](const Group& g) { return g.taps == taps; });
        if (group == groups.end()) group = groups.insert(group, Group{.taps = std::move(taps), .lines = {}});
        group->lines.push_back({static_cast<Index>(at), first});
    }
    return groups;
}

template <class T>
void SparseGather<T>::setMask(const std::uint8_t* mask, const Tensor<T>& source) {
    parallelFor(static_cast<std::int64_t>(lists_.size()), [&](std::int64_t i) {
        const auto l = static_cast<std::size_t>(i);
        fill(lists_[l], rowGroups_[l / columns_.size()], columns_[l % columns_.size()], mask, source);
    });
}

template <class T>
void SparseGather<T>::fill(Lists& lists, const Group& rows, const Group& columns, const std::uint8_t* mask,
                           const Tensor<T>& source) const {
    lists.first.clear();
    lists.entries.clear();
    for (Index d = 0; d < order_.destinations; ++d) {
        lists.first.push_back(static_cast<std::int32_t>(lists.entries.size()));
        for (Index s = 0; s < order_.sources; ++s) {
            const Index weights = d * order_.destinationStride + s * order_.sourceStride;
            for (const Tap& row : rows.taps) {
                for (const Tap& column : columns.taps) {
                    const Index w = weights + row.kernel * order_.kernelWidth + column.kernel;
                    if (mask[w] == 0) continue;
                    const Index offset = s * source.channelStride() + row.source * source.rowStride() +
                                         column.source * source.lanes();
                    lists.entries.push_back(
                        {static_cast<std::int32_t>(offset), static_cast<std::int32_t>(w)});
                }
            }
        }
    }
    lists.first.push_back(static_cast<std::int32_t>(lists.entries.size()));
}

template <class T>
std::size_t SparseGather<T>::bytes() const {
    std::size_t sum = 0;
    for (const Lists& lists : lists_)
        sum += lists.entries.size() * sizeof(Entry) + lists.first.size() * sizeof(std::int32_t);
    return sum;
}

/// The images of `vectors` vectors at `sites` pixels, for a range of destination channels.
template <class T>
template <int sites, int vectors>
void SparseGather<T>::runSites(const Lists& lists, const Site* site, const T* weight, const T* start,
                               Index channelStride, Index firstChannel, Index endChannel) const {
    std::array<const T*, sites> source;
    for (int s = 0; s < sites; ++s) source[s] = site[s].source;
    for (Index d = firstChannel; d < endChannel; ++d) {
        const auto channel = static_cast<std::size_t>(d);
        const Entry* entry = lists.entries.data() + lists.first[channel];
        const Entry* end = lists.entries.data() + lists.first[channel + 1];
        std::array<std::array<Vec<T>, vectors>, sites> sum;
        for (auto& sums : sum) sums.fill(start == nullptr ? T(0) : start[d]);
        for (; entry != end; ++entry) {
            const Vec<T> w(weight[entry->weight]);
            for (int s = 0; s < sites; ++s) {
                const T* x = source[s] + entry->offset;
                for (int v = 0; v < vectors; ++v) sum[s][v] += w * load(x + v * vecWidth<T>);
            }
        }
        for (int s = 0; s < sites; ++s) {
            T* y = site[s].destination + d * channelStride;
            for (int v = 0; v < vectors; ++v) store(y + v * vecWidth<T>, sum[s][v]);
        }
    }
}

template <class T>
template <int sites>
void SparseGather<T>::runLanes(const Lists& lists, const Site* site, Index lanes, const T* weight,
                               const T* start, Index channelStride, Index firstChannel,
                               Index endChannel) const {
    std::array<Site, sites> at;
    std::copy_n(site, sites, at.begin());
    const auto advance = [&](Index by) {
        for (Site& s : at) {
            s.source += by;
            s.destination += by;
        }
    };
    Index left = lanes;
    for (; left >= mostVectors * vecWidth<T>; left -= mostVectors * vecWidth<T>) {
        runSites<sites, mostVectors>(lists, at.data(), weight, start, channelStride, firstChannel,
                                     endChannel);
        advance(mostVectors * vecWidth<T>);
    }
    for (; left > 0; left -= vecWidth<T>) {
        runSites<sites, 1>(lists, at.data(), weight, start, channelStride, firstChannel, endChannel);
        advance(vecWidth<T>);
    }
}

/// One row of destination pixels, in `tiles` tiles.
template <class T>
void SparseGather<T>::runRow(const Tensor<T>& source, const T* weight, const T* start, Tensor<T>& destination,
                             Index firstTile, Index tiles, const Row& row, Index firstChannel,
                             Index endChannel) const {
    const Index lanes = source.lanes();
    const Index stride = destination.channelStride();
    for (std::size_t g = 0; g < columns_.size(); ++g) {
        const Lists& lists = lists_[row.group * columns_.size() + g];
        const std::vector<Line>& columns = columns_[g].lines;
        std::array<Site, mostSites> site;
        int filled = 0;
        const auto flush = [&] {
            const Site* s = site.data();
            if (filled == mostSites) {
                runLanes<mostSites>(lists, s, lanes, weight, start, stride, firstChannel, endChannel);
            } else {
                if ((filled & 2) != 0) {
                    runLanes<2>(lists, s, lanes, weight, start, stride, firstChannel, endChannel);
                    s += 2;
                }
                if ((filled & 1) != 0)
                    runLanes<1>(lists, s, lanes, weight, start, stride, firstChannel, endChannel);
            }
            filled = 0;
        };
        for (const Line& column : columns) {
            for (Index tile = firstTile; tile < firstTile + tiles; ++tile) {
                site[static_cast<std::size_t>(filled++)] = {
                    source.channel(tile, 0) + row.line.source * source.rowStride() + column.source * lanes,
                    destination.channel(tile, 0) + row.line.destination * destination.rowStride() +
                        column.destination * lanes};
                if (filled == mostSites) flush();
            }
        }
        flush();
    }
}

template <class T>
void SparseGather<T>::run(const Tensor<T>& source, const T* weight, const T* start,
                          Tensor<T>& destination) const {
    // A picture of one pixel has too few pixels for the registers: its tiles are taken together.
    const Index together = destination.shape().width == 1 ? source.tiles() : 1;
    const Index tileGroups = source.tiles() / together;
    const auto rowCount = static_cast<Index>(rows_.size());
    const Index channels = order_.destinations;
    const Index parts = std::clamp<Index>(enoughPieces / (tileGroups * rowCount), 1, channels);
    parallelFor(tileGroups * rowCount * parts, [&](Index piece) {
        const Index part = piece % parts;
        const Row& row = rows_[static_cast<std::size_t>(piece / parts % rowCount)];
        runRow(source, weight, start, destination, piece / parts / rowCount * together, together, row,
               part * channels / parts, (part + 1) * channels / parts);
    });
}

template class SparseGather<float>;
template class SparseGather<double>;

}  // namespace prunescope::math
