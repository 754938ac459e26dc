#include "view/tested_pair.h"

#include "view/image_comparison.h"
#include "view/number_text.h"
#include "view/quality_text.h"

#include <algorithm>
#include <utility>

namespace prunescope::view {
namespace {

/// Why the two cannot be compared at all; empty where they can.
Text whyNotComparable(const TestedRun& first, const TestedRun& second) {
    for (const TestedRun* run : {&first, &second}) {
        if (!run->test)
            return Text::of("{} has not been tested yet: there is nothing to compare.", run->name);
    }
    const run::Task task = first.test->task();
    if (task != second.test->task()) {
        return Text::of("These runs cannot be compared: {} is judged by its {}, {} by its {}.", first.name,
                        Text(run::mainMeasure(task).name, {}), second.name,
                        Text(run::mainMeasure(second.test->task()).name, {}));
    }
    if (haveSameTestSamples(first.header, second.header)) return {};
    return Text::of("These runs were tested on other samples: their figures are no measure of each other.");
}

/// Why nothing is known sample by sample; empty where it is.
Text whyNotBySample(const TestedRun& first, const TestedRun& second) {
    if (!first.answers || !second.answers)
        return Text::of("What was answered to each test sample was not recorded of both runs.");
    if (!areOfSameImages(*first.answers, *second.answers))
        return Text::of("The two runs were tested on their samples in another order.");
    return {};
}

std::string pText(double p) {
    return significantText(p, 2);
}

Text verdictOnNumbers(const PairedErrors& errors, const TestedRun& first, const TestedRun& second) {
    if (!errors.isWorse() && !errors.isBetter()) {
        return Text::of("By these samples they cannot be told apart (Wilcoxon's signed-rank test, p = {}).",
                        pText(errors.p));
    }
    return Text::of("{} is better, by more than chance explains (Wilcoxon's signed-rank test, p = {}).",
                    errors.isWorse() ? first.name : second.name, pText(errors.p));
}

Text wordsOnNumbers(const PairedErrors& errors, const TestedRun& first, const TestedRun& second) {
    const std::string unit = first.header.dataset.target ? first.header.dataset.target->unit : "";
    const auto change = [&](double value) {
        return qualityChangeText(run::mainMeasure(run::Task::regression), 0, value, unit);
    };
    const Text counted = Text::of("Of {} test samples, {} comes closer to the truth in {} and {} in {}.",
                                  countText(errors.rows), first.name, countText(errors.grew), second.name,
                                  countText(errors.shrank));
    const Text mean = Text::of(
        "The absolute error of {} less that of {} is {} on average (95 % interval {} to {}).", second.name,
        first.name, change(errors.meanChange), change(errors.interval.from), change(errors.interval.to));
    return Text::of("{} {} {}", counted, mean, verdictOnNumbers(errors, first, second));
}

Text verdictOnClasses(const Pairs& pairs, const TestedRun& first, const TestedRun& second) {
    constexpr double significant = 0.05;
    const double p = mcnemarP(pairs.first, pairs.second);
    if (p >= significant) {
        return Text::of("By these samples they cannot be told apart (McNemar's exact test, p = {}).",
                        pText(p));
    }
    return Text::of("{} is better, by more than chance explains (McNemar's exact test, p = {}).",
                    pairs.first > pairs.second ? first.name : second.name, pText(p));
}

Text wordsOnClasses(const Pairs& pairs, const TestedRun& first, const TestedRun& second) {
    const auto points = [](double share) {
        return qualityChangeText(run::mainMeasure(run::Task::classification), 0, share);
    };
    const Range interval = differenceInterval(pairs);
    const Text counted =
        Text::of("Of {} test samples, {} alone is right in {} and {} alone in {}.", countText(pairs.images()),
                 first.name, countText(pairs.first), second.name, countText(pairs.second));
    const Text mean =
        Text::of("The accuracy of {} less that of {} is {} (95 % interval {} to {}).", second.name,
                 first.name, points(pairs.difference()), points(interval.from), points(interval.to));
    return Text::of("{} {} {}", counted, mean, verdictOnClasses(pairs, first, second));
}

}  // namespace

bool haveSameTestSamples(const run::RunHeader& one, const run::RunHeader& other) {
    const run::DatasetDescription& a = one.dataset;
    const run::DatasetDescription& b = other.dataset;
    return one.config.dataset == other.config.dataset && one.config.dataOptions == other.config.dataOptions &&
           a.testImages == b.testImages && a.classNames == b.classNames &&
           std::equal(a.files.begin(), a.files.end(), b.files.begin(), b.files.end(),
                      [](const auto& x, const auto& y) { return x.sha256 == y.sha256; });
}

TestedRun lastTestOf(std::string name, run::RunRecord record) {
    TestedRun tested{.name = std::move(name), .header = std::move(record.header)};
    const auto last = std::find_if(record.evaluations.rbegin(), record.evaluations.rend(), [](const auto& e) {
        return e.split == run::Split::test && e.images() > 0;
    });
    if (last == record.evaluations.rend()) return tested;
    tested.test = *last;
    if (const run::ImageAnswers* answers = run::answersOf(record.imageAnswers, *last))
        tested.answers = *answers;
    return tested;
}

TestedPair compareTested(const TestedRun& first, const TestedRun& second) {
    TestedPair pair;
    pair.words = whyNotComparable(first, second);
    if (pair.words.empty()) pair.words = whyNotBySample(first, second);
    if (!pair.words.empty()) return pair;
    if (first.test->task() == run::Task::regression) {
        pair.errors = comparePredictions(*first.answers, *second.answers);
        pair.words = wordsOnNumbers(*pair.errors, first, second);
    } else {
        pair.answers = compareImages(*first.answers, *second.answers).all;
        pair.words = wordsOnClasses(*pair.answers, first, second);
    }
    return pair;
}

}  // namespace prunescope::view
