#include "speed/machine.h"

#include "kernels/aligned_buffer.h"
#include "kernels/vec.h"
#include "parallel/parallel_for.h"
#include "parallel/thread_arena.h"
#include "train/provenance.h"

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

namespace prunescope::speed {
namespace {

using kernels::vecWidth;
using Vector = kernels::Vec<float>;

/// Latency of a multiply-add times those begun in a cycle is 8 to 10 on today's cores; with two operands,
/// twelve sums fit the 16 registers of AVX2.
constexpr std::size_t sums = 12;
constexpr std::int64_t turns = 400'000;  ///< a few milliseconds
constexpr std::int64_t piecesPerCore = 4;
constexpr int repeats = 6;

/// Of all three arrays and all cores together: what a first, a second and a third cache hold, and memory.
constexpr std::array<std::size_t, 4> triadSizes{64U << 10U, 1U << 20U, 8U << 20U, 256U << 20U};
constexpr std::size_t triadTraffic = 64U << 20U;  ///< at least so many bytes are moved in one measurement
constexpr std::int64_t triadGrain = 1024;         ///< elements; whole cache lines
constexpr double bytesAnElement = 3 * sizeof(float);

template <std::size_t... I>
float multiplyAddChains(float factor, float term, std::index_sequence<I...> /*unrolled*/) {
    Vector sum[sums] = {Vector(static_cast<float>(I))...};
    const Vector a(factor);
    const Vector b(term);
    for (std::int64_t k = 0; k < turns; ++k) ((sum[I] = sum[I] * a + b), ...);
    Vector total(0.0F);
    ((total += sum[I]), ...);
    return kernels::laneSum(total);
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

/// The arrays a = b + s c of one size, each thread with its own share of them.
class Triad {
public:
    Triad(std::size_t bytes, int threads)
        : threads_(threads),
          elements_(std::max<std::int64_t>(
                        1, static_cast<std::int64_t>(static_cast<double>(bytes) / bytesAnElement) / threads /
                               triadGrain) *
                    triadGrain),
          turns_(std::max<std::size_t>(1, triadTraffic / bytes)),
          to_(size()),
          from_(size()),
          scaled_(size()) {}

    /// 10^9 bytes a second of one run.
    double run() {
        const double seconds = secondsOf([&] {
            parallel::parallelFor(threads_, [&](std::int64_t thread) { runShare(thread * elements_); });
        });
        return static_cast<double>(size() * turns_) * bytesAnElement / seconds / 1e9;
    }

private:
    std::size_t size() const { return static_cast<std::size_t>(threads_ * elements_); }
    void runShare(std::int64_t begin);

    std::int64_t threads_;
    std::int64_t elements_;  ///< of each thread and array
    std::size_t turns_;
    kernels::AlignedBuffer<float> to_;
    kernels::AlignedBuffer<float> from_;
    kernels::AlignedBuffer<float> scaled_;
};

void triad(float* to, const float* from, const float* scaled, std::int64_t begin, std::int64_t end) {
    const Vector factor(1.5F);
    for (std::int64_t i = begin; i < end; i += vecWidth<float>)
        kernels::store(to + i, kernels::load(from + i) + factor * kernels::load(scaled + i));
}

void Triad::runShare(std::int64_t begin) {
    for (std::size_t k = 0; k < turns_; ++k)
        triad(to_.data(), from_.data(), scaled_.data(), begin, begin + elements_);
}

}  // namespace

double Machine::peakGflops(int threads) const {
    return threads >= cores ? fmaGflops : std::min(fmaGflops, threads * fmaGflopsPerCore);
}

double Machine::bandwidthFor(double bytes) const {
    double gbS = bandwidths.empty() ? 0 : bandwidths.front().gbS;
    for (const Bandwidth& b : bandwidths)
        if (static_cast<double>(b.bytes) <= bytes) gbS = b.gbS;
    return gbS;
}

void MachineProbe::sample() {
    sampleMultiplyAdds();
    sampleTriads();
}

void MachineProbe::sampleMultiplyAdds() {
    parallel::ThreadArena arena(parallel::machineThreads());
    for (int k = 0; k < repeats; ++k) {
        oneCore_.add(secondsOf(multiplyAdds));
        arena.run([&] {
            allCores_.add(secondsOf([&] {
                parallel::parallelFor(piecesPerCore * parallel::machineThreads(),
                                      [](std::int64_t) { multiplyAdds(); });
            }));
        });
    }
}

void MachineProbe::sampleTriads() {
    triadsGbS_.resize(triadSizes.size());
    parallel::ThreadArena arena(parallel::machineThreads());
    for (std::size_t size = 0; size < triadSizes.size(); ++size) {
        Triad arrays(triadSizes[size], parallel::machineThreads());
        arena.run([&] {
            for (int k = 0; k < repeats; ++k) triadsGbS_[size] = std::max(triadsGbS_[size], arrays.run());
        });
    }
}

Machine MachineProbe::machine() const {
    const run::Provenance provenance = train::currentProvenance();
    const double together = static_cast<double>(piecesPerCore * parallel::machineThreads());
    std::vector<Bandwidth> bandwidths;
    for (std::size_t size = 0; size < triadsGbS_.size(); ++size)
        bandwidths.push_back({.bytes = triadSizes[size], .gbS = triadsGbS_[size]});
    return {.name = provenance.processor,
            .instructionSet = provenance.instructionSet,
            .cores = parallel::machineThreads(),
            .fmaGflopsPerCore = chainOperations / oneCore_.seconds() / 1e9,
            .fmaGflops = chainOperations * together / allCores_.seconds() / 1e9,
            .bandwidths = std::move(bandwidths)};
}

}  // namespace prunescope::speed
