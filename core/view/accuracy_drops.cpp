#include "view/accuracy_drops.h"

#include "view/number_text.h"
#include "view/quality_text.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

namespace prunescope::view {
namespace {

constexpr double deviationOfMedian = 1.4826;  ///< of a normal distribution: sd over median absolute value
constexpr double mostWeights = 1e18;          ///< of a sum that another can be taken from
constexpr int decimalsOfAccuracy = 2;
constexpr int decimalsOfShare = 1;

/// Of the difference of two shares of `images` trials each, under the mean of both.
double standardError(double one, double other, std::int64_t images) {
    const double share = (one + other) / 2;
    return std::sqrt(2 * share * (1 - share) / static_cast<double>(images));
}

/// Of the changes between neighbours in front of `end`; infinite while they are too few to call one usual.
double usualChange(const Curve& accuracy, std::size_t end) {
    std::vector<double> changes;
    for (std::size_t i = end > dropRule.changesRemembered + 1 ? end - dropRule.changesRemembered : 1; i < end;
         ++i) {
        const double change = std::abs(accuracy.at(i) - accuracy.at(i - 1));
        if (std::isfinite(change)) changes.push_back(change);
    }
    if (changes.size() < dropRule.fewestChanges) return std::numeric_limits<double>::infinity();
    const auto middle = changes.begin() + static_cast<std::ptrdiff_t>(changes.size() / 2);
    std::nth_element(changes.begin(), middle, changes.end());
    return deviationOfMedian * *middle;
}

/// By the main measure of a task.
class Fall {
public:
    Fall(const EvaluationCurves& measured, std::int64_t images)
        : measured_(measured), images_(images), measure_(run::mainMeasure(measured.task)) {}

