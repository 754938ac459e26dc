#include "view/group_comparison.h"

#include "view/image_comparison.h"

#include <algorithm>
#include <cassert>
#include <map>
#include <numeric>
#include <span>

namespace prunescope::view {
namespace {

using Images = std::span<const std::size_t>;

/// Images by their group, and within it in their order.
std::vector<std::size_t> byGroup(const std::vector<std::uint16_t>& groups) {
    std::vector<std::size_t> images(groups.size());
    std::iota(images.begin(), images.end(), std::size_t{0});
    std::stable_sort(images.begin(), images.end(),
                     [&](std::size_t a, std::size_t b) { return groups[a] < groups[b]; });
    return images;
}

MacroFigures macroFigures(const run::ImageAnswers& answers, Images images) {
    std::map<std::uint16_t, run::ClassAnswers> ofClass;
    for (const std::size_t i : images) {
        run::ClassAnswers& truth = ofClass[answers.truth[i]];
        ++truth.images;
        truth.right += answers.isRight(i) ? 1 : 0;
        ++ofClass[answers.answers[i]].answers;
    }
    MacroFigures sum;
    double occurring = 0;
    for (const auto& [label, c] : ofClass) {
        if (!c.occurs()) continue;
        ++occurring;
        sum.recall += c.recall();
        sum.f1 += c.f1();
    }
    return {sum.recall / occurring, sum.f1 / occurring};
}

Pairs pairsOf(const run::ImageAnswers& first, const run::ImageAnswers& second, Images images) {
    Pairs pairs;
    for (const std::size_t i : images) ++(pairs.*pairOf(first.isRight(i), second.isRight(i)));
    return pairs;
}

}  // namespace

std::vector<GroupComparison> compareGroups(const run::ImageAnswers& first, const run::ImageAnswers& second) {
    assert(areOfSameImages(first, second));
    const std::vector<std::size_t> order = byGroup(second.groups);
    std::vector<GroupComparison> groups;
    for (auto begin = order.begin(); begin != order.end();) {
        const std::uint16_t group = second.groups[*begin];
        const auto end = std::find_if(begin, order.end(),
                                      [&](std::size_t image) { return second.groups[image] != group; });
        const Images images(begin, end);
        groups.push_back({.group = group,
                          .pairs = pairsOf(first, second, images),
                          .first = macroFigures(first, images),
                          .second = macroFigures(second, images)});
        begin = end;
    }
    return groups;
}

}  // namespace prunescope::view
