#pragma once

#include "run/measurement.h"
#include "speed/machine.h"
#include "speed/quartiles.h"
#include "speed/request.h"
#include "speed/theory.h"

#include <algorithm>
#include <cstdint>
#include <optional>
#include <vector>

namespace prunescope::speed {

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
/// sparse figures are compared with. A round's time is the median of the passes in it.
struct DenseFigures {
    Quartiles stepMs{};
    Quartiles inferMs{};     ///< a batch
    Latency batch1{};        ///< one image, one thread
    Quartiles oneImageMs{};  ///< the same, from the medians of each round
};

/// How many times as fast as without pruning, round by round against the dense network of the same round.
struct Gains {
    Quartiles exploration{};   ///< a training step while masks move
    Quartiles exploitation{};  ///< a training step with frozen masks
    Quartiles batch{};         ///< inference of a batch
    Quartiles oneImage{};      ///< inference of one image, from the medians of each round

    double best() const {
        return std::max({exploration.median, exploitation.median, batch.median, oneImage.median});
    }
    /// Of the figure that changes most from round to round.
    double spread() const {
        return std::max({exploration.spread(), exploitation.spread(), batch.spread(), oneImage.spread()});
    }
};

/// What was measured at one sparsity.
struct Result {
    double sparsity = 0;  ///< as asked for
    bool own = false;     ///< the user's own model, as its run left it
    Theory theory{};
    Quartiles explorationMs{};   ///< a step, with its share of a mask update
    Quartiles exploitationMs{};  ///< a step with frozen masks
    Quartiles inferMs{};         ///< a batch
    Latency batch1{};            ///< one image, one thread
    Quartiles oneImageMs{};      ///< the same, from the medians of each round
    Gains gains{};
};

/// What kept a network with fewer weights from being faster.
enum class Obstacle : std::uint8_t {
    none,          ///< it is faster
    fewMacsSaved,  ///< most of the multiply-accumulates are left
    memory,        ///< it moves bytes about as fast as the machine can
    otherWork,     ///< the time did not follow the arithmetic
};

using run::Doubt;

struct Report {
    Request request{};
    Machine machine{};
    DenseFigures dense{};
    std::vector<Result> results{};              ///< the own model first, then in the order asked for
    std::vector<run::CallersAtOnce> callers{};  ///< of the own model, where that was asked for
    std::optional<double> otherLoad{};  ///< of all processors' time meanwhile, what others took; where known

    bool runBeside = false;  ///< said by whoever knows: a run of this program trained meanwhile

    double imagesPerSecond(double ms) const { return static_cast<double>(request.batch) * 1000 / ms; }
    /// 10^9 floating-point operations a second, for so many multiply-accumulates of each image of a batch.
    double gflops(double macsPerImage, double ms) const {
        return 2 * macsPerImage * static_cast<double>(request.batch) / ms / 1e6;
    }
    /// The bandwidth under the roof: that of the sparsity that moves fewest bytes, so that no other has more.
    double bandwidthGbS() const;
    /// The most that machine, threads and memory allow inference at this sparsity: the roof of the roofline.
    double roofGflops(const Result& result) const;
    /// True when that roof is the memory's.
    bool boundByMemory(const Result& result) const;
    /// Achieved in inference of a batch, of that roof.
    double ofRoof(const Result& result) const;

    Doubt doubt() const;
    Obstacle obstacle(const Result& result) const;
    /// The one that tells most of what pruning bought: the own model, else where the gain is greatest. Null
    /// when nothing was pruned.
    const Result* telling() const;
    /// The one that is furthest above its roof, or null.
    const Result* aboveRoof() const;
};

/// What figures may change from round to round, and what others may take of the processors' time, before
/// nothing is concluded.
constexpr double mostUnrest = 0.1;
/// Quartiles of fewer rounds say nothing of the spread.
constexpr std::size_t fewestRounds = 4;

}  // namespace prunescope::speed
