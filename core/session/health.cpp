#include "session/health.h"

#include "session/command.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <numeric>
#include <utility>

namespace prunescope::session {
namespace {

/// A layer is pressed down when it keeps less than this part of what an equal share of all layers would be: a
/// large min_keep can bind in a layer that is well.
constexpr double scarce = 0.25;
constexpr double guessing = 0.95;
constexpr float growth = 10;
constexpr float large = 1;  ///< weights that grow from next to nothing have done no harm yet
constexpr std::int64_t bucketsPerEpoch = 16;
constexpr double standardErrors = 3;

std::string layerName(const nn::Parameter<float>& parameter) {
    const std::string& name = parameter.name();
    return name.substr(0, name.rfind('.'));
}

}  // namespace

Health::Health(const train::Trainer& trainer)
    : minKeep_(trainer.config().pruning.minKeep),
      stepsPerEpoch_(trainer.stepsPerEpoch()),
      lossOfGuessing_(guessing * trainer.lossOfGuessing()) {
    for (std::size_t l = 0; l < trainer.pruner().layers(); ++l)
        layerNames_.push_back(
            layerName(trainer.pruner().parameter(LayerIndex{static_cast<std::int32_t>(l)})));
}

std::optional<std::string> Health::measure(const train::Trainer& trainer) {
    const auto& parameters = trainer.network().parameters();
    extents_ = train::extentsOf(parameters);
    for (std::size_t i = 0; i < parameters.size(); ++i) {
        if (!std::isfinite(extents_[i].value) || !std::isfinite(extents_[i].used))
            return parameters[i]->name();
    }
    return std::nullopt;
}

std::vector<Finding> Health::look(const train::Trainer& trainer, const train::StepResult& result) {
    std::vector<Finding> findings;
    const auto add = [&](std::optional<Finding> finding) {
        if (finding) findings.push_back(std::move(*finding));
    };
    add(lookAtLoss(result.sample.loss));
    if (result.statistics.empty()) return findings;
    add(lookAtMasks(result.statistics));
    add(lookAtWeights(trainer));
    return findings;
}

std::optional<Finding> Health::lookAtLoss(double loss) {
    if (loss < lossOfGuessing_) {
        ++stepsBelow_;
        stepsAbove_ = 0;
        return std::nullopt;
    }
    // A network that has learned nothing yet has nothing to lose.
    if (stepsBelow_ < patience || ++stepsAbove_ != patience) return std::nullopt;
    return Finding{event::collapseSuspected,
                   Text::of("the training loss has been above {:.3f} for {} steps in a row, as high as of a "
                            "network that guesses",
                            lossOfGuessing_, patience)};
}

std::optional<Finding> Health::lookAtMasks(const std::vector<run::LayerStatistic>& statistics) {
    std::int64_t weights = 0;
    std::int64_t kept = 0;
    for (const run::LayerStatistic& s : statistics) {
        weights += s.weights;
        kept += s.kept;
    }
    const double density = static_cast<double>(kept) / static_cast<double>(weights);
    std::string list;
    for (const run::LayerStatistic& s : statistics) {
        const bool fewest = s.kept < s.weights && s.kept <= minKeep_;
        const double share = density * static_cast<double>(s.weights);
        if (!fewest || static_cast<double>(s.kept) >= scarce * share) continue;
        list += fmt::format("{}{} ({}/{})", list.empty() ? "" : ", ", layerNames_[s.layer.index()], s.kept,
                            s.weights);
    }
    const bool before = std::exchange(pressed_, !list.empty());
    if (before || list.empty()) return std::nullopt;
    return Finding{event::collapseSuspected,
                   Text::of("the mask leaves layers with their fewest weights: {}", list)};
}

std::optional<Finding> Health::lookAtWeights(const train::Trainer& trainer) {
    std::vector<float> largest;
    const auto& parameters = trainer.network().parameters();
    for (std::size_t i = 0; i < parameters.size(); ++i) {
        if (parameters[i]->role() == nn::ParameterRole::weight) largest.push_back(extents_[i].value);
    }
    const StepIndex now = trainer.step();
    while (!lows_.empty() && lows_.front().begin.value < now.value - stepsPerEpoch_) lows_.pop_front();
    for (std::size_t l = 0; l < largest.size(); ++l) {
        float low = largest[l];
        for (const Lows& lows : lows_) low = std::min(low, lows.largest[l]);
        if (low <= 0 || largest[l] < large || largest[l] < growth * low) continue;
        lows_.clear();
        return Finding{
            event::divergenceSuspected,
            Text::of("the largest weight of layer {} has grown from {:.3g} to {:.3g} within an epoch",
                     layerNames_[l], low, largest[l])};
    }
    const std::int64_t bucket = std::max<std::int64_t>(1, stepsPerEpoch_ / bucketsPerEpoch);
    if (lows_.empty() || now.value - lows_.back().begin.value >= bucket) {
        lows_.push_back({now, std::move(largest)});
    } else {
        std::vector<float>& lowest = lows_.back().largest;
        for (std::size_t l = 0; l < largest.size(); ++l) lowest[l] = std::min(lowest[l], largest[l]);
    }
    return std::nullopt;
}

void Health::visit(StateVisitor& visitor) {
    const StateVisitor::Part part(visitor, "health");
    constexpr std::int64_t most = std::int64_t{1} << 62U;
    visitor.number("steps_below", stepsBelow_, 0, most);
    visitor.number("steps_above", stepsAbove_, 0, most);
    visitor.flag("pressed", pressed_);
    auto lows = static_cast<std::int64_t>(lows_.size());
    visitor.number("lows", lows, 0, stepsPerEpoch_ + 1);
    lows_.resize(static_cast<std::size_t>(lows));
    for (std::size_t i = 0; i < lows_.size(); ++i) {
        const StateVisitor::Part low(visitor, std::to_string(i));
        visitor.step("begin", lows_[i].begin);
        lows_[i].largest.resize(layerNames_.size());
        visitor.array("largest", std::span(lows_[i].largest));
    }
}

std::optional<Finding> Health::judgeNumbers(const run::NumberErrors& errors) {
    if (errors.rows == 0) return std::nullopt;
    const double error = errors.squaredDeviation / std::sqrt(static_cast<double>(errors.rows));
    if (errors.meanSquared <= errors.targetVariance - standardErrors * error) return std::nullopt;
    return Finding{event::endedAtChance,
                   Text::of("the predictions cannot be told from guessing: their RMSE is {:.4g}, and always "
                            "the mean of the test samples gives {:.4g}",
                            errors.rmse(), std::sqrt(errors.targetVariance))};
}

std::optional<Finding> Health::judge(const run::Evaluation& evaluation) {
    if (evaluation.numbers) return judgeNumbers(*evaluation.numbers);
    const std::int64_t images = evaluation.images();
    if (images == 0 || evaluation.classes < 2) return std::nullopt;
    std::int64_t mostFrequent = 0;
    std::int64_t right = 0;
    for (std::int64_t k = 0; k < evaluation.classes; ++k) {
        const auto row = evaluation.confusion.begin() + k * evaluation.classes;
        mostFrequent =
            std::max(mostFrequent, std::accumulate(row, row + evaluation.classes, std::int64_t{0}));
        right += row[k];
    }
    const auto n = static_cast<double>(images);
    const double share = static_cast<double>(mostFrequent) / n;
    const double bar = share + standardErrors * std::sqrt(share * (1 - share) / n);
    if (static_cast<double>(right) / n > bar) return std::nullopt;
    return Finding{event::endedAtChance,
                   Text::of("the answers cannot be told from guessing: {} of {} test samples are right, and "
                            "always naming the most frequent class gives {}",
                            right, images, mostFrequent)};
}

}  // namespace prunescope::session
