#pragma once

#include "base/strong_index.h"
#include "run/records.h"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace prunescope::run {

/// What a network answered to every image of the test split, in the order of the split. It is kept of the
/// network before the first cut and of the one that the run ends with, so that two networks can be compared
/// image by image.
struct ImageAnswers {
    StepIndex step;
    double sparsity = 0;  ///< of the network, at that step
    std::int64_t classes = 0;
    std::vector<std::uint16_t> truth{};    ///< the class that each image is of
    std::vector<std::uint16_t> answers{};  ///< as many: the class that it was taken for
    std::vector<std::uint16_t> groups{};   ///< as many, in `DatasetDescription::groupNames`; or none
    /// In their place where a number is predicted, in its own unit: what was wanted, and as many predictions.
    std::vector<float> wanted{};
    std::vector<float> predicted{};

    Task task() const { return classes == 0 ? Task::regression : Task::classification; }
    std::size_t images() const { return task() == Task::regression ? wanted.size() : truth.size(); }
    bool isRight(std::size_t image) const { return truth[image] == answers[image]; }
};

/// Whether the answers are those that an evaluation counted: of the same network, with the same confusion
/// matrix.
bool belongTogether(const ImageAnswers& answers, const Evaluation& evaluation);

/// The answers that a test evaluation of a run counted; nullptr where they were not kept.
const ImageAnswers* answersOf(const std::vector<ImageAnswers>& kept, const Evaluation& evaluation);

}  // namespace prunescope::run
