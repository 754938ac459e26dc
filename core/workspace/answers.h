#pragma once

#include "data/dataset.h"
#include "nn/inference_graph.h"

#include <cstdint>
#include <vector>

namespace prunescope::workspace {

/// Inputs that answers are compared on: the test images of a data set, or random ones.
class Questions {
public:
    /// All test images. `dataset` must outlive it.
    explicit Questions(const data::Dataset& dataset);
    /// So many of standard normal numbers, the same ones each time.
    Questions(const kernels::Shape& input, std::int64_t count);

    std::int64_t size() const { return count_; }
    /// The outputs of a network for each, (input, output). Runs on the threads of the current arena.
    std::vector<float> outputsOf(const nn::InferenceGraph& network) const;
    /// The class that the network answers each with. Runs on the threads of the current arena.
    std::vector<std::int32_t> answersOf(const nn::InferenceGraph& network) const;
    /// How many of these answers are right; 0 for random inputs.
    std::int64_t right(const std::vector<std::int32_t>& answers) const;

    /// Of predictions in the target's own unit for the test images of a data set of numbers.
    run::NumberErrors errors(const std::vector<float>& predicted) const;

private:
    /// Calls `take(outputs)` with each batch.
    template <class Take>
    void run(const nn::InferenceGraph& network, const Take& take) const;
    void load(std::int64_t first, kernels::Tensor<float>& images) const;

    const data::Dataset* dataset_ = nullptr;
    kernels::Shape input_;
    std::int64_t count_ = 0;
};

}  // namespace prunescope::workspace
