#include "kernels/gather_kernel.h"

#include "kernels/kernel_table.h"
#include "kernels/partition.h"
#include "kernels/unrolled.h"
#include "kernels/vec.h"
#include "parallel/parallel_for.h"

#include <array>

namespace prunescope::kernels {
namespace {

// A site is one vector of images at one destination pixel. Three neighbouring pixels read much the same
// source and share every weight.
constexpr int mostSites = 3;
#ifdef __AVX512F__
constexpr int outputsAtOnce = 8;  // 8 x 3 accumulators, 3 inputs and a weight fill 28 of 32 registers
#else
constexpr int outputsAtOnce = 4;  // 4 x 3 accumulators, 3 inputs and a weight fill 16 of 16
#endif
constexpr Index termsAtOnce = 512;  // the weights of a block of outputs stay in the first-level cache
constexpr Index bytesOfSource =
    Index{256} * 1024;  // read by every block of outputs before the next: second level
constexpr Index enoughPieces = 16;

/// One product of every sum: where it is, from a site's source and from an output's first weight.
struct Term {
    Index source;
    Index weight;
};

/// What the sites of one sweep share: a block of outputs, and some terms of their sums.
template <class T>
struct Sweep {
    const Term* terms;
    const Term* end;
    const T* weight;
    Index weightStride;  ///< from one output to the next
    const T* start;      ///< a vector for each output
    bool resumes;        ///< the destination holds the sum of the terms before; `start` is in it
    Index destinationStride;
};

template <class T>
struct Site {
    const T* source;
    T* destination;
};

template <class T, int outputs, int sites>
void gatherSites(const Sweep<T>& sweep, const Site<T>* site) {
    std::array<const T*, sites> x;
    std::array<std::array<Vec<T>, sites>, outputs> sum;
    for (int s = 0; s < sites; ++s) {
        x[s] = site[s].source;
        const T* first = sweep.resumes ? site[s].destination : sweep.start;
        const Index step = sweep.resumes ? sweep.destinationStride : vecWidth<T>;
        for (int o = 0; o < outputs; ++o) sum[o][s] = load(first + o * step);
    }
    // Four outputs to a pointer: the machine's addresses then scale the distance, at no cost.
    const Index stride = sweep.weightStride;
    const Index stride3 = 3 * stride;
    const std::array<const T*, 2> weight{sweep.weight, sweep.weight + 4 * stride};
    const Term* const end = sweep.end;
    for (const Term* term = sweep.terms; term != end; ++term) {
        std::array<Vec<T>, sites> in;
        for (int s = 0; s < sites; ++s) in[s] = load(x[s] + term->source);
        unrolled<outputs>([&]<int o>() {
            const T* own = weight[o / 4] + term->weight;
            const Vec<T> w(own[o % 4 == 3 ? stride3 : o % 4 * stride]);
            for (int s = 0; s < sites; ++s) sum[o][s] += w * in[s];
        });
    }
    for (int o = 0; o < outputs; ++o)
        for (int s = 0; s < sites; ++s) store(site[s].destination + o * sweep.destinationStride, sum[o][s]);
}

/// By outputs and sites.
template <class T>
constexpr auto siteKernels = kernelTable<outputsAtOnce, mostSites>([]<int outputs, int sites>() {
    return &gatherSites<T, outputs, sites>;
});

template <class T>
class Gather {
public:
    explicit Gather(const GatherProblem<T>& problem)
        : p_(problem),
          source_(*p_.source),
          destination_(*p_.destination),
          groupSources_(source_.shape().channels / p_.groups),
          groupDestinations_(destination_.shape().channels / p_.groups),
          blocks_(groupDestinations_, outputsAtOnce),
          tilesTogether_(destination_.shape().pixels() == 1 ? source_.tiles() : 1) {}

    /// One piece of work writes one row of some blocks of outputs.
    void run() const {
        const Index height = destination_.shape().height;
        const Index rows = source_.tiles() / tilesTogether_ * height;
        const Index blocks = p_.groups * blocks_.count;
        const Partition parts(blocks, std::max<Index>(1, blocks * rows / enoughPieces));
        parallel::parallelFor(rows * parts.count, [&](Index piece) {
            const Index row = piece / parts.count;
            for (const TapGroup& columns : *p_.columns) {
                runRow({.columns = columns,
                        .rows = (*p_.rows)[static_cast<std::size_t>(row % height)],
                        .tile = row / height * tilesTogether_,
                        .y = row % height,
                        .firstBlock = parts.begin(piece % parts.count),
                        .endBlock = parts.begin(piece % parts.count + 1)});
            }
        });
    }

private:
    /// The sites of one row whose columns have the same taps. They are counted vector by vector, and within
    /// a vector of images pixel by pixel.
    struct Row {
        const TapGroup& columns;
        const std::vector<Tap>& rows;
        Index tile;
        Index y;
        Index firstBlock;
        Index endBlock;

        Index terms(Index channels) const {
            return channels * static_cast<Index>(rows.size() * columns.taps.size());
        }
    };
    using Terms = std::array<Term, static_cast<std::size_t>(termsAtOnce)>;

