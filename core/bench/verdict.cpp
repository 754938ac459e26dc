#include "bench/report_text.h"

#include <fmt/format.h>

namespace prunescope::bench {
namespace {

/// Why a network with fewer weights was not faster.
const char* reason(Obstacle obstacle) {
    switch (obstacle) {
        case Obstacle::fewMacsSaved:
            return "most of the multiply-accumulates are left at this sparsity";
        case Obstacle::memory:
            return "memory, not arithmetic, sets the pace";
        case Obstacle::otherWork:
        case Obstacle::none:
            break;
    }
    return "the time did not follow the arithmetic: layers multiplied their zeros, or the time goes into "
           "what pruning leaves alone, such as loading, normalisation and activations";
}

}  // namespace

std::string verdict(const Report& report) {
    const Result* told = report.telling();
    if (told == nullptr)
        return "Verdict: nothing was pruned; ask for a sparsity above 0 to see what pruning buys.";
    const Gains gains = report.gains(*told);
    const std::string name =
        fmt::format("{}{} at {:.4g} %", told->own ? "your " : "", report.request.model, 100 * told->sparsity);
    const std::string stored =
        fmt::format("{:.0f} % of its bytes", 100 * static_cast<double>(told->theory.storedBytes) /
                                                 static_cast<double>(told->theory.denseBytes));
    const Obstacle obstacle = report.obstacle(*told);
    if (obstacle != Obstacle::none) {
        return fmt::format(
            "Verdict: pruning bought no speed on this machine: {} is at best {:.2f} times as fast as without "
            "pruning (measured), where {:.1f} times was possible (theoretical), because {}; it stores in {}.",
            name, gains.best(), told->theory.speedup(), reason(obstacle), stored);
    }
    return fmt::format(
        "Verdict: pruning bought speed on this machine: {} is {:.2f} times as fast in inference of a batch, "
        "{:.2f} times for one image, {:.2f} times in a training step with frozen masks and {:.2f} times with "
        "moving ones (measured), where {:.1f} times was possible (theoretical); it stores in {}.",
        name, gains.batch, gains.oneImage, gains.exploitation, gains.exploration, told->theory.speedup(),
        stored);
}

}  // namespace prunescope::bench
