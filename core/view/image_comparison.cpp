#include "view/image_comparison.h"

#include <algorithm>
#include <cassert>
#include <map>

namespace prunescope::view {

bool areOfSameImages(const run::ImageAnswers& first, const run::ImageAnswers& second) {
    return first.classes == second.classes && first.truth == second.truth &&
           first.answers.size() == second.answers.size() && first.wanted == second.wanted &&
           first.predicted.size() == second.predicted.size();
}

ImageComparison compareImages(const run::ImageAnswers& first, const run::ImageAnswers& second) {
    assert(areOfSameImages(first, second) && first.task() == run::Task::classification);
    ImageComparison comparison;
    comparison.ofClass.resize(static_cast<std::size_t>(first.classes));
    for (std::size_t i = 0; i < first.images(); ++i) {
        const bool before = first.isRight(i);
        const bool after = second.isRight(i);
        const Flip flip{i, first.truth[i], first.answers[i], second.answers[i]};
        const auto place = pairOf(before, after);
        ++(comparison.all.*place);
        ++(comparison.ofClass[flip.truth].*place);
        if (before && !after) comparison.lost.push_back(flip);
        if (after && !before) comparison.gained.push_back(flip);
    }
    return comparison;
}

std::vector<Flip> someOfEveryClass(const std::vector<Flip>& flips, const std::vector<std::int64_t>& classes,
                                   std::size_t most) {
    std::map<std::int64_t, std::vector<Flip>> ofClass;
    for (const Flip& flip : flips) ofClass[flip.truth].push_back(flip);
    std::map<std::int64_t, std::size_t> taken;
    std::size_t left = most;
    for (bool more = true; more && left > 0;) {
        more = false;
        for (const std::int64_t k : classes) {
            if (left == 0 || taken[k] >= ofClass[k].size()) continue;
            ++taken[k];
            --left;
            more = true;
        }
    }
    std::vector<Flip> chosen;
    for (const std::int64_t k : classes) {
        const auto& all = ofClass[k];
        chosen.insert(chosen.end(), all.begin(), all.begin() + static_cast<std::ptrdiff_t>(taken[k]));
    }
    return chosen;
}

}  // namespace prunescope::view
