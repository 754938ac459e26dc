#include "speed/report_text.h"

#include <fmt/format.h>

namespace prunescope::speed {
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

/// Why nothing is concluded.
std::string doubtText(const Report& report, const Result& told) {
    switch (report.doubt()) {
        case Doubt::none:
            break;
        case Doubt::fewRounds:
            return fmt::format(
                "it was measured in {} rounds, and at least {} are needed to tell how steady it is",
                told.inferMs.rounds, fewestRounds);
        case Doubt::runBeside:
            return "a run of this program trained meanwhile";
        case Doubt::busy:
            return fmt::format("this machine was busy: other programs took {:.0f} % of the processors' time",
                               100 * report.otherLoad.value_or(0));
        case Doubt::unsteady:
            return fmt::format(
                "this machine was unsteady: from round to round the speed-up changes by {:.0f} % "
                "(interquartile "
                "range over the median)",
                100 * told.gains.spread());
        case Doubt::aboveRoof:
            return fmt::format(
                "the figures contradict each other: inference at {:.4g} % is {:.0f} % above what arithmetic "
                "and "
                "memory of this machine allow as measured beside it, so one of the two was disturbed",
                100 * report.aboveRoof()->sparsity, 100 * (report.ofRoof(*report.aboveRoof()) - 1));
    }
    return "";
}

}  // namespace

std::string verdict(const Report& report) {
    const Result* told = report.telling();
    if (told == nullptr)
        return "Verdict: nothing was pruned; ask for a sparsity above 0 to see what pruning buys.";
    if (report.doubt() != Doubt::none) {
        return fmt::format(
            "Verdict: no conclusion, because {}. Close other programs, give more --seconds, and measure "
            "again.",
            doubtText(report, *told));
    }
    const Gains& gains = told->gains;
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
        "{:.2f} times for one sample, {:.2f} times in a training step with frozen masks and {:.2f} times "
        "with "
        "moving ones (measured), where {:.1f} times was possible (theoretical); it stores in {}.",
        name, gains.batch.median, gains.oneImage.median, gains.exploitation.median, gains.exploration.median,
        told->theory.speedup(), stored);
}

}  // namespace prunescope::speed
