#include "kernels/sparse_gather.h"

#include "kernels/partition.h"
#include "kernels/unrolled.h"
#include "kernels/vec.h"
#include "parallel/parallel_for.h"

#include <array>
#include <bit>
#include <cstring>
#include <numeric>

namespace prunescope::kernels {
namespace {

// Each entry of a list is read once for all sums: the more of them, the better, as long as the registers hold
// them. Twelve also hide how long a multiply-add takes.
constexpr int sparseSitesAtOnce = 6;
constexpr int mostVectorsOf(int sites) {
    return sites <= 3 ? 4 : 2;
}
constexpr Index enoughBlocks = 16;
constexpr Index channelsAtOnce = 32;
// Where destinations have a single pixel, all of them read all sources: so much of these stays in the
// second-level cache beside their weights.
constexpr Index bytesOfSlice = Index{384} * 1024;
// A weight is asked for so many entries before its turn: those of a large layer lie far apart in memory.
constexpr int entriesAhead = 16;

/// Calls `body(i)` for every 1 among `count` bytes; eight zeros cost one comparison.
template <class Body>
void forEachKept(const std::uint8_t* mask, Index count, const Body& body) {
    Index i = 0;
    for (; i + 8 <= count; i += 8) {
        std::uint64_t eight = 0;
        std::memcpy(&eight, mask + i, sizeof eight);
        for (; eight != 0; eight &= eight - 1) body(i + std::countr_zero(eight) / 8);
    }
    for (; i < count; ++i)
        if (mask[i] != 0) body(i);
}

}  // namespace

template <class T>
SparseGather<T> SparseGather<T>::forward(const ConvolutionGeometry& g) {
    return SparseGather({.destinations = g.outputs,
                         .sources = g.input.channels,
                         .destinationStride = g.groupInputs() * g.taps(),
                         .sourceStride = g.taps(),
                         .kernelWidth = g.kernelWidth,
                         .groups = g.groups,
                         .groupStride = g.weights() / g.groups},
                        forwardRows(g), forwardColumns(g));
}

template <class T>
SparseGather<T> SparseGather<T>::backwardData(const ConvolutionGeometry& g) {
    return SparseGather({.destinations = g.input.channels,
                         .sources = g.outputs,
                         .destinationStride = g.taps(),
                         .sourceStride = g.groupInputs() * g.taps(),
                         .kernelWidth = g.kernelWidth,
                         .groups = g.groups,
                         .groupStride = g.weights() / g.groups},
                        transposed(forwardRows(g), g.input.height),
                        transposed(forwardColumns(g), g.input.width));
}

template <class T>
SparseGather<T>::SparseGather(const WeightOrder& order, const TapTable& rows, const TapTable& columns)
    : order_(order), rowGroups_(groupsOf(rows)), columns_(groupsOf(columns)) {
    for (std::size_t group = 0; group < rowGroups_.size(); ++group)
        for (const TapLine& line : rowGroups_[group].lines) rows_.push_back({group, line});
}

/// Calls `body(destination, source, row tap, column tap, weight)` for the kept weights that one group's
/// pixels read in these destination channels; for each channel in the order of its sum.
template <class T>
template <class Body>
void SparseGather<T>::visitKept(const Part& part, const std::uint8_t* mask, const Body& body) const {
    const Index channels = part.endChannel - part.firstChannel;
    if (part.rows->taps.empty() || part.columns->taps.empty()) return;
    if (order_.groups > 1) return visitGroups(part, mask, body);
    const Tap& onlyRow = part.rows->taps.front();
    const Tap& onlyColumn = part.columns->taps.front();
    if (order_.destinationStride == 1) {
        for (Index s = part.firstSource; s < part.endSource; ++s) {
            const Index first = s * order_.sourceStride + part.firstChannel;
            forEachKept(mask + first, channels,
                        [&](Index i) { body(part.firstChannel + i, s, onlyRow, onlyColumn, first + i); });
        }
        return;
    }
    for (Index d = part.firstChannel; d < part.endChannel; ++d) {
        const Index first = d * order_.destinationStride;
        if (order_.sourceStride == 1) {
            forEachKept(mask + first + part.firstSource, part.endSource - part.firstSource, [&](Index i) {
                body(d, part.firstSource + i, onlyRow, onlyColumn, first + part.firstSource + i);
            });
            continue;
        }
        for (Index s = part.firstSource; s < part.endSource; ++s) {
            for (const Tap& row : part.rows->taps) {
                for (const Tap& column : part.columns->taps) {
                    const Index w =
                        first + s * order_.sourceStride + row.kernel * order_.kernelWidth + column.kernel;
                    if (mask[w] != 0) body(d, s, row, column, w);
                }
            }
        }
    }
}

/// The same where a destination reads the sources of its group alone.
template <class T>
template <class Body>
void SparseGather<T>::visitGroups(const Part& part, const std::uint8_t* mask, const Body& body) const {
    for (Index d = part.firstChannel; d < part.endChannel; ++d) {
        const Index group = d / order_.groupDestinations();
        const Index firstSource = group * order_.groupSources();
        const Index first =
            group * order_.groupStride + d % order_.groupDestinations() * order_.destinationStride;
        const Index end = std::min(part.endSource, firstSource + order_.groupSources());
        for (Index s = std::max(part.firstSource, firstSource); s < end; ++s) {
            for (const Tap& row : part.rows->taps) {
                for (const Tap& column : part.columns->taps) {
                    const Index w = first + (s - firstSource) * order_.sourceStride +
                                    row.kernel * order_.kernelWidth + column.kernel;
                    if (mask[w] != 0) body(d, s, row, column, w);
                }
            }
        }
    }
}

/// In parallel for all lists and, in fixed parts, for all destination channels.
template <class T>
template <class Body>
void SparseGather<T>::forEachPart(const Body& body) {
    const parallel::Blocks channels{order_.destinations, channelsAtOnce};
    parallel::parallelFor(static_cast<std::int64_t>(lists_.size()) * channels.count(), [&](std::int64_t i) {
        const std::int64_t list = i / channels.count();
        const std::int64_t block = i % channels.count();
        const Index slice = list / groups();
        const auto group = static_cast<std::size_t>(list % groups());
        body(
            lists_[static_cast<std::size_t>(list)],
            Part{&rowGroups_[group / columns_.size()], &columns_[group % columns_.size()],
                 slices_.begin(slice), slices_.begin(slice + 1), channels.begin(block), channels.end(block)});
    });
}

template <class T>
void SparseGather<T>::cutSources(const Tensor<T>& source) {
    const Index bytes = source.tiles() * source.lanes() * static_cast<Index>(sizeof(T));
    const bool onePixel = rows_.size() == 1 && columns_.size() == 1 && columns_.front().lines.size() == 1;
    slices_ = Partition(order_.sources, onePixel ? std::max<Index>(1, bytesOfSlice / bytes) : order_.sources);
    lists_.resize(static_cast<std::size_t>(slices_.count * groups()));
}

/// The entries are counted first, so that all channels can then write theirs at the same time.
template <class T>
void SparseGather<T>::setMask(const std::uint8_t* mask, const Tensor<T>& source) {
    cutSources(source);
    for (Lists& lists : lists_) lists.first.assign(static_cast<std::size_t>(order_.destinations) + 1, 0);
    forEachPart([&](Lists& lists, const Part& part) {
        visitKept(part, mask, [&](Index d, Index, const Tap&, const Tap&, Index) {
            ++lists.first[static_cast<std::size_t>(d) + 1];
        });
    });
    for (Lists& lists : lists_) {
        std::partial_sum(lists.first.begin(), lists.first.end(), lists.first.begin());
        lists.entries.resize(static_cast<std::size_t>(lists.first.back()) + entriesAhead);
    }
    forEachPart([&](Lists& lists, const Part& part) { fill(lists, part, mask, source); });
}

template <class T>
void SparseGather<T>::fill(Lists& lists, const Part& part, const std::uint8_t* mask,
                           const Tensor<T>& source) const {
    std::array<std::int32_t, channelsAtOnce> next;
    std::copy(lists.first.begin() + part.firstChannel, lists.first.begin() + part.endChannel, next.begin());
    visitKept(part, mask, [&](Index d, Index s, const Tap& row, const Tap& column, Index w) {
        const Index offset =
            s * source.channelStride() + row.source * source.rowStride() + column.source * source.lanes();
        const auto at = static_cast<std::size_t>(next[static_cast<std::size_t>(d - part.firstChannel)]++);
        lists.entries[at] = {static_cast<std::int32_t>(offset), static_cast<std::int32_t>(w)};
    });
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
template <SumStart from, int sites, int vectors>
void SparseGather<T>::runSites(const Lists& lists, const Site* site, const Sums& sums, Index channelStride,
                               Index firstChannel, Index endChannel) const {
    std::array<const T*, sites> source;
    for (int s = 0; s < sites; ++s) source[s] = site[s].source;
    const T* const weight = sums.weight;
    for (Index d = firstChannel; d < endChannel; ++d) {
        const auto channel = static_cast<std::size_t>(d);
        const Entry* entry = lists.entries.data() + lists.first[channel];
        const Entry* end = lists.entries.data() + lists.first[channel + 1];
        std::array<Vec<T>, std::size_t{sites} * vectors> sum;
        const auto place = [&]<int k>() {
            return site[k / vectors].destination + d * channelStride + k % vectors * vecWidth<T>;
        };
        const Vec<T> first(sums.start == nullptr ? T(0) : sums.start[d]);
        unrolled<sites * vectors>([&]<int k>() {
            if constexpr (from == SumStart::destination)
                sum[k] = load(place.template operator()<k>());
            else
                sum[k] = first;
        });
        for (; entry != end; ++entry) {
            __builtin_prefetch(weight + entry[entriesAhead].weight);
            const Vec<T> w(weight[entry->weight]);
            unrolled<sites>([&]<int s>() {
                const T* x = source[s] + entry->offset;
                unrolled<vectors>([&]<int v>() { sum[s * vectors + v] += w * load(x + v * vecWidth<T>); });
            });
        }
        unrolled<sites * vectors>([&]<int k>() { store(place.template operator()<k>(), sum[k]); });
    }
}

/// All images of some sites, as many vectors at a time as there are registers for.
template <class T>
template <SumStart from, int sites, int vectors>
void SparseGather<T>::runLanes(const Lists& lists, Site* site, Index lanes, const Sums& sums,
                               Index channelStride, Index firstChannel, Index endChannel) const {
    constexpr Index step = vectors * vecWidth<T>;
    for (; lanes >= step; lanes -= step) {
        runSites<from, sites, vectors>(lists, site, sums, channelStride, firstChannel, endChannel);
        for (int s = 0; s < sites; ++s) {
            site[s].source += step;
            site[s].destination += step;
        }
    }
    if constexpr (vectors > 1)
        runLanes<from, sites, vectors / 2>(lists, site, lanes, sums, channelStride, firstChannel, endChannel);
}

/// Asks for what the same sites of the next row will read and this row does not: the rows of a tile lie too
/// far apart for the machine to foresee it.
template <class T>
void SparseGather<T>::fetchNextRow(const Tensor<T>& source, const Row& row, const TapGroup& columns,
                                   std::span<const Site> sites) const {
    const std::vector<Tap>& taps = rowGroups_[row.group].taps;
    if (taps.empty() || columns.taps.empty()) return;
    const Index next = taps.back().source + 1;
    if (row.line.source + next >= source.shape().height) return;
    for (const Site& site : sites) {
        const T* x = site.source + next * source.rowStride() + columns.taps.back().source * source.lanes();
        for (Index c = 0; c < order_.sources; ++c, x += source.channelStride())
            for (Index l = 0; l < source.lanes(); l += laneUnit) __builtin_prefetch(x + l, 0, 2);
    }
}

template <class T>
template <SumStart from>
void SparseGather<T>::runRow(const Tensor<T>& source, const Sums& sums, Tensor<T>& destination,
                             const Block& block) const {
    const Row& row = block.row;
    const Index lanes = source.lanes();
    const Index stride = destination.channelStride();
    for (std::size_t g = 0; g < columns_.size(); ++g) {
        const auto list = static_cast<std::size_t>(block.slice * groups()) + row.group * columns_.size() + g;
        const std::vector<TapLine>& columns = columns_[g].lines;
        const Partition cut(static_cast<Index>(columns.size()) * block.tiles, sparseSitesAtOnce);
        for (Index part = 0; part < cut.count; ++part) {
            std::array<Site, sparseSitesAtOnce> site;
            const auto count = static_cast<std::size_t>(cut.size(part));
            for (std::size_t s = 0; s < count; ++s) {
                const Index at = cut.begin(part) + static_cast<Index>(s);
                const TapLine& column = columns[static_cast<std::size_t>(at / block.tiles)];
                const Index tile = block.firstTile + at % block.tiles;
                site[s] = {
                    source.channel(tile, 0) + row.line.source * source.rowStride() + column.source * lanes,
                    destination.channel(tile, 0) + row.line.destination * destination.rowStride() +
                        column.destination * lanes};
            }
            if (block.firstChannel == 0) fetchNextRow(source, row, columns_[g], {site.data(), count});
            [&]<int... s>(std::integer_sequence<int, s...>) {
                (void)((count == s + 1 && (runLanes<from, s + 1, mostVectorsOf(s + 1)>(
                                               lists_[list], site.data(), lanes, sums, stride,
                                               block.firstChannel, block.endChannel),
                                           true)) ||
                       ...);
            }
            (std::make_integer_sequence<int, sparseSitesAtOnce>{});
        }
    }
}

template <class T>
template <SumStart from>
void SparseGather<T>::runRows(const Tensor<T>& source, const Sums& sums, Tensor<T>& destination) const {
    // A picture of one pixel has too few pixels for the registers: its tiles are taken together.
    const Index together = destination.shape().width == 1 ? source.tiles() : 1;
    const Index tileGroups = source.tiles() / together;
    const auto rowCount = static_cast<Index>(rows_.size());
    const Index channels = order_.destinations;
    const Index parts = std::clamp<Index>(enoughBlocks / (tileGroups * rowCount), 1, channels);
    parallel::parallelFor(tileGroups * rowCount * parts, [&](Index k) {
        const Index part = k % parts;
        Block block{.row = rows_[static_cast<std::size_t>(k / parts % rowCount)],
                    .slice = 0,
                    .firstTile = k / parts / rowCount * together,
                    .tiles = together,
                    .firstChannel = part * channels / parts,
                    .endChannel = (part + 1) * channels / parts};
        runRow<from>(source, sums, destination, block);
        for (block.slice = 1; block.slice < slices_.count; ++block.slice)
            runRow<SumStart::destination>(source, sums, destination, block);
    });
}

template <class T>
void SparseGather<T>::run(const Tensor<T>& source, const T* weight, const T* start,
                          Tensor<T>& destination) const {
    runRows<SumStart::zero>(source, {weight, start}, destination);
}

template <class T>
void SparseGather<T>::addTo(const Tensor<T>& source, const T* weight, Tensor<T>& destination) const {
    runRows<SumStart::destination>(source, {weight, nullptr}, destination);
}

template class SparseGather<float>;
template class SparseGather<double>;

}  // namespace prunescope::kernels
