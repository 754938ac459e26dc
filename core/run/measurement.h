#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace prunescope::run {

/// One figure measured in several rounds.
struct Quartiles {
    double lower = 0;
    double median = 0;
    double upper = 0;
    std::size_t rounds = 0;

    /// The interquartile range as a fraction of the median: how much the figure changes from round to round.
    double spread() const { return median > 0 ? (upper - lower) / median : 0; }
};

/// Why nothing is concluded from figures.
enum class Doubt : std::uint8_t {
    none,
    fewRounds,  ///< too few rounds to tell how steady the figures are
    runBeside,  ///< a run of this program trained meanwhile
    busy,       ///< others took processor time while it was measured
    unsteady,   ///< the figures change too much from round to round
    aboveRoof,  ///< faster than the machine's measured limits allow, so one of the two was disturbed
};

/// The sparsity from which on a kind of work was faster than with all weights, on a straight line between
/// sparsities that were measured.
struct BreakEven {
    double sparsity = 0;   ///< in (0, 1)
    bool orBelow = false;  ///< the lowest sparsity measured was faster already
};

/// One kind of work, timed in turn with all weights and with those that a run kept.
struct TimedWork {
    Quartiles denseMs{};
    Quartiles prunedMs{};
    Quartiles speedup{};  ///< dense / pruned, round by round
    /// Nothing when too few sparsities were measured to tell, or the highest was no faster.
    std::optional<BreakEven> breakEven{};
};

/// What callers wait who ask for one image after another at the same time, each on a thread of its own.
struct CallerWaits {
    double medianUs = 0;
    double p95Us = 0;
    double p99Us = 0;
    double imagesPerSecond = 0;  ///< of all callers together
    std::int64_t images = 0;     ///< that were answered
};

/// Most callers at once that are measured, and most numbers of them.
inline constexpr std::int64_t mostCallers = 256;
inline constexpr std::size_t mostCallerCounts = 16;

/// So many callers at once, in turn with all weights and with those that a run kept.
struct CallersAtOnce {
    std::int64_t callers = 1;
    CallerWaits dense{};
    CallerWaits pruned{};

    double speedup() const { return pruned.imagesPerSecond / dense.imagesPerSecond; }
};

/// How fast the network of a run is with the weights it has kept, as measured on one machine.
struct Measurement {
    std::int64_t wallMs = 0;     ///< when: UTC, milliseconds since 1970
    std::string processor;       ///< "" when the system does not tell
    std::string instructionSet;  ///< that the program was compiled for
    std::int64_t cores = 0;
    std::int64_t threads = 0;  ///< of a batch and of a training step
    std::int64_t batch = 0;    ///< images
    double sparsity = 0;       ///< achieved over the prunable weights, in [0, 1)
    TimedWork oneImage{};      ///< inference of one image on one thread
    TimedWork inference{};     ///< inference of a batch
    TimedWork exploration{};   ///< a training step while masks move
    TimedWork exploitation{};  ///< a training step with frozen masks
    /// By rising number; empty where that was not measured.
    std::vector<CallersAtOnce> callers{};
    Doubt doubt = Doubt::none;
    /// Of all processors' time meanwhile, what other programs took, in [0, 1]; where known.
    std::optional<double> otherLoad{};

    /// Of the speed-up that changes most from round to round.
    double spread() const {
        return std::max({oneImage.speedup.spread(), inference.speedup.spread(), exploration.speedup.spread(),
                         exploitation.speedup.spread()});
    }
    /// The time of one image with the weights that the run kept.
    const Quartiles& oneImageMs() const { return sparsity == 0 ? oneImage.denseMs : oneImage.prunedMs; }
    double imagesPerSecond(double ms) const { return static_cast<double>(batch) * 1000 / ms; }
    bool sameMachine(const Measurement& other) const {
        return processor == other.processor && instructionSet == other.instructionSet && cores == other.cores;
    }
};

}  // namespace prunescope::run
