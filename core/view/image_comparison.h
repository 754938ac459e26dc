#pragma once

#include "run/image_answers.h"
#include "view/paired_shares.h"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace prunescope::view {

/// An image that one of two networks gets right, and the other does not.
struct Flip {
    std::size_t image = 0;  ///< its place in the test split
    std::uint16_t truth = 0;
    std::uint16_t first = 0;   ///< what the first network took it for
    std::uint16_t second = 0;  ///< what the second network took it for
    bool operator==(const Flip&) const = default;
};

/// Two networks image by image.
struct ImageComparison {
    Pairs all{};
    std::vector<Pairs> ofClass{};  ///< by class
    std::vector<Flip> lost{};      ///< only the first is right, in the order of the images
    std::vector<Flip> gained{};    ///< only the second is right
};

/// Whether the answers are to the same images as far as their classes tell: as many, of the same classes in
/// the same order; or as many of the same numbers.
bool areOfSameImages(const run::ImageAnswers& first, const run::ImageAnswers& second);

/// Of answers to the same images, which are classes.
ImageComparison compareImages(const run::ImageAnswers& first, const run::ImageAnswers& second);

/// So many of the flips that as many classes as possible are among them: the first of each class in the order
/// of `classes`, then the second of each, and so on; in the end by class in that order.
std::vector<Flip> someOfEveryClass(const std::vector<Flip>& flips, const std::vector<std::int64_t>& classes,
                                   std::size_t most);

}  // namespace prunescope::view
