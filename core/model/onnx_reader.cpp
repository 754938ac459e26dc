#include "base/error.h"
#include "model/onnx_operations.h"

#include <algorithm>
#include <cmath>
#include <cstring>
#include <map>
#include <utility>

namespace prunescope::model {
namespace {

using Numbers = std::vector<std::int64_t>;

template <class T>
std::vector<T> rawValues(const onnx::TensorProto& tensor) {
    const std::string& bytes = tensor.raw_data();
    std::vector<T> values(bytes.size() / sizeof(T));
    std::memcpy(values.data(), bytes.data(), values.size() * sizeof(T));
    return values;
}

/// Computes an ONNX graph with the operations of an `InferenceGraph`.
class OnnxReader {
public:
    OnnxReader(const onnx::GraphProto& graph, const std::string& origin) : graph_(graph), origin_(origin) {
        for (const auto& tensor : graph.initializer()) readArray(tensor);
        for (const auto& tensor : graph.sparse_initializer()) readSparse(tensor);
    }

    nn::InferenceGraph read() {
        const auto& dims = graph_.input(0).type().tensor_type().shape().dim();
        if (dims.size() != 4) refuse("an input of other than four dimensions");
        nn::InferenceGraph result({dims[1].dim_value(), dims[2].dim_value(), dims[3].dim_value()});
        made_[graph_.input(0).name()] = nn::InferenceGraph::input();
        for (const onnx::NodeProto& node : graph_.node()) made_[node.output(0)] = make(result, node);
        if (made_.at(graph_.output(0).name()) != result.output())
            refuse("a result that is not the last node's");
        return result;
    }

private:
    struct Array {
        Numbers shape;
        std::vector<float> values;
    };

    [[noreturn]] void refuse(const std::string& what) const {
        throw Error(origin_, Text::of("expected a graph as this program writes it, found {}", what),
                    Text::of("Export it anew."));
    }

    void readArray(const onnx::TensorProto& tensor) {
        if (tensor.data_type() == onnx::TensorProto::FLOAT) {
            arrays_[tensor.name()] = {{tensor.dims().begin(), tensor.dims().end()}, rawValues<float>(tensor)};
        } else {
            numbers_[tensor.name()] = rawValues<std::int64_t>(tensor);
        }
    }

    void readSparse(const onnx::SparseTensorProto& tensor) {
        Array array{{tensor.dims().begin(), tensor.dims().end()}, {}};
        std::int64_t size = 1;
        for (const std::int64_t extent : array.shape) size *= extent;
        array.values.resize(static_cast<std::size_t>(size));
        const auto values = rawValues<float>(tensor.values());
        const auto places = rawValues<std::int64_t>(tensor.indices());
        for (std::size_t i = 0; i < values.size(); ++i)
            array.values.at(static_cast<std::size_t>(places.at(i))) = values[i];
        arrays_[tensor.values().name()] = std::move(array);
    }

    const Array& array(const onnx::NodeProto& node, int input) const { return arrays_.at(node.input(input)); }
    std::vector<float> optional(const onnx::NodeProto& node, int input) const {
        return node.input_size() > input ? array(node, input).values : std::vector<float>{};
    }
    const Numbers& numbers(const onnx::NodeProto& node, int input) const {
        return numbers_.at(node.input(input));
    }

    static const onnx::AttributeProto* attribute(const onnx::NodeProto& node, const char* name) {
        const auto& all = node.attribute();
        const auto found =
            std::find_if(all.begin(), all.end(), [&](const auto& a) { return a.name() == name; });
        return found == all.end() ? nullptr : &*found;
    }

    /// The function of each value that the node is; nothing for another node.
    static std::optional<nn::ActivationFunction> functionOf(const onnx::NodeProto& node) {
        using Kind = nn::ActivationFunction::Kind;
        const std::string& kind = node.op_type();
        const auto real = [&](const char* name) { return static_cast<double>(attribute(node, name)->f()); };
        if (kind == "Clip") return nn::ActivationFunction{.low = real("min"), .high = real("max")};
        if (kind == "LeakyRelu")
            return nn::ActivationFunction{.kind = Kind::leakyRelu, .slope = real("alpha")};
        if (kind == "Sigmoid") return nn::ActivationFunction{.kind = Kind::sigmoid};
        if (kind == "Tanh") return nn::ActivationFunction{.kind = Kind::tanh};
        if (kind == "HardSigmoid") return nn::ActivationFunction{.kind = Kind::hardSigmoid};
        return std::nullopt;
    }

    /// The first two numbers of an attribute.
    static kernels::RowsAndColumns both(const onnx::NodeProto& node, const char* name) {
        const onnx::AttributeProto& values = *attribute(node, name);
        return {values.ints(0), values.ints(1)};
    }

    nn::TensorIndex make(nn::InferenceGraph& graph, const onnx::NodeProto& node) const {
        const nn::TensorIndex in = made_.at(node.input(0));
        const std::string& kind = node.op_type();
        if (kind == "Conv") return convolution(graph, in, node);
        if (kind == "Gemm") return dense(graph, in, node);
        if (kind == "Relu") return graph.relu(in);
        if (const auto function = functionOf(node)) return graph.activation(in, *function);
        if (kind == "BatchNormalization") return norm(graph, in, node);
        if (kind == "MaxPool" || kind == "AveragePool") return pool(graph, in, node);
        if (kind == "GlobalMaxPool" || kind == "GlobalAveragePool") {
            const nn::Shape& s = graph.shape(in);
            return graph.pool(in, {.input = s, .window = {s.height, s.width}}, kind == "GlobalMaxPool");
        }
        // A dense layer reads planes as they are, and one pixel is a plane.
        if (kind == "Flatten" || kind == "Reshape") return in;
        // A product takes one value for each plane as it is.
        if (kind == "Resize" && graph.shape(in).pixels() == 1) return in;
        if (kind == "Slice") return slice(graph, in, node);
        if (kind == "Pad") return pad(graph, in, node);
        if (kind == "Mul" || kind == "Add") return combine(graph, in, node);
        if (kind == "Concat") return graph.concatenation(in, made_.at(node.input(1)));
        refuse("the operation " + kind);
    }

