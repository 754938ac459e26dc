#pragma once

#include "data/array_images.h"
#include "data/dataset.h"
#include "data/label_classes.h"
#include "data/test_draw.h"

#include <memory>
#include <vector>

namespace prunescope::data {

/// What is trained on, or what is tested on: images or rows, and as many labels.
struct ArrayPart {
    ArrayImages images{};
    NumberLabels labels{};
    std::vector<float> numbers{};  ///< in place of the labels' values, where they are to be predicted
    TargetFacts target{};          ///< what the numbers are

    bool numeric() const { return !numbers.empty(); }
    std::int64_t size() const { return numeric() ? std::ssize(numbers) : std::ssize(labels.values); }
};

/// Makes a data set of two parts of one shape and one kind of number. Throws `Error` when they are not, or
/// when the test has a label that training has not. Images are usually not varied.
std::unique_ptr<Dataset> datasetOf(ArrayPart training, ArrayPart test, std::vector<run::DataFile> files);
/// The same of one part, of which the test part is drawn.
std::unique_ptr<Dataset> datasetOf(ArrayPart part, const TestDraw& draw, std::vector<run::DataFile> files);

}  // namespace prunescope::data
