// What the report tested in the record.

#include "report/summary_parts.h"
#include "report/text.h"
#include "run/moments.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <span>

namespace prunescope::report {
namespace {

Text recordedStepsText(std::int64_t count) {
    return count == 1 ? Text::of("{} step", countText(count)) : Text::of("{} steps", countText(count));
}

Text eventsText(std::int64_t count) {
    return count == 1 ? Text::of("{} event", countText(count)) : Text::of("{} events", countText(count));
}

Text gapsText(std::int64_t count) {
    return count == 1 ? Text::of("{} gap", countText(count)) : Text::of("{} gaps", countText(count));
}

Check stepsAreWhole(const run::RunRecord& record) {
    std::int64_t gaps = 0;
    const std::int64_t first = record.header.parent ? record.header.parent->step.value + 1 : 1;
    std::int64_t expected = first;
    for (const auto& sample : record.samples) {
        if (sample.step.value != expected) ++gaps;
        expected = sample.step.value + 1;
    }
    return {Text::of("Every step from {} to the last is recorded exactly once, in order.", first), gaps == 0,
            Text::of("{}, {}.", recordedStepsText(static_cast<std::int64_t>(record.samples.size())),
                     gapsText(gaps))};
}

Check eventsAreWhole(const run::RunRecord& record) {
    std::int64_t gaps = 0;
    std::int64_t expected = 1;
    for (const auto& event : record.events) {
        if (event.sequence != expected) ++gaps;
        expected = event.sequence + 1;
    }
    return {Text::of("The event log is numbered 1, 2, 3 … without a gap."), gaps == 0,
            Text::of("{}, {}.", eventsText(static_cast<std::int64_t>(record.events.size())), gapsText(gaps))};
}

Check resultIsOfTheEnd(const Summary& summary) {
    const auto& final = summary.result.final;
    return {final && final->numbers
                ? Text::of("The test errors were measured with the weights of the last step.")
                : Text::of("The test accuracy was measured with the weights of the last step."),
            final && final->step.value == summary.lastStep,
            final ? Text::of("Evaluated at step {}; the last step is {}.", countText(final->step.value),
                             countText(summary.lastStep))
                  : Text::of("No test evaluation was recorded.")};
}

/// Both come from the same masks by two roads: kept weights counted per layer, and what was recorded of the
/// whole network, last with an evaluation or with a step.
Check sparsityAgrees(const run::RunRecord& record, const Summary& summary) {
    const auto& final = summary.result.final;
    const bool evaluatedLast = final && final->step >= record.samples.back().step;
    const double recorded =
        run::sparsityReached(record.samples.back(), final ? &record.evaluations[final->position] : nullptr);
    const double counted = summary.size.sparsityPrunable;
    const double halfAWeight = 0.5 / static_cast<double>(std::max<std::int64_t>(1, summary.size.prunable));
    return {evaluatedLast
                ? Text::of("The sparsity counted layer by layer equals the one recorded with the last test "
                           "evaluation.")
                : Text::of("The sparsity counted layer by layer equals the one recorded with the last step."),
            std::abs(counted - recorded) < halfAWeight,
            Text::of("Counted {}, recorded {}.", plain(counted), plain(recorded))};
}

using Moment = std::span<const run::LayerStatistic>;

std::int64_t keptAt(Moment moment) {
    std::int64_t kept = 0;
    for (const run::LayerStatistic& layer : moment) kept += layer.kept;
    return kept;
}

/// floor(p N) by the multiplication that one does on paper, digit by digit of the decimal that is printed for
/// p. The engine counts in another way; a check that asked the engine would find whatever it does right.
std::int64_t prunedOnPaper(double p, std::int64_t weights) {
    const std::string text = fmt::format("{:.17f}", p);
    const std::string shortest = fmt::format("{}", p);
    // Tiny shares are printed with an exponent, and are given all their places instead.
    const std::string& decimal = shortest.find('e') == std::string::npos ? shortest : text;
    const std::size_t point = decimal.find('.');
    if (point == std::string::npos) return p == 1 ? weights : 0;  // or 0 itself
    // From the last digit on: what passes the point is carried over.
    std::int64_t carried = 0;
    for (std::size_t i = decimal.size() - 1; i > point; --i)
        carried = (carried + (decimal[i] - '0') * weights) / 10;
    return carried;
}

/// The statistics of a mask update, and the p that its masks were chosen for.
struct Request {
    Moment moment;
    double p;
};

std::vector<Request> recordedRequests(const run::RunRecord& record, const std::vector<Moment>& moments) {
    std::vector<Request> requests;
    auto moment = moments.begin();
    for (const run::MaskUpdateRecord& update : record.maskUpdates) {
        const auto step = [&] { return moment->front().step; };
        while (moment != moments.end() && step() < update.step) ++moment;
        if (moment == moments.end()) break;
        if (step() == update.step) requests.push_back({*moment++, update.requested});
    }
    return requests;
}

/// Of a run of an older version: those of exploration, and the last of all.
std::vector<Request> inferredRequests(const run::RunRecord& record, const std::vector<Moment>& moments,
                                      std::optional<double> last) {
    std::vector<Request> requests;
    for (const Moment& moment : moments) {
        const run::MetricSample* sample = sampleAt(record, moment.front().step);
        if (&moment == &moments.back() && last) {
            requests.push_back({moment, *last});
        } else if (sample != nullptr && sample->phase == run::Phase::exploration) {
            requests.push_back({moment, sample->targetSparsity});
        }
    }
    return requests;
}

Check countsAreExact(const run::RunRecord& record, const Summary& summary) {
    const auto moments = run::momentsOf(record.layerStatistics);
    std::int64_t compared = 0;
    std::int64_t wrong = 0;
    for (const auto& [moment, p] : record.maskUpdates.empty()
                                       ? inferredRequests(record, moments, summary.size.requestedOfMasks)
                                       : recordedRequests(record, moments)) {
        // A crash may have lost some layers of the last moment.
        if (moment.size() != summary.layers.size() || !(p >= 0 && p < 1)) continue;
        ++compared;
        if (summary.size.prunable - keptAt(moment) != prunedOnPaper(p, summary.size.prunable)) ++wrong;
    }
    return {
        Text::of(
            "At every mask update, exactly floor(p N) of the N prunable weights were pruned, p being what "
            "the schedule asked for."),
        wrong == 0,
        compared == 1
            ? Text::of("{} mask update compared; unequal: {}.", countText(compared), countText(wrong))
            : Text::of("{} mask updates compared; unequal: {}.", countText(compared), countText(wrong))};
}

/// Every statistic of every layer with a budget, those of frozen masks among them.
Check budgetsHold(const run::RunRecord& record, const Summary& summary) {
    std::map<LayerIndex, std::int64_t> most;
    for (const LayerSummary& layer : summary.layers) {
        if (layer.budget) most[layer.index] = prunedOnPaper(*layer.budget, layer.weights);
    }
    std::int64_t compared = 0;
    std::int64_t wrong = 0;
    for (const run::LayerStatistic& s : record.layerStatistics) {
        const auto budget = most.find(s.layer);
        if (budget == most.end()) continue;
        ++compared;
        if (s.weights - s.kept > budget->second) ++wrong;
    }
    return {Text::of("No layer ever lost more than floor(p N) of its N weights, p being its budget."),
            wrong == 0,
            Text::of("{} counts compared; above a budget: {}.", countText(compared), countText(wrong))};
}

/// Of each layer before its first statistic: all of them are there, but in a branch.
std::map<LayerIndex, std::int64_t> prunedAtFirst(const run::RunRecord& record) {
    std::map<LayerIndex, std::int64_t> pruned;
    if (!record.header.parent) return pruned;
    for (const run::LayerStatistic& s : record.layerStatistics)
        pruned.try_emplace(s.layer, s.weights - s.kept - (s.cut - s.revived));
    return pruned;
}

Check churnAddsUp(const run::RunRecord& record, const Summary& summary) {
    std::map<LayerIndex, std::int64_t> before = prunedAtFirst(record);
    const auto wrong =
        std::count_if(summary.layers.begin(), summary.layers.end(), [&](const LayerSummary& layer) {
            return layer.cut - layer.revived != layer.weights - layer.kept - before[layer.index];
        });
    const auto layers = static_cast<std::int64_t>(summary.layers.size());
    return {
        record.header.parent
            ? Text::of("In every layer, weights cut less weights revived are the weights that the branch has "
                       "pruned more than its parent had.")
            : Text::of("In every layer, weights cut less weights revived are the weights pruned at the end."),
        wrong == 0,
        layers == 1 ? Text::of("{} layer; sums that do not agree: {}.", countText(layers), wrong)
                    : Text::of("{} layers; sums that do not agree: {}.", countText(layers), wrong)};
}

}  // namespace

std::vector<Check> runChecks(const ReportInput& input, const Summary& summary) {
    std::vector<Check> checks{stepsAreWhole(input.record), eventsAreWhole(input.record),
                              resultIsOfTheEnd(summary)};
    if (summary.readable && !summary.dense && !input.record.samples.empty() &&
        !input.record.layerStatistics.empty()) {
        checks.push_back(sparsityAgrees(input.record, summary));
        checks.push_back(countsAreExact(input.record, summary));
        checks.push_back(churnAddsUp(input.record, summary));
        if (!input.record.header.config.pruning.layers.empty())
            checks.push_back(budgetsHold(input.record, summary));
    }
    const auto problems = static_cast<std::int64_t>(summary.problems.size());
    checks.push_back({Text::of("The record was read without a problem."), problems == 0,
                      problems == 1 ? Text::of("{} problem.", countText(problems))
                                    : Text::of("{} problems.", countText(problems))});
    return checks;
}

}  // namespace prunescope::report
