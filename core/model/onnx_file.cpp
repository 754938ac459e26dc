#include "model/onnx_file.h"

#include "base/error.h"
#include "model/onnx_operations.h"
#include "model/sound_graph.h"

#include <onnx/checker.h>
#include <onnx/shape_inference/implementation.h>

#include <algorithm>
#include <cstring>
#include <limits>
#include <utility>

namespace prunescope::model {
namespace {

/// Rows, columns, channels, strides and the like; more has no network.
constexpr std::int64_t mostExtent = std::int64_t{1} << 24U;
/// Values of one array: two gigabytes of them is the most that a message holds.
constexpr std::int64_t mostArrayValues = std::int64_t{1} << 29U;

class OnnxGuard {
public:
    OnnxGuard(onnx::GraphProto& graph, const std::string& origin) : graph_(graph), origin_(origin) {}

    /// Nothing of the graph has been read by the checker before this.
    void expectSizes() const {
        for (const onnx::TensorProto& tensor : graph_.initializer()) expectWhole(tensor, tensor.dims());
    }

    /// As dense arrays, so that one checker sees all; the whole is bounded by what the file itself holds and
    /// by `mostArrayValues`.
    void unpackSparse() {
        for (const onnx::SparseTensorProto& sparse : graph_.sparse_initializer()) {
            expectWhole(sparse.values(), sparse.values().dims());
            expectWhole(sparse.indices(), sparse.indices().dims());
            addDense(sparse);
        }
        graph_.clear_sparse_initializer();
    }

    void expectNodes() const {
        if (graph_.input_size() != 1 || graph_.output_size() != 1)
            refuse(Text::of("a graph with one input and one result"));
        for (const auto& extent : graph_.input(0).type().tensor_type().shape().dim()) {
            const bool batch = extent.value_case() != onnx::TensorShapeProto_Dimension::kDimValue;
            if (!batch && (extent.dim_value() < 1 || extent.dim_value() > mostExtent))
                refuse(Text::of("extents of the input from 1 to {}", mostExtent));
        }
        for (const onnx::NodeProto& node : graph_.node()) expectNode(node);
    }

private:
    [[noreturn]] void refuse(const Text& expected) const {
        throw Error(origin_, Text::of("expected {}, as this program writes it", expected),
                    Text::of("Export it anew."));
    }

    template <class Extents>
    std::int64_t valuesOf(const Extents& extents) const {
        std::int64_t values = 1;
        for (const std::int64_t extent : extents) {
            if (extent < 0 || extent > mostArrayValues / std::max<std::int64_t>(values, 1))
                refuse(Text::of("arrays of at most {} values", mostArrayValues));
            values *= extent;
        }
        return values;
    }

    template <class Extents>
    void expectWhole(const onnx::TensorProto& tensor, const Extents& extents) const {
        const bool real = tensor.data_type() == onnx::TensorProto::FLOAT;
        if (!real && tensor.data_type() != onnx::TensorProto::INT64)
            refuse(Text::of("arrays of 32-bit floats or of 64-bit whole numbers"));
        const std::size_t each = real ? sizeof(float) : sizeof(std::int64_t);
        const bool elsewhere = tensor.data_location() == onnx::TensorProto::EXTERNAL;
        if (elsewhere || tensor.raw_data().size() != static_cast<std::size_t>(valuesOf(extents)) * each)
            refuse(Text::of("in '{}' as many values as its shape has", tensor.name()));
    }

    void addDense(const onnx::SparseTensorProto& sparse) {
        const auto size = static_cast<std::size_t>(valuesOf(sparse.dims()));
        const std::string& kept = sparse.values().raw_data();
        const std::string& places = sparse.indices().raw_data();
        const std::size_t count = kept.size() / sizeof(float);
        const bool typed = sparse.values().data_type() == onnx::TensorProto::FLOAT &&
                           sparse.indices().data_type() == onnx::TensorProto::INT64 &&
                           places.size() == count * sizeof(std::int64_t);
        total_ += size;
        if (!typed || total_ > static_cast<std::size_t>(mostArrayValues))
            refuse(Text::of("sparse arrays with a place for each value"));
        std::string dense(size * sizeof(float), '\0');
        for (std::size_t i = 0; i < count; ++i) {
            std::uint64_t place = 0;
            std::memcpy(&place, places.data() + i * sizeof place, sizeof place);
            if (place >= size) refuse(Text::of("places of values within their array"));
            std::memcpy(dense.data() + place * sizeof(float), kept.data() + i * sizeof(float), sizeof(float));
        }
        onnx::TensorProto& tensor = *graph_.add_initializer();
        tensor.set_name(sparse.values().name());
        tensor.set_data_type(onnx::TensorProto::FLOAT);
        for (const std::int64_t extent : sparse.dims()) tensor.add_dims(extent);
        tensor.set_raw_data(std::move(dense));
    }

