#pragma once

#include "data/dataset.h"
#include "run/image_answers.h"
#include "train/objective.h"

#include <memory>
#include <span>

namespace prunescope::train {

/// A whole split, counted and image by image.
struct EvaluatedSplit {
    run::Evaluation evaluation;
    run::ImageAnswers answers;
};

/// Gathers what a network said of a split, batch by batch in the order of the split.
class SplitFigures {
public:
    virtual ~SplitFigures() = default;
    SplitFigures(const SplitFigures&) = delete;
    SplitFigures& operator=(const SplitFigures&) = delete;

    /// `outputs` of these images of the split, whose labels the objective has taken.
    virtual void add(const kernels::Tensor<float>& outputs, std::span<const data::ImageIndex> images,
                     const Objective& objective) = 0;
    virtual EvaluatedSplit take() = 0;

protected:
    SplitFigures() = default;
};

/// As the task of the data set says.
std::unique_ptr<SplitFigures> splitFigures(run::Split split, const data::Dataset& dataset);

}  // namespace prunescope::train
