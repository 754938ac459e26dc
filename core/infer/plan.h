#pragma once

#include "infer/convolution_step.h"
#include "infer/step.h"
#include "kernels/aligned_buffer.h"
#include "kernels/tensor.h"

#include <memory>
#include <span>

namespace prunescope::infer {

/// A graph made ready for so many images at once: layouts, memory and steps. Immutable once made, so that
/// several threads can run it, each with a `Workspace` of its own.
class Plan {
public:
    /// The memory of one run.
    struct Workspace {
        explicit Workspace(const Plan& plan);
        kernels::AlignedBuffer<float> memory;
        TensorPointers tensors;
    };

    /// `trials`: how often each form of an operation is run to find the faster.
    Plan(const nn::InferenceGraph& graph, Index lanes, int trials);

    Index lanes() const { return lanes_; }
    /// `images`: up to `lanes` of them, each (C,H,W); `results`: as many rows of the output's values.
    void run(std::span<const float> images, std::span<float> results, Workspace& workspace) const;
    /// The same for `count` images of a batch from `first` on, all of one tile of the tensors.
    void run(const kernels::Tensor<float>& images, Index first, Index count, kernels::Tensor<float>& results,
             Workspace& workspace) const;
    /// How many steps work from the kept weights alone.
    Index sparseSteps() const;
    /// Of one workspace.
    std::size_t workspaceBytes() const { return static_cast<std::size_t>(elements_) * sizeof(float); }

private:
    /// A step with the tensor that it writes and those that it reads.
    struct Placed {
        std::unique_ptr<Step> step;
        nn::TensorIndex out;
        std::vector<nn::TensorIndex> in;
    };

    void addStep(const nn::GraphNode& node);
    void addConvolution(const nn::GraphNode& node);
    nn::TensorIndex addArranged(nn::TensorIndex in, const kernels::ConvolutionGeometry& geometry);
    void placeTensors();
    void chooseForms(int trials);
    void readImages(std::span<const float> images, float* tensor) const;
    void readImages(const kernels::Tensor<float>& images, Index first, Index count, float* tensor) const;
    void runSteps(Workspace& workspace) const;
    void writeResults(const float* tensor, std::span<float> results) const;
    void writeResults(const float* tensor, Index first, Index count, kernels::Tensor<float>& results) const;

    Index lanes_;
    std::vector<Layout> layouts_;  ///< of the graph's tensors and of those that steps add
    std::vector<Index> offsets_;   ///< of each tensor in a workspace
    Index elements_ = 0;
    nn::TensorIndex output_;
    std::vector<Placed> steps_;
    std::vector<ConvolutionStep*> convolutions_;
};

}  // namespace prunescope::infer
