#pragma once

#include "run/image_answers.h"

#include <algorithm>
#include <cstddef>
#include <numeric>
#include <span>
#include <vector>

namespace prunescope::view {

/// Calls `take(group, images)` with each group that has an image, in their order, and with the places of its
/// images in theirs; with none where the answers do not say which image is of which group.
template <class Take>
void forEachGroup(const run::ImageAnswers& answers, const Take& take) {
    const std::vector<std::uint16_t>& groups = answers.groups;
    std::vector<std::size_t> order(groups.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t a, std::size_t b) { return groups[a] < groups[b]; });
    for (auto begin = order.begin(); begin != order.end();) {
        const std::uint16_t group = groups[*begin];
        const auto end =
            std::find_if(begin, order.end(), [&](std::size_t image) { return groups[image] != group; });
        take(std::size_t{group}, std::span<const std::size_t>(begin, end));
        begin = end;
    }
}

}  // namespace prunescope::view
