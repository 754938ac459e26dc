#pragma once

#include "infer/step.h"
#include "kernels/site_kernels.h"

#include <chrono>

namespace prunescope::infer {

/// A convolution with its residual sum and ReLU, dense or from the weights that are not 0.
class ConvolutionStep : public Step {
public:
    /// `in` is the layout that is read: that of the node's input, or one made by `ArrangeStep`.
    ConvolutionStep(const nn::GraphNode& node, nn::TensorIndex source, const Layout& in, const Layout& out,
                    const Layout* addend);

    void run(const TensorPointers& tensors) const override;

    /// Runs both forms on what the tensors hold, so many times, and keeps the faster. Both give the same
    /// bits.
    void chooseForm(const TensorPointers& tensors, int trials);
    bool sparse() const override { return sparse_; }

private:
    struct Sparse {
        std::vector<std::size_t> first;  ///< where an output's entries begin; one more at the end
        std::vector<kernels::SparseEntry> entries;
    };

    template <class Body>
    void forEachBlock(const Body& body) const;
    void placeSites(const Layout& in, const Layout& out, const Layout* addend);
    void addVector(const Layout& in, const Layout& out, const Layout* addend, Index y, Index x, Index part);
    void pack(const nn::GraphConvolution& convolution, const Layout& in, bool arranged);
    void runDenseChannels(Index firstSite, Index sites, const float* source, const kernels::Finish& finish,
                          const TensorPointers& tensors) const;
    void runSparseChannels(Index firstSite, Index sites, const float* source, const kernels::Finish& finish,
                           const TensorPointers& tensors) const;
    const float* addendPlane(Index channel, const TensorPointers& tensors) const;
    double secondsOf(const TensorPointers& tensors, int trials) const;

    nn::TensorIndex in_, out_;
    std::optional<nn::TensorIndex> addend_;
    nn::ChannelMap addendChannels_;
    bool relu_;
    float ceiling_;
    Index outputs_;
    Index groupOutputs_ = 1;
    Index groupStride_ = 0;  ///< from what one group reads to what the next one does
    Index outStride_;
    Index addendStride_ = 0;
    kernels::RowsAndColumns stride_;  ///< that sites step by in the source
    std::vector<kernels::Site> sites_;
    std::vector<std::int32_t> offsets_;  ///< of the first group
    std::vector<float> dense_;           ///< (block, entry, output of the block)
    std::vector<float> bias_;
    Sparse kept_;
    bool sparse_ = false;
};

}  // namespace prunescope::infer
