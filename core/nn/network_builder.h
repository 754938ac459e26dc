#pragma once

#include "nn/layer.h"
#include "nn/linear_layers.h"
#include "nn/pooling.h"
#include "nn/sequential.h"

#include <functional>
#include <limits>

namespace prunescope::nn {

/// Puts another layer around one, to measure it for example.
template <class T>
using LayerWrapper = std::function<std::unique_ptr<Layer<T>>(std::unique_ptr<Layer<T>>)>;

/// Puts layers one after the other and keeps track of the shape. A new kind of layer gets one method here.
template <class T>
class NetworkBuilder {
public:
    static constexpr Index unlimited = std::numeric_limits<Index>::max();

    /// `architecture` names the network in errors; `wrap` may be empty. A layer that would bring the
    /// network's parameters above `mostParameters` throws `UsageError` before memory is taken for it.
    NetworkBuilder(Shape input, std::string architecture, LayerWrapper<T> wrap = {},
                   Index mostParameters = unlimited)
        : shape_(input),
          architecture_(std::move(architecture)),
          wrap_(std::move(wrap)),
          parametersLeft_(mostParameters) {}

    const Shape& shape() const { return shape_; }

    /// Throws `UsageError` when the kernel does not fit into the input.
    NetworkBuilder& convolution(const std::string& name, const ConvolutionOptions& options);
    NetworkBuilder& dense(const std::string& name, Index outputs);
    NetworkBuilder& batchNorm(const std::string& name);
    /// Behind a batch norm it becomes part of that layer.
    NetworkBuilder& relu();
    NetworkBuilder& maxPool(const PoolingOptions& options);
    NetworkBuilder& averagePool(const PoolingOptions& options);
    NetworkBuilder& globalAveragePool();
    NetworkBuilder& flatten();
    /// Nothing when `share` is 0.
    NetworkBuilder& dropout(double share);
    /// Two 3x3 convolutions with batch norm, the residual sum and a ReLU. `project`: option B, else option A.
    NetworkBuilder& residualBlock(const std::string& name, Index outputs, Index stride, bool project);

    Sequential<T> build();

private:
    NetworkBuilder& add(std::unique_ptr<Layer<T>> layer);
    void expectWindow(Index window, Index padding, const std::string& name) const;
    void spend(Index parameters);

    Shape shape_;
    std::string architecture_;
    LayerWrapper<T> wrap_;
    Index parametersLeft_;
    std::vector<std::unique_ptr<Layer<T>>> layers_;
    std::uint64_t dropouts_ = 0;
};

}  // namespace prunescope::nn
