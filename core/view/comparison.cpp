#include "view/comparison.h"

#include "view/number_text.h"
#include "view/wilson.h"

#include <algorithm>
#include <cmath>

namespace prunescope::view {
namespace {

constexpr double meetingReach = 0.0025 + 1e-9;
constexpr std::size_t mostCompared = 4;

Text figureText(const GroupFigures& group) {
    const Text accuracy = percentText(group.accuracy);
    const auto interval = accuracyInterval(group);
    if (!interval) return Text::of("{} {}", group.name, accuracy);
    return Text::of("{} {} ({} to {})", group.name, accuracy, percentText(interval->from),
                    percentText(interval->to));
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
    if (group.images && *group.images > 0) interval = wilsonInterval(group.accuracy, *group.images);
    if (group.deviation) {
        const Range seeds{group.accuracy - *group.deviation, group.accuracy + *group.deviation};
        interval =
            interval ? Range{std::min(interval->from, seeds.from), std::max(interval->to, seeds.to)} : seeds;
    }
    return interval;
}

std::vector<std::size_t> meeting(const std::vector<double>& sparsities) {
    std::vector<std::size_t> order;
    for (std::size_t i = 0; i < sparsities.size(); ++i) {
        if (std::isfinite(sparsities[i])) order.push_back(i);
    }
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t a, std::size_t b) { return sparsities[a] < sparsities[b]; });
    std::size_t begin = 0;
    std::size_t bestBegin = 0;
    std::size_t bestSize = 1;
    for (std::size_t end = 1; end <= order.size(); ++end) {
        while (sparsities[order[end - 1]] - sparsities[order[begin]] > meetingReach) ++begin;
        if (end - begin < std::max<std::size_t>(bestSize, 2)) continue;
        bestBegin = begin;
        bestSize = end - begin;
    }
    if (bestSize < 2) return {};
    const auto first = order.begin() + static_cast<std::ptrdiff_t>(bestBegin);
    return {first, first + static_cast<std::ptrdiff_t>(bestSize)};
}

Text comparisonText(double sparsity, std::vector<GroupFigures> groups) {
    if (groups.size() < 2) return {};
    std::stable_sort(groups.begin(), groups.end(),
                     [](const GroupFigures& a, const GroupFigures& b) { return a.accuracy > b.accuracy; });
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
    const Text at = percentText(sparsity);
    const Text leader = figureText(best);
    if (!unknown.empty()) {
        // One seed and an unknown number of test images: whatever the figures, nothing follows from them.
        return Text::of("At {} sparsity {} has the highest accuracy; too little is known to judge {}.", at,
                        leader, figuresText(unknown));
    }
    if (lower.empty()) {
        return Text::of("At {} sparsity {} cannot be told apart from {}: the intervals overlap.", at, leader,
                        figuresText(alike));
    }
    if (alike.empty()) {
        return Text::of("At {} sparsity {} is ahead of {}: the intervals do not overlap.", at, leader,
                        figuresText(lower));
    }
    return Text::of(
        "At {} sparsity {} cannot be told apart from {}: the intervals overlap. It is ahead of {}: there "
        "they do "
        "not.",
        at, leader, figuresText(alike), figuresText(lower));
}

}  // namespace prunescope::view
