#include "base/error.h"
#include "model/onnx_operations.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <utility>

namespace prunescope::model {
namespace {

/// Writes the nodes one by one; each is called by its number, as names are no longer those of layers.
class DeployedWriter {
public:
    DeployedWriter(const std::string& name, const nn::InferenceGraph& deployed, bool sparse)
        : deployed_(deployed),
          graph_(name, deployed.shape(nn::InferenceGraph::input()), sparse),
          made_(deployed.tensors().size()) {
        made_.front() = graph_.input();
    }

    onnx::GraphProto write() {
        for (const nn::GraphNode& node : deployed_.nodes()) {
            // Nobody reads what has no channel left.
            if (deployed_.shape(node.out).channels > 0) made_[node.out.index()] = written(node);
        }
        return graph_.finish(made_[deployed_.output().index()]);
    }

private:
    OnnxValue written(const nn::GraphNode& node) {
        const std::string name = fmt::format("node{}", ++number_);
        const OnnxValue in = inputOf(node, name);
        OnnxValue value =
            std::visit([&](const auto& operation) { return apply(name, in, operation); }, node.operation);
        if (node.addend && adds(node.addendChannels)) {
            const OnnxValue addend =
                graph_.sample(name + ".addend", made_[node.addend->index()], 1, node.addendChannels);
            value = graph_.sum(name + ".sum", value, addend);
        }
        if (!node.relu) return value;
        return std::isinf(node.ceiling)
                   ? graph_.relu(name + ".relu", value)
                   : graph_.activation(name + ".relu", value, {.high = static_cast<double>(node.ceiling)});
    }

    OnnxValue inputOf(const nn::GraphNode& node, const std::string& name) const {
        if (deployed_.shape(node.in).channels > 0) return made_[node.in.index()];
        throw UsageError("drop_dead",
                         Text::of("so many weights were cut that {} has no channel left to read", name),
                         Text::of("Export without drop_dead."));
    }

    static bool adds(const nn::ChannelMap& channels) {
        return std::any_of(channels.begin(), channels.end(), [](nn::Index c) { return c != nn::noChannel; });
    }

    /// One that reads the whole plane at once is a dense layer.
    OnnxValue apply(const std::string& name, const OnnxValue& in, const nn::GraphConvolution& convolution) {
        const kernels::ConvolutionGeometry& g = convolution.geometry;
        if (g.groups == 1 && g.coversPlane())
            return graph_.dense(name, in, g.outputs, convolution.weight, convolution.bias);
        return graph_.convolution(name, in, g, convolution.weight, convolution.bias);
    }

    OnnxValue apply(const std::string& name, const OnnxValue& in, const nn::GraphPool& pool) {
        const OnnxValue from = graph_.sample(name, in, 1, pool.channels);
        kernels::PoolGeometry geometry = pool.geometry;
        geometry.input = from.shape;
        return graph_.pool(name, from, geometry, pool.largest);
    }

    OnnxValue apply(const std::string& name, const OnnxValue& in, const nn::GraphAffine& affine) {
        return graph_.affine(name, graph_.sample(name, in, affine.stride, affine.channels), affine.scale,
                             affine.shift);
    }

    OnnxValue apply(const std::string& name, const OnnxValue& in, const nn::GraphActivation& activation) {
        return graph_.activation(name, graph_.sample(name, in, 1, activation.channels), activation.function);
    }

    OnnxValue apply(const std::string& name, const OnnxValue& in, const nn::GraphProduct& product) {
        const OnnxValue factor =
            graph_.sample(name + ".factor", made_[product.factor.index()], 1, product.factorChannels);
        return graph_.product(name, graph_.sample(name, in, 1, product.channels), factor);
    }

    const nn::InferenceGraph& deployed_;
    OnnxGraph graph_;
    std::vector<OnnxValue> made_;
    int number_ = 0;
};

}  // namespace

onnx::GraphProto onnxAsDeployed(const std::string& name, const nn::InferenceGraph& graph, bool sparse) {
    return DeployedWriter(name, graph, sparse).write();
}

}  // namespace prunescope::model
