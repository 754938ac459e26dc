#pragma once

#include "run/image_answers.h"
#include "view/paired_shares.h"

#include <cstddef>
#include <vector>

namespace prunescope::view {

/// What one network made of the images of a group. Means over the classes that occur in the group, in [0, 1].
struct MacroFigures {
    double recall = 0;
    double f1 = 0;
};

/// The images of one group before two networks.
struct GroupComparison {
    std::size_t group = 0;  ///< in `DatasetDescription::groupNames`
    Pairs pairs{};
    MacroFigures first{};
    MacroFigures second{};
};

/// Group by group, those alone that have an image, in their order; none where the second answers do not say
/// which image is of which. Of answers to the same images.
std::vector<GroupComparison> compareGroups(const run::ImageAnswers& first, const run::ImageAnswers& second);

}  // namespace prunescope::view
