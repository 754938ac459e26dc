// Which evaluation is the result, which came before pruning, and what each class got.
//
// F1_k = 2 TP_k / (2 TP_k + FP_k + FN_k); macro F1 is the plain mean over the classes that occur.

#include "report/summary_parts.h"
#include "report/text.h"
#include "view/quality_text.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace prunescope::report {
namespace {

/// The last evaluation (by step, then by order) of a split that `accept` takes.
template <class Accept>
std::optional<Measurement> lastWhere(const run::RunRecord& record, run::Split split, Accept accept) {
    std::optional<std::size_t> chosen;
    for (std::size_t i = 0; i < record.evaluations.size(); ++i) {
        const run::Evaluation& e = record.evaluations[i];
        if (e.split != split || !isSound(e) || !accept(e)) continue;
        if (!chosen || e.step >= record.evaluations[*chosen].step) chosen = i;
    }
    if (!chosen) return std::nullopt;
    return measurementOf(record, *chosen);
}

std::optional<Measurement> last(const run::RunRecord& record, run::Split split) {
    return lastWhere(record, split, [](const auto&) { return true; });
}

std::optional<Measurement> bestTest(const run::RunRecord& record) {
    std::optional<Measurement> best;
    for (std::size_t i = 0; i < record.evaluations.size(); ++i) {
        const run::Evaluation& e = record.evaluations[i];
        if (e.split != run::Split::test || !isSound(e)) continue;
        const run::QualityMeasure& measure = run::mainMeasure(e.task());
        if (!best || measure.gain(best->of(measure), measure.of(e)) > 0) best = measurementOf(record, i);
    }
    return best;
}

/// The first step that began without a weight; none in a run that cut nothing. Masks that were chosen after
/// the last step count from the one that did not come.
std::optional<StepIndex> firstCut(const run::RunRecord& record) {
    std::optional<StepIndex> first;
    const auto take = [&](StepIndex step) {
        if (!first || step < *first) first = step;
    };
    for (const auto& s : record.samples) {
        if (s.sparsity > 0) take(s.step);
    }
    for (const auto& s : record.layerStatistics) {
        if (s.kept < s.weights) take(StepIndex{s.step.value + 1});
    }
    return first;
}

std::optional<Measurement> beforePruning(const run::RunRecord& record) {
    const auto cut = firstCut(record);
    if (!cut) return std::nullopt;
    return lastWhere(record, run::Split::test,
                     [&](const run::Evaluation& e) { return e.step < *cut && e.sparsity == 0; });
}

ClassSummary classSummary(const run::Evaluation& e, std::int64_t k, const std::vector<std::string>& names) {
    const auto index = static_cast<std::size_t>(k);
    ClassSummary c;
    c.name = index < names.size() && !names[index].empty() ? names[index] : fmt::format("class {}", k);
    const run::ClassAnswers counts = e.ofClass(k);
    c.images = counts.images;
    c.answers = counts.answers;
    c.recall = counts.recall();
    c.precision = counts.precision();
    c.f1 = counts.f1();
    return c;
}

std::vector<Confusion> largestConfusions(const run::Evaluation& e) {
    std::vector<Confusion> all;
    for (std::int64_t t = 0; t < e.classes; ++t) {
        for (std::int64_t a = 0; a < e.classes; ++a) {
            const auto n = e.confusion[static_cast<std::size_t>(t * e.classes + a)];
            if (t != a && n > 0) all.push_back({t, a, n});
        }
    }
    const std::size_t count = std::min<std::size_t>(all.size(), 10);
    std::partial_sort(all.begin(), all.begin() + static_cast<std::ptrdiff_t>(count), all.end(),
                      [](const Confusion& x, const Confusion& y) {
                          return std::tuple(-x.images, x.truth, x.answer) <
                                 std::tuple(-y.images, y.truth, y.answer);
                      });
    all.resize(count);
    return all;
}

void fillInterval(const run::Evaluation& final, ResultSummary& result) {
    const auto interval = view::qualityInterval(run::mainMeasure(final.task()), final);
    if (!interval) return;
    result.intervalLow = interval->from;
    result.intervalHigh = interval->to;
}

}  // namespace

