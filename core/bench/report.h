#pragma once

#include "bench/machine.h"
#include "bench/request.h"
#include "bench/theory.h"

#include <algorithm>
#include <cstdint>
#include <vector>

namespace prunescope::bench {

/// Times of single passes, in microseconds; percentiles by nearest rank.
struct Latency {
    double median = 0;
    double p95 = 0;
    double p99 = 0;
    std::int64_t samples = 0;
};

/// Throws `std::logic_error` when there are no times.
Latency latencyOf(std::vector<double> microseconds);

/// Training without any pruning method, and inference of the network with all of its weights: what the
/// sparse figures are compared with.
struct DenseFigures {
    double stepMs = 0;
    double inferMs = 0;  ///< a batch
    Latency batch1{};    ///< one image, one thread
};

/// What was measured at one sparsity. Times are the fastest of all rounds, but for the latency.
struct Result {
    double sparsity = 0;  ///< as asked for
    bool own = false;     ///< the user's own model, as its run left it
    Theory theory{};
    double explorationMs = 0;   ///< a step, with its share of a mask update
    double exploitationMs = 0;  ///< a step with frozen masks
    double inferMs = 0;         ///< a batch
    Latency batch1{};           ///< one image, one thread
};

/// How many times as fast as without pruning.
struct Gains {
    double exploration = 1;   ///< a training step while masks move
    double exploitation = 1;  ///< a training step with frozen masks
    double batch = 1;         ///< inference of a batch
    double oneImage = 1;      ///< inference of one image, median

    double best() const { return std::max({exploration, exploitation, batch, oneImage}); }
};

/// What kept a network with fewer weights from being faster.
enum class Obstacle : std::uint8_t {
    none,          ///< it is faster
    fewMacsSaved,  ///< most of the multiply-accumulates are left
    memory,        ///< it moves bytes about as fast as the machine can
    otherWork,     ///< the time did not follow the arithmetic
};

struct Report {
    Request request{};
    Machine machine{};
    DenseFigures dense{};
    std::vector<Result> results{};  ///< the own model first, then in the order asked for

    double imagesPerSecond(double ms) const { return static_cast<double>(request.batch) * 1000 / ms; }
    /// 10^9 floating-point operations a second, for so many multiply-accumulates of each image of a batch.
    double gflops(double macsPerImage, double ms) const {
        return 2 * macsPerImage * static_cast<double>(request.batch) / ms / 1e6;
    }
    /// The most that machine, threads and memory allow inference at this sparsity: the roof of the roofline.
    double roofGflops(const Result& result) const;
    /// True when that roof is the memory's.
    bool boundByMemory(const Result& result) const;

    Gains gains(const Result& result) const;
    Obstacle obstacle(const Result& result) const;
    /// The one that tells most of what pruning bought: the own model, else where the gain is greatest. Null
    /// when nothing was pruned.
    const Result* telling() const;
};

}  // namespace prunescope::bench
