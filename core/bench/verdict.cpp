#include "bench/report_text.h"

#include <fmt/format.h>

#include <algorithm>

namespace prunescope::bench {
namespace {

constexpr double worthNaming = 1.1;   ///< below, a gain is not told from the machine's unrest
constexpr double fewMacsSaved = 1.5;  ///< theoretical speed-up
constexpr double nearTheRoof = 0.6;

/// How many times as fast as without pruning.
struct Gains {
    double exploration;
    double exploitation;
    double batch;
    double oneImage;

    double best() const { return std::max({exploration, exploitation, batch, oneImage}); }
};

Gains gainsOf(const Report& report, const Result& r) {
    return {report.dense.stepMs / r.explorationMs, report.dense.stepMs / r.exploitationMs,
            report.dense.inferMs / r.inferMs, report.dense.batch1.median / r.batch1.median};
}

/// Why a network with fewer weights was not faster.
std::string reason(const Report& report, const Result& r) {
    if (r.theory.speedup() < fewMacsSaved)
        return "most of the multiply-accumulates are left at this sparsity";
    const double achieved = report.gflops(r.theory.macsLeft, r.inferMs);
    if (report.boundByMemory(r) && achieved > nearTheRoof * report.roofGflops(r))
        return "memory, not arithmetic, sets the pace";
    return "the time did not follow the arithmetic: layers multiplied their zeros, or the time goes into "
           "what "
           "pruning leaves alone, such as loading, normalisation and activations";
}

}  // namespace

std::string verdict(const Report& report) {
    const auto best =
        std::max_element(report.results.begin(), report.results.end(), [&](const Result& a, const Result& b) {
            const auto rank = [&](const Result& r) { return r.sparsity > 0 ? gainsOf(report, r).best() : 0; };
            return rank(a) < rank(b);
        });
    if (best == report.results.end() || best->sparsity == 0)
        return "Verdict: nothing was pruned; ask for a sparsity above 0 to see what pruning buys.";
    const Gains gains = gainsOf(report, *best);
    const std::string name = fmt::format("{} at {:.4g} %", report.request.model, 100 * best->sparsity);
    const std::string stored =
        fmt::format("{:.0f} % of its bytes", 100 * static_cast<double>(best->theory.storedBytes) /
                                                 static_cast<double>(best->theory.denseBytes));
    if (gains.best() < worthNaming) {
        return fmt::format(
            "Verdict: pruning bought no speed on this machine: {} is at best {:.2f} times as fast as without "
            "pruning (measured), where {:.1f} times was possible (theoretical), because {}; it stores in {}.",
            name, gains.best(), best->theory.speedup(), reason(report, *best), stored);
    }
    return fmt::format(
        "Verdict: pruning bought speed on this machine: {} is {:.2f} times as fast in inference of a batch, "
        "{:.2f} "
        "times for one image, {:.2f} times in a training step with frozen masks and {:.2f} times with moving "
        "ones "
        "(measured), where {:.1f} times was possible (theoretical); it stores in {}.",
        name, gains.batch, gains.oneImage, gains.exploitation, gains.exploration, best->theory.speedup(),
        stored);
}

}  // namespace prunescope::bench