double Measurement::of(const run::QualityMeasure& measure) const {
    if (numbers) return measure.of({.step = {}, .numbers = numbers});
    return measure.key == "macro_f1" ? macroF1 : accuracy;
}

Measurement measurementOf(const run::RunRecord& record, std::size_t position) {
    const run::Evaluation& e = record.evaluations[position];
    Measurement m;
    m.position = position;
    m.step = e.step;
    m.epoch = e.epoch;
    m.images = e.images();
    m.accuracy = e.accuracy();
    m.numbers = e.numbers;
    if (!e.numbers) m.correct = std::llround(m.accuracy * static_cast<double>(m.images));
    m.loss = e.loss;
    m.macroPrecision = e.macroPrecision();
    m.macroRecall = e.macroRecall();
    m.macroF1 = e.macroF1();
    m.calibrationError = e.calibrationError;
    m.topFiveAccuracy = e.topFiveAccuracy;
    m.sparsity = e.sparsity;
    return m;
}

std::optional<Measurement> finalTest(const run::RunRecord& record) {
    return last(record, run::Split::test);
}

ResultSummary summariseResult(const run::RunRecord& record) {
    ResultSummary result;
    result.final = finalTest(record);
    result.best = bestTest(record);
    result.before = beforePruning(record);
    result.validation = last(record, run::Split::validation);
    if (!result.final) return result;
    const run::Evaluation& e = record.evaluations[result.final->position];
    fillInterval(e, result);
    for (std::int64_t k = 0; k < e.classes; ++k) {
        result.classes.push_back(classSummary(e, k, record.header.dataset.classNames));
        if (result.classes.back().images == 0) result.absent.push_back(result.classes.back().name);
    }
    if (result.before) {
        const run::Evaluation& before = record.evaluations[result.before->position];
        for (std::int64_t k = 0; k < std::min(e.classes, before.classes); ++k) {
            result.classes[static_cast<std::size_t>(k)].recallBefore = before.ofClass(k).recall();
        }
    }
    result.largestConfusions = largestConfusions(e);
    return result;
}

ReferenceSummary summariseReference(const run::RunRecord& record, const ReferenceRun& reference) {
    const run::RunHeader& here = record.header;
    const run::RunHeader& there = reference.record.header;
    ReferenceSummary summary;
    summary.id = reference.id;
    summary.state = reference.record.outcome.state;
    summary.method = there.config.method;
    summary.seed = there.config.seed;
    summary.epochs = there.config.epochs;
    summary.final = finalTest(reference.record);

    const auto differ = [&](bool different, Text text) {
        if (different) summary.differences.push_back(std::move(text));
    };
    const auto hashes = [](const run::DatasetDescription& d) {
        std::vector<std::string> all;
        for (const auto& file : d.files) all.push_back(file.sha256);
        return all;
    };
    differ(summary.state != run::RunState::finished,
           Text::of("The reference run is {}, not finished.", Text(run::runStateName(summary.state), {})));
    differ(hashes(here.dataset) != hashes(there.dataset),
           Text::of("The reference run read other data files."));
    differ(
        here.config.dataShare != there.config.dataShare,
        Text::of("The reference run trained on another share of the training samples ({}, this one on {}).",
                 there.config.dataShare, here.config.dataShare));
    differ(here.network.name != there.network.name,
           Text::of("The reference run trained another network ({}).", there.network.name));
    differ(here.config.epochs != there.config.epochs,
           Text::of("The reference run was planned for {} epochs, this one for {}.", there.config.epochs,
                    here.config.epochs));
    differ(here.config.seed != there.config.seed,
           Text::of("The reference run has seed {}, this one {}.", there.config.seed, here.config.seed));
    return summary;
}

}  // namespace prunescope::report