    void runRow(const Row& row) const {
        const auto pixels = static_cast<Index>(row.columns.lines.size());
        const Partition chunks(pixels * tilesTogether_ * vectorsPerTile(), mostSites);
        const Partition slices(row.terms(groupSources_), termsAtOnce);
        // Neighbouring sites share columns: each brings one vector for each of the channels and rows.
        const Index bytesPerChunk = slices.size(0) /
                                    std::max<Index>(1, static_cast<Index>(row.columns.taps.size())) *
                                    mostSites * vecWidth<T> * static_cast<Index>(sizeof(T));
        const Partition windows(chunks.count,
                                std::max<Index>(1, bytesOfSource / std::max<Index>(1, bytesPerChunk)));
        Terms terms;
        for (Index window = 0; window < windows.count; ++window) {
            for (Index slice = 0; slice < slices.count; ++slice) {
                if (window == 0 || slices.count > 1)
                    fill(terms, row, slices.begin(slice), slices.size(slice));
                runWindow(row, chunks, windows.begin(window), windows.begin(window + 1),
                          {.terms = terms.data(),
                           .end = terms.data() + slices.size(slice),
                           .weight = nullptr,
                           .weightStride = p_.destinationStride,
                           .start = nullptr,
                           .resumes = p_.resumes || slice > 0,
                           .destinationStride = destination_.channelStride()});
            }
        }
    }

    /// All blocks of outputs over some chunks of sites. Blocks are counted group by group.
    void runWindow(const Row& row, const Partition& chunks, Index firstChunk, Index endChunk,
                   Sweep<T> sweep) const {
        alignas(64) std::array<T, static_cast<std::size_t>(outputsAtOnce * vecWidth<T>)> starts{};
        for (Index b = row.firstBlock; b < row.endBlock; ++b) {
            const Index group = b / blocks_.count;
            const Index inGroup = blocks_.begin(b % blocks_.count);
            const Index first = group * groupDestinations_ + inGroup;
            const Index outputs = blocks_.size(b % blocks_.count);
            for (Index o = 0; o < outputs && p_.start != nullptr; ++o)
                std::fill_n(starts.begin() + o * vecWidth<T>, vecWidth<T>, p_.start[first + o]);
            sweep.weight = p_.weight + group * p_.groupStride + inGroup * p_.destinationStride;
            sweep.start = starts.data();
            for (Index chunk = firstChunk; chunk < endChunk; ++chunk) {
                if (b == row.firstBlock || b % blocks_.count == 0) fetchNextRow(row, chunks, chunk, group);
                std::array<Site<T>, mostSites> site;
                const Index count = chunks.size(chunk);
                for (Index s = 0; s < count; ++s)
                    site[static_cast<std::size_t>(s)] = siteAt(row, chunks.begin(chunk) + s, group, first);
                siteKernels<T>.of(outputs, count)(sweep, site.data());
            }
        }
    }

    /// Asks for what the same sites of the next row will read of the group and this row does not: the rows of
    /// a tile lie too far apart for the machine to foresee it.
    void fetchNextRow(const Row& row, const Partition& chunks, Index chunk, Index group) const {
        if (row.rows.empty() || row.columns.taps.empty()) return;
        const Index next = row.rows.back().source + 1;
        if (next >= source_.shape().height) return;
        const Index first = row.columns.taps.back().source;
        for (Index s = 0; s < chunks.size(chunk); ++s) {
            const T* x = siteAt(row, chunks.begin(chunk) + s, group, 0).source + next * source_.rowStride() +
                         first * source_.lanes();
            for (Index c = 0; c < groupSources_; ++c, x += source_.channelStride())
                __builtin_prefetch(x, 0, 2);
        }
    }

    Site<T> siteAt(const Row& row, Index index, Index group, Index firstOutput) const {
        const auto pixels = static_cast<Index>(row.columns.lines.size());
        const TapLine& line = row.columns.lines[static_cast<std::size_t>(index % pixels)];
        const Index tile = row.tile + index / pixels / vectorsPerTile();
        const Index lane = index / pixels % vectorsPerTile() * vecWidth<T>;
        const Index lanes = source_.lanes();
        return {source_.channel(tile, group * groupSources_) + line.source * lanes + lane,
                destination_.channel(tile, firstOutput) + row.y * destination_.rowStride() +
                    line.destination * lanes + lane};
    }

    /// `count` terms from the one with index `first` on.
    void fill(Terms& terms, const Row& row, Index first, Index count) const {
        const std::vector<Tap>& columns = row.columns.taps;
        const Index perChannel = row.terms(1);
        auto term = terms.begin();
        const auto end = term + count;
        for (Index c = perChannel == 0 ? 0 : first / perChannel; term != end; ++c) {
            auto tap = static_cast<std::size_t>(std::max<Index>(0, first - c * perChannel));
            for (; tap < static_cast<std::size_t>(perChannel) && term != end; ++tap) {
                const Tap& i = row.rows[tap / columns.size()];
                const Tap& j = columns[tap % columns.size()];
                *term++ = {
                    c * source_.channelStride() + i.source * source_.rowStride() + j.source * source_.lanes(),
                    c * p_.sourceStride + i.kernel * p_.kernelWidth + j.kernel};
            }
        }
    }

    Index vectorsPerTile() const { return source_.lanes() / vecWidth<T>; }

    const GatherProblem<T>& p_;
    const Tensor<T>& source_;
    Tensor<T>& destination_;
    Index groupSources_, groupDestinations_;
    Partition blocks_;  ///< of the outputs of a group
    Index tilesTogether_;
};

}  // namespace

template <class T>
void gather(const GatherProblem<T>& problem) {
    Gather<T>(problem).run();
}

template void gather<float>(const GatherProblem<float>&);
template void gather<double>(const GatherProblem<double>&);

}  // namespace prunescope::kernels
