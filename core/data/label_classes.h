#pragma once

#include "data/dataset.h"

#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace prunescope::data {

/// Labels as a file has them: whole numbers from any base, one for each image or row.
struct NumberLabels {
    std::string file;  ///< what messages call it
    std::vector<std::int64_t> values{};
};

/// Classes made of labels: the distinct numbers of the training labels, rising.
class LabelClasses {
public:
    /// Throws `Error` for more than `mostClasses` distinct numbers.
    explicit LabelClasses(const NumberLabels& training);

    std::size_t size() const { return numbers_.size(); }
    /// Each class is named by its number.
    std::vector<std::string> names() const;
    /// The class of each label. Throws `Error` for a number that no training label has.
    std::vector<Label> classesOf(const NumberLabels& labels) const;

private:
    std::vector<std::int64_t> numbers_;  ///< rising
};

}  // namespace prunescope::data
