#include "view/comparison.h"

#include "view/number_text.h"
#include "view/quality_text.h"
#include "view/speed_words.h"
#include "view/wilson.h"

#include <algorithm>
#include <cmath>

namespace prunescope::view {
namespace {

constexpr double reachRounding = 1e-9;
constexpr std::size_t mostCompared = 4;

Text figureText(const GroupFigures& group) {
    const auto figure = [&](double value) { return qualityText(*group.measure, value, group.unit); };
    const Text accuracy = figure(group.accuracy);
    const auto interval = accuracyInterval(group);
    if (!interval) return Text::of("{} {}", group.name, accuracy);
    return Text::of("{} {} ({} to {})", group.name, accuracy, figure(interval->from), figure(interval->to));
}

Text figuresText(const std::vector<GroupFigures>& groups) {
    std::vector<Text> parts;
    for (const GroupFigures& group : groups) {
        if (parts.size() == mostCompared)
            return Text::of("{} and {} more", listed(parts), groups.size() - mostCompared);
        parts.push_back(figureText(group));
    }
    return listed(parts);
}

bool overlap(const Range& a, const Range& b) {
    return a.from <= b.to && b.from <= a.to;
}

}  // namespace

std::optional<Range> accuracyInterval(const GroupFigures& group) {
    std::optional<Range> interval;
    if (group.error) {
        const double reach = normalReach * *group.error;
        const double least = group.measure->unit == run::QualityUnit::target ? 0 : -HUGE_VAL;
        interval = Range{std::max(least, group.accuracy - reach), group.accuracy + reach};
    } else if (group.images && *group.images > 0) {
        interval = wilsonInterval(group.accuracy, *group.images);
    }
    if (group.deviation) {
        const Range seeds{group.accuracy - *group.deviation, group.accuracy + *group.deviation};
        interval =
            interval ? Range{std::min(interval->from, seeds.from), std::max(interval->to, seeds.to)} : seeds;
    }
    return interval;
}

std::vector<std::size_t> meeting(const std::vector<double>& values, double reach) {
    std::vector<std::size_t> order;
    for (std::size_t i = 0; i < values.size(); ++i) {
        if (std::isfinite(values[i])) order.push_back(i);
    }
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t a, std::size_t b) { return values[a] < values[b]; });
    std::size_t begin = 0;
    std::size_t bestBegin = 0;
    std::size_t bestSize = 1;
    for (std::size_t end = 1; end <= order.size(); ++end) {
        while (values[order[end - 1]] - values[order[begin]] > reach + reachRounding) ++begin;
        if (end - begin < std::max<std::size_t>(bestSize, 2)) continue;
        bestBegin = begin;
        bestSize = end - begin;
    }
    if (bestSize < 2) return {};
    const auto first = order.begin() + static_cast<std::ptrdiff_t>(bestBegin);
    return {first, first + static_cast<std::ptrdiff_t>(bestSize)};
}

Text atSparsity(double sparsity) {
    return Text::of("At {} sparsity", percentText(sparsity));
}

Text atBytes(double bytes) {
    return Text::of("At {} of stored weights", bytesText(bytes));
}

Text atOneImage(double ms) {
    return Text::of("At {} ms for one sample", decimalText(ms, millisecondDecimals(ms)));
}

Text comparisonText(const Text& place, std::vector<GroupFigures> groups) {
    if (groups.size() < 2) return {};
    std::stable_sort(groups.begin(), groups.end(), [](const GroupFigures& a, const GroupFigures& b) {
        return a.measure->gain(b.accuracy, a.accuracy) > 0;
    });
    const GroupFigures best = groups.front();
    const auto ofBest = accuracyInterval(best);
    std::vector<GroupFigures> alike;
    std::vector<GroupFigures> lower;
    std::vector<GroupFigures> unknown;
    for (std::size_t i = 1; i < groups.size(); ++i) {
        const auto interval = accuracyInterval(groups[i]);
        const bool known = interval && ofBest;
        (!known ? unknown : overlap(*interval, *ofBest) ? alike : lower).push_back(groups[i]);
    }
    const Text leader = figureText(best);
    if (!unknown.empty()) {
        // One seed and an unknown number of test images: whatever the figures, nothing follows from them.
        if (best.measure != &run::mainMeasure(run::Task::classification)) {
            return Text::of("{} {} has the best {}; too little is known to judge {}.", place, leader,
                            best.measure->name, figuresText(unknown));
        }
        return Text::of("{} {} has the highest accuracy; too little is known to judge {}.", place, leader,
                        figuresText(unknown));
    }
    if (lower.empty()) {
        return Text::of("{} {} cannot be told apart from {}: the intervals overlap.", place, leader,
                        figuresText(alike));
    }
    if (alike.empty()) {
        return Text::of("{} {} is ahead of {}: the intervals do not overlap.", place, leader,
                        figuresText(lower));
    }
    return Text::of(
        "{} {} cannot be told apart from {}: the intervals overlap. It is ahead of {}: there "
        "they do "
        "not.",
        place, leader, figuresText(alike), figuresText(lower));
}

}  // namespace prunescope::view
