#include "bench/machine.h"

#include "bench/thread_arena.h"
#include "math/aligned_buffer.h"
#include "math/parallel.h"
#include "math/vec.h"
#include "train/provenance.h"

#include <algorithm>
#include <utility>
#include <vector>

namespace prunescope::bench {
namespace {

using math::vecWidth;
using Vector = math::Vec<float>;

/// Latency of a multiply-add times those begun in a cycle is 8 to 10 on today's cores; with two operands,
/// twelve sums fit the 16 registers of AVX2.
constexpr std::size_t sums = 12;
constexpr std::int64_t turns = 400'000;  ///< a few milliseconds
constexpr std::int64_t piecesPerCore = 4;
constexpr int repeats = 6;

constexpr std::size_t triadBytes = std::size_t{256} << 20U;
constexpr std::int64_t triadElements = triadBytes / (3 * sizeof(float)) / 4096 * 4096;
constexpr std::int64_t triadGrain = 65536;

template <std::size_t... I>
float multiplyAddChains(float factor, float term, std::index_sequence<I...> /*unrolled*/) {
    Vector sum[sums] = {Vector(static_cast<float>(I))...};
    const Vector a(factor);
    const Vector b(term);
    for (std::int64_t k = 0; k < turns; ++k) ((sum[I] = sum[I] * a + b), ...);
    Vector total(0.0F);
    ((total += sum[I]), ...);
    return math::laneSum(total);
}

/// Floating-point operations of one call of `multiplyAddChains`.
constexpr double chainOperations =
    2.0 * static_cast<double>(turns) * sums * static_cast<double>(vecWidth<float>);

/// Runs the loop; its result is stored where the compiler must believe that it is read.
void multiplyAdds() {
    static constexpr auto unrolled = std::make_index_sequence<sums>();
    volatile float factor = 0.75F;
    volatile float result = multiplyAddChains(factor, 0.5F, unrolled);
    static_cast<void>(result);
}

void triad(float* to, const float* from, const float* scaled, std::int64_t begin, std::int64_t end) {
    const Vector factor(1.5F);
    for (std::int64_t i = begin; i < end; i += vecWidth<float>)
        math::store(to + i, math::load(from + i) + factor * math::load(scaled + i));
}

}  // namespace

double Machine::peakGflops(int threads) const {
    return threads >= cores ? fmaGflops : std::min(fmaGflops, threads * fmaGflopsPerCore);
}

void MachineProbe::sample() {
    sampleMultiplyAdds();
    sampleTriad();
}

void MachineProbe::sampleMultiplyAdds() {
    ThreadArena arena(machineThreads());
    for (int k = 0; k < repeats; ++k) {
        oneCore_.add(secondsOf(multiplyAdds));
        arena.run([&] {
            allCores_.add(secondsOf([&] {
                math::parallelFor(piecesPerCore * machineThreads(), [](std::int64_t) { multiplyAdds(); });
            }));
        });
    }
}

void MachineProbe::sampleTriad() {
    const auto size = static_cast<std::size_t>(triadElements);
    math::AlignedBuffer<float> to(size);
    const math::AlignedBuffer<float> from(size);
    const math::AlignedBuffer<float> scaled(size);
    const math::Pieces pieces{triadElements, triadGrain};
    ThreadArena arena(machineThreads());
    arena.run([&] {
        for (int k = 0; k < repeats; ++k) {
            triad_.add(secondsOf([&] {
                math::parallelFor(pieces.count(), [&](std::int64_t piece) {
                    triad(to.data(), from.data(), scaled.data(), pieces.begin(piece), pieces.end(piece));
                });
            }));
        }
    });
}

Machine MachineProbe::machine() const {
    const run::Provenance provenance = train::currentProvenance();
    const double together = static_cast<double>(piecesPerCore * machineThreads());
    return {.name = provenance.processor,
            .instructionSet = provenance.instructionSet,
            .cores = machineThreads(),
            .fmaGflopsPerCore = chainOperations / oneCore_.seconds() / 1e9,
            .fmaGflops = chainOperations * together / allCores_.seconds() / 1e9,
            .bandwidthGbS = static_cast<double>(triadElements) * 12 / triad_.seconds() / 1e9};
}

}  // namespace prunescope::bench
