#pragma once

#include "infer/step.h"
#include "math/aligned_buffer.h"

#include <array>

namespace prunescope::infer {

/// A dense layer for a single image: products of the weights with one vector, which is read in the order
/// channel, row, column. Dense, or from the weights that are not 0 when those are few.
class DotStep : public Step {
public:
    DotStep(const nn::GraphNode& node, const Layout& in, const Layout& out, const Layout* addend);
    void run(const TensorPointers& tensors) const override;
    bool sparse() const override { return sparse_; }

private:
    static constexpr int together = 4;  ///< outputs that are summed at once, to hide latency
    using Outputs = std::array<std::int32_t, together>;

    /// Outputs of about the same number of kept weights; -1 where there are none left. The lists of one block
    /// are equally long, one behind the other; shorter ones end in weights of 0.
    struct Block {
        Outputs outputs;
        std::size_t first;
        std::size_t length;
    };

    static Outputs outputsOf(const std::vector<std::int32_t>& order, std::size_t first);
    void packSparse(const nn::GraphConvolution& convolution);
    void packDense(const nn::GraphConvolution& convolution);
    void runDense(const float* values, const TensorPointers& tensors) const;
    void runSparse(const float* values, const TensorPointers& tensors) const;
    void finish(Index output, float sum, const TensorPointers& tensors) const;

    nn::TensorIndex in_, out_;
    std::optional<nn::TensorIndex> addend_;
    nn::ChannelMap addendChannels_;
    bool relu_;
    Layout inLayout_, outLayout_, addendLayout_{};
    Index inputs_;
    Index outputs_;
    Index paddedInputs_;  ///< a whole number of vectors
    std::vector<float> bias_;
    math::AlignedBuffer<float> dense_;  ///< (output, padded input)
    std::vector<Block> blocks_;
    std::vector<std::int32_t> keptInputs_;
    std::vector<float> keptWeights_;
    bool sparse_;
};

}  // namespace prunescope::infer
