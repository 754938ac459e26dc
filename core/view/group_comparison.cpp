#include "view/group_comparison.h"

#include "view/image_comparison.h"
#include "view/images_by_group.h"

#include <cassert>
#include <map>
#include <span>

namespace prunescope::view {
namespace {

using Images = std::span<const std::size_t>;

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
    std::vector<GroupComparison> groups;
    forEachGroup(second, [&](std::size_t group, Images images) {
        groups.push_back({.group = group,
                          .pairs = pairsOf(first, second, images),
                          .first = macroFigures(first, images),
                          .second = macroFigures(second, images)});
    });
    return groups;
}

}  // namespace prunescope::view
