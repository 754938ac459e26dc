#include "data/dataset.h"

#include <fmt/format.h>

namespace prunescope::data {

std::string augmentationText(const Augmentation& augmentation) {
    if (augmentation.shift == 0) return augmentation.flip ? "flip" : "none";
    return fmt::format("shift {}{}", augmentation.shift, augmentation.flip ? ", flip" : "");
}

const ImageSet& Dataset::images(run::Split split) const {
    return split == run::Split::test ? testImages : trainingImages;
}

std::span<const ImageIndex> Dataset::indices(run::Split split) const {
    switch (split) {
        case run::Split::train:
            return trainIndices;
        case run::Split::validation:
            return validationIndices;
        case run::Split::test:
            return testIndices;
    }
    return {};
}

}  // namespace prunescope::data
