#pragma once

#include "nn/graph.h"
#include "nn/linear_layers.h"
#include "nn/pooling.h"

namespace prunescope::nn {

/// What the convolution and the batch norm of a shortcut are called, behind the name of their block.
struct Projection {
    std::string convolution{};
    std::string batchNorm{};
};

/// Puts operations one after the other into a graph. What has no parameters is named by its kind and number:
/// "relu1", "max_pool2".
class GraphBuilder {
public:
    /// As `Graph`; every method throws `UsageError` as `Graph::add` does.
    GraphBuilder(const Shape& input, std::string name, Index parameterLimit = Graph::mostParameters)
        : graph_(std::move(name), input, parameterLimit) {}

    /// Of what the last operation gives.
    const Shape& shape() const { return graph_.shape(last_); }

    GraphBuilder& convolution(const std::string& name, const ConvolutionOptions& options);
    GraphBuilder& dense(const std::string& name, Index outputs);
    GraphBuilder& batchNorm(const std::string& name);
    GraphBuilder& relu();
    /// min(max(in, 0), 6)
    GraphBuilder& relu6();
    GraphBuilder& maxPool(const PoolingOptions& options);
    GraphBuilder& averagePool(const PoolingOptions& options);
    GraphBuilder& globalAveragePool();
    /// Nothing where each channel has one value.
    GraphBuilder& flatten();
    /// Nothing when `rate` is 0.
    GraphBuilder& dropout(double rate);
    /// Two 3x3 convolutions with batch norm, the residual sum and a ReLU (He et al. 2016, equations 1 and 2).
    /// Where the shape changes the shortcut is a strided 1x1 convolution with batch norm if `projection`
    /// names them (option B), else it has no parameters (option A).
    GraphBuilder& residualBlock(const std::string& name, Index outputs, Index stride,
                                const Projection& projection);
    /// What the last operation gives, to come back to.
    TensorIndex here() const { return last_; }
    /// The next operation reads that.
    GraphBuilder& from(TensorIndex tensor);
    /// An operation of what the last one gives and of another tensor.
    GraphBuilder& combine(const std::shared_ptr<const Operation>& operation, TensorIndex other);
    /// The sum of what the last operation gives and another tensor of the same shape.
    GraphBuilder& plus(TensorIndex other);
    /// An operation that reads what the last one gives.
    GraphBuilder& add(std::string name, std::shared_ptr<const Operation> operation);

    /// Throws `UsageError` when there is no operation.
    Graph build() const;

private:
    GraphBuilder& addUnnamed(const std::shared_ptr<const Operation>& operation);
    std::string nameFor(const Operation& operation) const;

    Graph graph_;
    TensorIndex last_ = Graph::input();
};

}  // namespace prunescope::nn
