#pragma once

#include "nn/layer.h"
#include "nn/linear_layers.h"
#include "nn/pooling.h"
#include "nn/sequential.h"

namespace prunescope::nn {

/// Puts layers one after the other and keeps track of the shape. A new kind of layer gets one method here.
template <class T>
class NetworkBuilder {
public:
    /// `architecture` names the network in errors.
    NetworkBuilder(Shape input, std::string architecture)
        : shape_(input), architecture_(std::move(architecture)) {}

    const Shape& shape() const { return shape_; }

    /// Throws `UsageError` when the kernel does not fit into the input.
    NetworkBuilder& convolution(const std::string& name, const ConvolutionOptions& options);
    NetworkBuilder& dense(const std::string& name, Index outputs);
    NetworkBuilder& batchNorm(const std::string& name);
    NetworkBuilder& relu();
    NetworkBuilder& maxPool(const PoolingOptions& options);
    NetworkBuilder& averagePool(const PoolingOptions& options);
    NetworkBuilder& globalAveragePool();
    NetworkBuilder& flatten();
    /// Nothing when `share` is 0.
    NetworkBuilder& dropout(double share);
    /// Two 3x3 convolutions with batch norm, the residual sum and a ReLU. `project`: option B, else option A.
    NetworkBuilder& residualBlock(const std::string& name, Index outputs, Index stride, bool project);

    Sequential<T> build() { return Sequential<T>(std::move(layers_)); }

private:
    NetworkBuilder& add(std::unique_ptr<Layer<T>> layer);
    void expectWindow(Index window, Index padding, const std::string& name) const;

    Shape shape_;
    std::string architecture_;
    std::vector<std::unique_ptr<Layer<T>>> layers_;
    std::uint64_t dropouts_ = 0;
};

}  // namespace prunescope::nn