    nn::TensorIndex convolution(nn::InferenceGraph& graph, nn::TensorIndex in,
                                const onnx::NodeProto& node) const {
        const Array& weight = array(node, 1);
        const nn::Shape& s = graph.shape(in);
        const nn::Index groups = attribute(node, "group")->i();
        if (weight.shape.size() != 4 || weight.shape[1] * groups != s.channels)
            refuse("weights of other channels");
        return graph.convolution(in,
                                 {s, weight.shape[0], weight.shape[2], weight.shape[3], both(node, "strides"),
                                  both(node, "pads"), both(node, "dilations"), groups},
                                 weight.values, optional(node, 2));
    }

    nn::TensorIndex dense(nn::InferenceGraph& graph, nn::TensorIndex in, const onnx::NodeProto& node) const {
        const Array& weight = array(node, 1);
        if (weight.shape.size() != 2 || weight.shape[1] != graph.shape(in).size())
            refuse("weights of other inputs");
        return graph.convolution(in, {{weight.shape[1], 1, 1}, weight.shape[0], 1, 1, 1, 0}, weight.values,
                                 optional(node, 2));
    }

    /// scale (in - mean) / sqrt(variance + epsilon) + shift
    nn::TensorIndex norm(nn::InferenceGraph& graph, nn::TensorIndex in, const onnx::NodeProto& node) const {
        const auto epsilon = static_cast<double>(attribute(node, "epsilon")->f());
        std::vector<float> scale;
        std::vector<float> shift;
        for (std::size_t c = 0; c < array(node, 1).values.size(); ++c) {
            const auto at = [&](int input) { return static_cast<double>(array(node, input).values.at(c)); };
            const double factor = at(1) / std::sqrt(at(4) + epsilon);
            scale.push_back(static_cast<float>(factor));
            shift.push_back(static_cast<float>(at(2) - factor * at(3)));
        }
        return graph.affine(in, std::move(scale), std::move(shift));
    }

    nn::TensorIndex pool(nn::InferenceGraph& graph, nn::TensorIndex in, const onnx::NodeProto& node) const {
        const kernels::RowsAndColumns padding = both(node, "pads");
        const auto* pads = attribute(node, "pads");
        return graph.pool(in,
                          {.input = graph.shape(in),
                           .window = both(node, "kernel_shape"),
                           .stride = both(node, "strides"),
                           .padding = padding,
                           // More padding behind the planes than before them is what the last windows need.
                           .ceil = pads->ints(2) > padding.rows || pads->ints(3) > padding.columns},
                          node.op_type() == "MaxPool");
    }

    nn::TensorIndex slice(nn::InferenceGraph& graph, nn::TensorIndex in, const onnx::NodeProto& node) const {
        const nn::Shape s = graph.shape(in);
        const nn::Index first = numbers(node, 1).at(0);
        const nn::Index stride = numbers(node, 4).at(1);
        nn::ChannelMap map = nn::sameChannels(numbers(node, 2).at(0) - first);
        for (nn::Index& c : map) c += first;
        const auto channels = static_cast<nn::Index>(map.size());
        return graph.sample(in, stride, std::move(map),
                            {channels, (s.height + stride - 1) / stride, (s.width + stride - 1) / stride});
    }

    nn::TensorIndex pad(nn::InferenceGraph& graph, nn::TensorIndex in, const onnx::NodeProto& node) const {
        const nn::Shape s = graph.shape(in);
        const auto& by = attribute(node, "pads")->ints();
        if (by[1] == 0 && by[5] == 0)
            return graph.zeroPadded(in, {.top = by[2], .bottom = by[6], .left = by[3], .right = by[7]});
        nn::ChannelMap map(static_cast<std::size_t>(by[1]), nn::noChannel);
        for (const nn::Index c : nn::sameChannels(s.channels)) map.push_back(c);
        map.resize(map.size() + static_cast<std::size_t>(by[5]), nn::noChannel);
        const auto channels = static_cast<nn::Index>(map.size());
        return graph.sample(in, 1, std::move(map), {channels, s.height, s.width});
    }

    /// With an array, or the sum or product of two tensors.
    nn::TensorIndex combine(nn::InferenceGraph& graph, nn::TensorIndex in,
                            const onnx::NodeProto& node) const {
        const auto found = arrays_.find(node.input(1));
        const bool scales = node.op_type() == "Mul";
        if (found == arrays_.end()) {
            const nn::TensorIndex second = made_.at(node.input(1));
            return scales ? graph.product(in, second) : graph.sum(in, second);
        }
        const std::vector<float>& by = found->second.values;
        return graph.affine(in, scales ? by : std::vector<float>(by.size(), 1.0F),
                            scales ? std::vector<float>(by.size(), 0.0F) : by);
    }

    const onnx::GraphProto& graph_;
    const std::string& origin_;
    std::map<std::string, Array> arrays_{};
    std::map<std::string, Numbers> numbers_{};
    std::map<std::string, nn::TensorIndex> made_{};
};

}  // namespace

nn::InferenceGraph inferenceGraphOf(const onnx::GraphProto& graph, const std::string& origin) {
    try {
        return OnnxReader(graph, origin).read();
    } catch (const std::out_of_range&) {
        throw Error(origin, Text::of("the graph names a tensor that is not there"),
                    Text::of("Export it anew."));
    }
}

}  // namespace prunescope::model
