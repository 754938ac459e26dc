#include "view/speed_words.h"

#include "view/number_text.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <utility>
#include <vector>

namespace prunescope::view {
namespace {

constexpr int speedupDecimals = 2;

std::string factorText(double factor) {
    return decimalText(factor, speedupDecimals);
}

/// Of a dense step, from how many times as fast it is.
std::string shareOfDense(double speedup) {
    return factorText(1 / speedup);
}

std::string rateText(const run::Measurement& m, double ms) {
    return countText(std::llround(m.imagesPerSecond(ms)));
}

void addBreakEven(const std::optional<run::BreakEven>& breakEven, const Text& work,
                  std::vector<Text>& parts) {
    if (!breakEven) return;
    const std::string sparsity = percentText(breakEven->sparsity, 0);
    parts.push_back(breakEven->orBelow ? Text::of("{} or less for {}", sparsity, work)
                                       : Text::of("about {} for {}", sparsity, work));
}

}  // namespace

int millisecondDecimals(double ms) {
    constexpr int fewest = 1;
    constexpr int most = 6;
    if (!(ms > 0)) return fewest;
    return std::clamp(1 - static_cast<int>(std::floor(std::log10(ms))), fewest, most);
}

int millisecondDecimals(const run::TimedWork& work) {
    return millisecondDecimals(std::min(work.denseMs.median, work.prunedMs.median));
}

std::string millisecondText(double ms, const run::TimedWork& work) {
    return decimalText(ms, millisecondDecimals(work));
}

std::string speedupText(double speedup) {
    return fmt::format("\u00D7{}", factorText(speedup));
}

std::string speedupText(const run::Quartiles& speedup) {
    return speedupText(speedup.median);
}

Text oneImageWords(const run::Measurement& m) {
    const run::TimedWork& work = m.oneImage;
    if (m.sparsity == 0) {
        return Text::of("One sample takes {} ms (median of {} rounds); no weight is pruned.",
                        millisecondText(work.denseMs.median, work), work.denseMs.rounds);
    }
    return Text::of(
        "One sample takes {} ms dense and {} ms pruned ({}, median of {} rounds, spread {} to {}).",
        millisecondText(work.denseMs.median, work), millisecondText(work.prunedMs.median, work),
        speedupText(work.speedup), work.speedup.rounds, factorText(work.speedup.lower),
        factorText(work.speedup.upper));
}

Text batchWords(const run::Measurement& m) {
    const run::TimedWork& work = m.inference;
    if (m.sparsity == 0) {
        return Text::of("In batches of {}: {} samples/s.", countText(m.batch),
                        rateText(m, work.denseMs.median));
    }
    return Text::of("In batches of {}: {} samples/s dense and {} pruned ({}, spread {} to {}).",
                    countText(m.batch), rateText(m, work.denseMs.median), rateText(m, work.prunedMs.median),
                    speedupText(work.speedup), factorText(work.speedup.lower),
                    factorText(work.speedup.upper));
}

Text stepWords(const run::Measurement& m) {
    if (m.sparsity == 0) return {};
    const run::Quartiles& moving = m.exploration.speedup;
    const run::Quartiles& frozen = m.exploitation.speedup;
    return Text::of(
        "A training step takes {} of a dense one while masks move (spread {} to {}) and {} with frozen masks "
        "(spread {} to {}).",
        shareOfDense(moving.median), shareOfDense(moving.upper), shareOfDense(moving.lower),
        shareOfDense(frozen.median), shareOfDense(frozen.upper), shareOfDense(frozen.lower));
}

Text callersWords(const run::CallersAtOnce& c) {
    const auto ms = [](double us) { return decimalText(us / 1000, millisecondDecimals(us / 1000)); };
    const auto rate = [](const run::CallerWaits& waits) {
        return countText(std::llround(waits.imagesPerSecond));
    };
    return Text::of(
        "Callers at once: {}. They get {} samples/s dense and {} pruned ({}); of 100 calls 99 wait at most "
        "{} "
        "ms "
        "dense and {} ms pruned.",
        countText(c.callers), rate(c.dense), rate(c.pruned), speedupText(c.speedup()), ms(c.dense.p99Us),
        ms(c.pruned.p99Us));
}

Text deviceWords(const run::DeviceMeasurement& m) {
    const int decimals = millisecondDecimals(m.medianUs / 1000);
    const auto ms = [&](double us) { return decimalText(us / 1000, decimals); };
    return Text::of(
        "One sample takes {} ms on {} (median of {} runs, spread {} to {}; measured there, imported).",
        ms(m.medianUs), m.device, countText(m.runs), ms(m.p05Us), ms(m.p95Us));
}

Text breakEvenWords(const run::Measurement& m) {
    std::vector<Text> parts;
    addBreakEven(m.oneImage.breakEven, Text::of("one sample"), parts);
    addBreakEven(m.inference.breakEven, Text::of("a batch"), parts);
    addBreakEven(m.exploration.breakEven, Text::of("a step while masks move"), parts);
    addBreakEven(m.exploitation.breakEven, Text::of("a step with frozen masks"), parts);
    if (parts.empty()) return {};
    return Text::of("Pays from a sparsity of: {} (estimated between the sparsities measured).",
                    listed(parts));
}

Text doubtWords(const run::Measurement& m) {
    const std::string spread = percentText(m.spread(), 0);
    switch (m.doubt) {
        case run::Doubt::none:
            break;
        case run::Doubt::fewRounds:
            return Text::of("Measured in too few rounds ({}), not conclusive.", m.inference.speedup.rounds);
        case run::Doubt::runBeside:
            return Text::of("A run trained meanwhile: spread {}, not conclusive.", spread);
        case run::Doubt::busy:
            return Text::of(
                "Machine busy, other programs took {} of the processors' time: spread {}, not conclusive.",
                percentText(m.otherLoad.value_or(NAN), 0), spread);
        case run::Doubt::unsteady:
            return Text::of("Machine unsteady: spread {}, not conclusive.", spread);
        case run::Doubt::aboveRoof:
            return Text::of(
                "Faster than this machine's own limits, measured beside it: disturbed, not conclusive.");
    }
    return {};
}

Text measuredOnWords(const run::Measurement& m, const std::string& time) {
    const Text machine = m.processor.empty() ? Text::of("an unknown processor") : Text(m.processor);
    return Text::of("Measured {} on {}, threads: {}, batch {}.", time, machine, m.threads,
                    countText(m.batch));
}

}  // namespace prunescope::view
