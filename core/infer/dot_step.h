#pragma once

#include "infer/step.h"
#include "kernels/aligned_buffer.h"
#include "kernels/sliced_matrix.h"

#include <optional>

namespace prunescope::infer {

/// A dense layer for a single image: products of the weights with one vector, which is read in the order
/// channel, row, column. Dense, or from the weights that are not 0 when those are few.
class DotStep : public Step {
public:
    DotStep(const nn::GraphNode& node, const Layout& in, const Layout& out, const Layout* addend);
    void run(const TensorPointers& tensors) const override;
    bool sparse() const override { return kept_.has_value(); }

private:
    void packDense(const nn::GraphConvolution& convolution);
    void multiplyDense(const float* values, float* sums) const;
    void finish(float* sums, const TensorPointers& tensors) const;

    nn::TensorIndex in_, out_;
    std::optional<nn::TensorIndex> addend_;
    nn::ChannelMap addendChannels_;
    bool relu_;
    float ceiling_;
    Layout inLayout_;
    Index inStride_;
    Index inputs_;
    Index outputs_;
    Index paddedInputs_;  ///< a whole number of vectors
    std::vector<float> bias_;
    kernels::AlignedBuffer<float> dense_;        ///< (output, padded input)
    std::optional<kernels::SlicedMatrix> kept_;  ///< instead of `dense_`
};

}  // namespace prunescope::infer
