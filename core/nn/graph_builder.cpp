#include "nn/graph_builder.h"

#include "nn/activation_layers.h"
#include "nn/batch_norm.h"
#include "nn/shortcut.h"
#include "nn/simple_layers.h"

#include <fmt/format.h>

#include <algorithm>

namespace prunescope::nn {

std::string GraphBuilder::nameFor(const Operation& operation) const {
    std::string kind(operation.kind());
    std::replace(kind.begin(), kind.end(), ' ', '_');
    return fmt::format("{}{}", kind, graph_.countOf(operation.kind()) + 1);
}

GraphBuilder& GraphBuilder::add(std::string name, std::shared_ptr<const Operation> operation) {
    last_ = graph_.add(std::move(name), std::move(operation), {last_});
    return *this;
}

GraphBuilder& GraphBuilder::addUnnamed(const std::shared_ptr<const Operation>& operation) {
    return add(nameFor(*operation), operation);
}

GraphBuilder& GraphBuilder::convolution(const std::string& name, const ConvolutionOptions& options) {
    return add(name, std::make_shared<ConvolutionOperation>(options));
}

GraphBuilder& GraphBuilder::dense(const std::string& name, Index outputs) {
    return add(name, std::make_shared<DenseOperation>(outputs));
}

GraphBuilder& GraphBuilder::batchNorm(const std::string& name) {
    return add(name, std::make_shared<BatchNormOperation>());
}

GraphBuilder& GraphBuilder::relu() {
    return addUnnamed(std::make_shared<ReluOperation>());
}

GraphBuilder& GraphBuilder::relu6() {
    constexpr double most = 6;
    return addUnnamed(
        std::make_shared<ActivationOperation>(ActivationFunction{ActivationFunction::Kind::clip, 0, most}));
}

GraphBuilder& GraphBuilder::from(TensorIndex tensor) {
    last_ = tensor;
    return *this;
}

GraphBuilder& GraphBuilder::combine(const std::shared_ptr<const Operation>& operation, TensorIndex other) {
    last_ = graph_.add(nameFor(*operation), operation, {last_, other});
    return *this;
}

GraphBuilder& GraphBuilder::plus(TensorIndex other) {
    return combine(std::make_shared<AddOperation>(), other);
}

GraphBuilder& GraphBuilder::maxPool(const PoolingOptions& options) {
    return addUnnamed(std::make_shared<MaxPoolOperation>(options));
}

GraphBuilder& GraphBuilder::averagePool(const PoolingOptions& options) {
    return addUnnamed(std::make_shared<AveragePoolOperation>(options));
}

GraphBuilder& GraphBuilder::globalAveragePool() {
    return addUnnamed(std::make_shared<GlobalAveragePoolOperation>());
}

GraphBuilder& GraphBuilder::flatten() {
    return shape().pixels() == 1 ? *this : addUnnamed(std::make_shared<FlattenOperation>());
}

GraphBuilder& GraphBuilder::dropout(double rate) {
    return rate == 0 ? *this : addUnnamed(std::make_shared<DropoutOperation>(rate));
}

GraphBuilder& GraphBuilder::residualBlock(const std::string& name, Index outputs, Index stride,
                                          const Projection& projection) {
    const TensorIndex in = last_;
    convolution(name + ".conv1", {outputs, 3, stride, 1, false}).batchNorm(name + ".bn1").relu();
    convolution(name + ".conv2", {outputs, 3, 1, 1, false}).batchNorm(name + ".bn2");
    const TensorIndex path = std::exchange(last_, in);
    if (graph_.shape(path) != shape() && !projection.convolution.empty()) {
        convolution(name + projection.convolution, {outputs, 1, stride, 0, false});
        batchNorm(name + projection.batchNorm);
    } else if (graph_.shape(path) != shape()) {
        addUnnamed(std::make_shared<SubsampleOperation>(outputs, stride));
    }
    const TensorIndex shortcut = last_;
    return from(path).plus(shortcut).relu();
}

Graph GraphBuilder::build() const {
    graph_.expectComplete();
    return graph_;
}

}  // namespace prunescope::nn