    /// How much worse the second is; below 0 where it is better.
    double between(std::size_t before, std::size_t after) const {
        return -measure_.gain(measured_.main().at(before), measured_.main().at(after));
    }
    double standardErrorBetween(std::size_t before, std::size_t after) const {
        if (measure_.unit == run::QualityUnit::share)
            return standardError(measured_.main().at(before), measured_.main().at(after), images_);
        return std::hypot(measured_.mainError.at(before), measured_.mainError.at(after));
    }
    std::size_t bestIn(std::size_t begin, std::size_t end) const {
        std::size_t best = begin;
        // Of equals the last: the fall came after it.
        for (std::size_t i = begin; i < end; ++i) {
            if (between(best, i) <= 0) best = i;
        }
        return best;
    }

private:
    const EvaluationCurves& measured_;
    std::int64_t images_;
    const run::QualityMeasure& measure_;
};

std::vector<std::int64_t> prunableWeightCounts(const run::RunHeader& header) {
    std::vector<std::int64_t> counts;
    for (const run::LayerDescription& layer : header.network.layers) {
        if (layer.prunable) counts.push_back(layer.weights);
    }
    return counts;
}

std::int64_t sumBetween(const Curve& curve, std::size_t begin, std::size_t end) {
    double sum = 0;
    for (std::size_t i = begin; i < std::min(end, curve.size()); ++i) sum += curve.at(i);
    return std::llround(std::min(sum, mostWeights));
}

Text lossText(const AccuracyDrop& drop, const RunHistory& history, const run::RunHeader& header) {
    const std::vector<std::string> names = run::prunableNames(header.network);
    std::vector<Text> parts;
    for (const LayerLoss& loss : lossesOf(drop, history, header)) {
        parts.push_back(Text::of("{} {}", names[loss.layer], percentText(loss.share, decimalsOfShare)));
    }
    if (parts.empty()) return Text::of("No layer lost weights meanwhile.");
    Text list = parts.front();
    for (std::size_t i = 1; i < parts.size(); ++i) list = Text::of("{}, {}", list, parts[i]);
    return Text::of("Lost most of their weights meanwhile: {}.", list);
}

Text dropText(const AccuracyDrop& drop, const RunHistory& history, const run::RunHeader& header) {
    const EvaluationCurves& measured = history.validation();
    const Moment from = measured.times.at(drop.before);
    const Moment to = measured.times.at(drop.lowest);
    if (history.task() == run::Task::regression) {
        const std::string& unit = header.dataset.target ? header.dataset.target->unit : std::string();
        const run::QualityMeasure& measure = run::mainMeasure(history.task());
        const auto figure = [&](double value) { return qualityText(measure, value, unit); };
        return Text::of(
            "Validation {} rose from {} at epoch {} to {} at epoch {}; up to {} would be chance or usual "
            "here. {}",
            measure.name, figure(measured.main().at(drop.before)), decimalText(from.epoch, 2),
            figure(measured.main().at(drop.lowest)), decimalText(to.epoch, 2), figure(drop.limit),
            lossText(drop, history, header));
    }
    const auto accuracy = [&](std::size_t at) {
        return percentText(measured.main().at(at), decimalsOfAccuracy);
    };
    return Text::of(
        "Validation accuracy fell from {} at epoch {} to {} at epoch {}; up to {} points would be chance or "
        "usual here. {}",
        accuracy(drop.before), decimalText(from.epoch, 2), accuracy(drop.lowest), decimalText(to.epoch, 2),
        decimalText(100 * drop.limit, decimalsOfAccuracy), lossText(drop, history, header));
}

}  // namespace

std::vector<AccuracyDrop> accuracyDrops(const EvaluationCurves& measured, std::int64_t images) {
    std::vector<AccuracyDrop> drops;
    if (images <= 0) return drops;
    const Curve& curve = measured.main();
    const Fall fall(measured, images);
    const std::size_t size = std::min(curve.size(), measured.times.size());
    std::size_t first = 0;  // where the fall before ended: nothing falls twice
    for (std::size_t i = 1; i < size; ++i) {
        if (!drops.empty() && drops.back().lowest + 1 == i && fall.between(i - 1, i) > 0) {
            first = drops.back().lowest = i;
            continue;
        }
        const std::size_t before =
            fall.bestIn(std::max(first, i - std::min(i, dropRule.evaluationsInFront)), i);
        const double limit = std::max(dropRule.standardErrors * fall.standardErrorBetween(before, i),
                                      dropRule.usualChanges * usualChange(curve, i));
        const bool fell = fall.between(before, i) > limit;
        if (!fell) continue;
        drops.push_back({before, i, limit});
        first = i;
    }
    return drops;
}

std::vector<LayerLoss> largestLosses(const RunHistory& history, const std::vector<std::int64_t>& weights,
                                     std::int64_t from, std::int64_t to, std::size_t most) {
    const auto after = [&](std::int64_t step) {
        return history.updates().firstAtOrAfter(TimeUnit::step, static_cast<double>(step) + 1);
    };
    const std::size_t begin = after(from);
    const std::size_t end = after(to);
    std::vector<LayerLoss> losses;
    for (std::size_t l = 0; l < std::min(history.layers().size(), weights.size()); ++l) {
        LayerLoss loss{.layer = l,
                       .cut = sumBetween(history.layers()[l].cut, begin, end),
                       .revived = sumBetween(history.layers()[l].revived, begin, end)};
        if (weights[l] <= 0 || loss.cut <= loss.revived) continue;
        loss.share = static_cast<double>(loss.cut - loss.revived) / static_cast<double>(weights[l]);
        losses.push_back(loss);
    }
    std::stable_sort(losses.begin(), losses.end(),
                     [](const LayerLoss& a, const LayerLoss& b) { return a.share > b.share; });
    losses.resize(std::min(losses.size(), most));
    return losses;
}

std::vector<LayerLoss> lossesOf(const AccuracyDrop& drop, const RunHistory& history,
                                const run::RunHeader& header) {
    const Timeline& times = history.validation().times;
    return largestLosses(history, prunableWeightCounts(header), times.at(drop.before).step,
                         times.at(drop.lowest).step);
}

run::AuditEvent dropEvent(const AccuracyDrop& drop, const RunHistory& history, const run::RunHeader& header) {
    const Moment moment = history.validation().times.at(drop.lowest);
    return {.sequence = -1 - static_cast<std::int64_t>(drop.before),
            .step = StepIndex{moment.step},
            .epoch = moment.epoch,
            .wallMs = header.provenance.startedMs + std::llround(1000 * moment.wallSeconds),
            .kind = accuracyFell,
            .who = run::byProgram,
            .note = dropText(drop, history, header)};
}

std::vector<run::AuditEvent> dropEvents(const RunHistory& history, const run::RunHeader& header) {
    std::vector<run::AuditEvent> events;
    for (const AccuracyDrop& drop : accuracyDrops(history.validation(), header.dataset.validationImages))
        events.push_back(dropEvent(drop, history, header));
    return events;
}

std::size_t beforeTheFall(const run::AuditEvent& event) {
    return static_cast<std::size_t>(-1 - event.sequence);
}

}  // namespace prunescope::view