    void expectNode(const onnx::NodeProto& node) const {
        if (node.input_size() < 1 || node.output_size() < 1) refuse(Text::of("operations with an input"));
        const std::string& kind = node.op_type();
        if (kind == "Conv") {
            expectNumbers(node, "strides", 2, 1);
            expectNumbers(node, "dilations", 2, 1);
            expectNumbers(node, "pads", 4, 0);
            expectNumber(node, "group");
        } else if (kind == "MaxPool" || kind == "AveragePool") {
            expectNumbers(node, "kernel_shape", 2, 1);
            expectNumbers(node, "strides", 2, 1);
        } else if (kind == "BatchNormalization") {
            find(node, "epsilon");
        } else if (kind == "Slice" || kind == "Pad") {
            for (int i = 1; i < node.input_size(); ++i) expectExtents(node, i);
        }
    }

    const onnx::AttributeProto& find(const onnx::NodeProto& node, const char* name) const {
        for (const onnx::AttributeProto& attribute : node.attribute())
            if (attribute.name() == name) return attribute;
        refuse(Text::of("the attribute {} of '{}'", std::string(name), node.name()));
    }

    void expectNumbers(const onnx::NodeProto& node, const char* name, int count, std::int64_t least) const {
        const auto& numbers = find(node, name).ints();
        const bool fine = numbers.size() >= count && std::all_of(numbers.begin(), numbers.end(), [&](auto n) {
                              return n >= least && n <= mostExtent;
                          });
        if (!fine)
            refuse(Text::of("{} numbers from {} to {} as the attribute {} of '{}'", count, least, mostExtent,
                            std::string(name), node.name()));
    }

    void expectNumber(const onnx::NodeProto& node, const char* name) const {
        const std::int64_t number = find(node, name).i();
        if (number < 1 || number > mostExtent)
            refuse(Text::of("a number from 1 to {} as the attribute {} of '{}'", mostExtent,
                            std::string(name), node.name()));
    }

    /// Places and steps, which the reader takes from arrays. The step of a slice divides.
    void expectExtents(const onnx::NodeProto& node, int input) const {
        constexpr int stepsOfSlice = 4;
        const std::int64_t least = node.op_type() == "Slice" && input == stepsOfSlice ? 1 : 0;
        for (const onnx::TensorProto& tensor : graph_.initializer()) {
            if (tensor.name() != node.input(input) || tensor.data_type() != onnx::TensorProto::INT64)
                continue;
            const std::string& bytes = tensor.raw_data();
            for (std::size_t at = 0; at < bytes.size(); at += sizeof(std::int64_t)) {
                std::int64_t number = 0;
                std::memcpy(&number, bytes.data() + at, sizeof number);
                const bool toTheEnd = number == std::numeric_limits<std::int64_t>::max();
                if (number < least || (number > mostExtent && !toTheEnd))
                    refuse(
                        Text::of("numbers from {} to {} as inputs of '{}'", least, mostExtent, node.name()));
            }
        }
    }

    onnx::GraphProto& graph_;
    const std::string& origin_;
    std::size_t total_ = 0;
};

void expectChecked(onnx::ModelProto& model, const std::string& origin) {
    try {
        onnx::checker::check_model(model);
        onnx::shape_inference::InferShapes(model, onnx::OpSchemaRegistry::Instance(),
                                           onnx::ShapeInferenceOptions{true, 1, true});
    } catch (const std::exception& e) {
        throw Error(origin, Text::of("ONNX's own checker refuses it: {}", std::string(e.what())),
                    Text::of("Export it anew."));
    }
}

nn::InferenceGraph readGuarded(const onnx::GraphProto& graph, const std::string& origin) {
    try {
        return inferenceGraphOf(graph, origin);
    } catch (const Error&) {
        throw;
    } catch (const std::bad_alloc&) {
        throw;
    } catch (const std::exception& e) {
        throw Error(origin, Text::of("is no graph of this program: {}", std::string(e.what())),
                    Text::of("Export it anew."));
    }
}

}  // namespace

ExportedNetwork onnxNetwork(std::string_view bytes, const std::string& origin) {
    onnx::ModelProto model;
    const bool fits = bytes.size() <= static_cast<std::size_t>(std::numeric_limits<int>::max());
    if (!fits || !model.ParseFromArray(bytes.data(), static_cast<int>(bytes.size())))
        throw Error(origin, Text::of("is no ONNX model"), Text::of("Export it anew."));
    OnnxGuard guard(*model.mutable_graph(), origin);
    guard.expectSizes();
    guard.unpackSparse();
    guard.expectNodes();
    expectChecked(model, origin);
    ExportedNetwork network{.graph = readGuarded(model.graph(), origin)};
    for (const auto& entry : model.metadata_props()) network.metadata[entry.key()] = entry.value();
    expectSound(network.graph, origin);
    return network;
}

}  // namespace prunescope::model
