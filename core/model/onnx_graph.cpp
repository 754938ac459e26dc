#include "model/onnx_graph.h"

#include "model/onnx_attributes.h"

#include <algorithm>
#include <array>
#include <bit>
#include <utility>

namespace prunescope::model {
namespace {

static_assert(std::endian::native == std::endian::little, "tensors are read as they stand in memory");

constexpr const char* imagesName = "images";
constexpr const char* logitsName = "logits";
constexpr const char* batchName = "N";

void describe(onnx::ValueInfoProto& value, const std::string& name,
              const std::vector<std::int64_t>& extents) {
    value.set_name(name);
    auto& tensor = *value.mutable_type()->mutable_tensor_type();
    tensor.set_elem_type(onnx::TensorProto::FLOAT);
    tensor.mutable_shape()->add_dim()->set_dim_param(batchName);
    for (const std::int64_t extent : extents) tensor.mutable_shape()->add_dim()->set_dim_value(extent);
}

template <class T>
void fill(onnx::TensorProto& tensor, const std::vector<std::int64_t>& shape, std::span<const T> values) {
    tensor.set_data_type(std::is_same_v<T, float> ? onnx::TensorProto::FLOAT : onnx::TensorProto::INT64);
    for (const std::int64_t extent : shape) tensor.add_dims(extent);
    tensor.set_raw_data(values.data(), values.size_bytes());
}

bool isEverywhere(std::span<const float> values, float wanted) {
    return std::all_of(values.begin(), values.end(), [=](float v) { return v == wanted; });
}

}  // namespace

OnnxGraph::OnnxGraph(const std::string& name, const kernels::Shape& input, bool sparse)
    : input_{imagesName, input, false}, sparse_(sparse) {
    graph_.set_name(name);
    describe(*graph_.add_input(), imagesName, {input.channels, input.height, input.width});
}

onnx::NodeProto& OnnxGraph::node(const char* operation, const std::string& name,
                                 std::vector<std::string> inputs) {
    onnx::NodeProto& node = *graph_.add_node();
    node.set_op_type(operation);
    node.set_name(name);
    node.add_output(name);
    for (std::string& input : inputs) node.add_input(std::move(input));
    return node;
}

void OnnxGraph::addSparse(const std::string& name, const std::vector<std::int64_t>& shape,
                          std::span<const float> values) {
    std::vector<float> kept;
    std::vector<std::int64_t> places;
    for (std::size_t i = 0; i < values.size(); ++i) {
        if (values[i] == 0) continue;
        kept.push_back(values[i]);
        places.push_back(static_cast<std::int64_t>(i));
    }
    const std::vector<std::int64_t> count{static_cast<std::int64_t>(kept.size())};
    onnx::SparseTensorProto& tensor = *graph_.add_sparse_initializer();
    fill<float>(*tensor.mutable_values(), count, kept);
    tensor.mutable_values()->set_name(name);
    fill<std::int64_t>(*tensor.mutable_indices(), count, places);
    for (const std::int64_t extent : shape) tensor.add_dims(extent);
}

std::string OnnxGraph::array(const std::string& name, const std::vector<std::int64_t>& shape,
                             std::span<const float> values) {
    const auto kept =
        static_cast<std::size_t>(std::count_if(values.begin(), values.end(), [](float v) { return v != 0; }));
    const std::size_t sparseBytes = kept * (sizeof(float) + sizeof(std::int64_t));
    if (sparse_ && kept > 0 && sparseBytes < values.size_bytes()) {
        addSparse(name, shape, values);
        return name;
    }
    return denseArray(name, shape, values);
}

std::string OnnxGraph::denseArray(const std::string& name, const std::vector<std::int64_t>& shape,
                                  std::span<const float> values) {
    onnx::TensorProto& tensor = *graph_.add_initializer();
    tensor.set_name(name);
    fill<float>(tensor, shape, values);
    return name;
}

std::string OnnxGraph::numbers(const std::string& name, const std::vector<std::int64_t>& values) {
    onnx::TensorProto& tensor = *graph_.add_initializer();
    tensor.set_name(name);
    fill<std::int64_t>(tensor, {static_cast<std::int64_t>(values.size())}, values);
    return name;
}

OnnxValue OnnxGraph::flattened(const OnnxValue& in) {
    if (in.flat) return in;
    OnnxValue out{in.name + ".flat", {in.shape.size(), 1, 1}, true};
    const auto& all = graph_.node();
    const bool there =
        std::any_of(all.begin(), all.end(), [&](const auto& n) { return n.name() == out.name; });
    if (!there) setNumber(node("Flatten", out.name, {in.name}), "axis", 1);
    return out;
}

/// (N,C) as (N,C,1,1).
OnnxValue OnnxGraph::planes(const OnnxValue& in) {
    if (!in.flat) return in;
    const std::string name = in.name + ".planes";
    const std::string shape = numbers(name + ".shape", {0, in.shape.channels, 1, 1});
    node("Reshape", name, {in.name, shape});
    return {name, in.shape, false};
}

OnnxValue OnnxGraph::convolution(const std::string& name, const OnnxValue& in,
                                 const kernels::ConvolutionGeometry& g, std::span<const float> weight,
                                 std::span<const float> bias) {
    const OnnxValue from = planes(in);
    std::vector<std::string> inputs{
        from.name,
        array(name + ".weight", {g.outputs, g.groupInputs(), g.kernelHeight, g.kernelWidth}, weight)};
    if (!bias.empty()) inputs.push_back(array(name + ".bias", {g.outputs}, bias));
    onnx::NodeProto& made = node("Conv", name, std::move(inputs));
    setNumbers(made, "kernel_shape", {g.kernelHeight, g.kernelWidth});
    setNumbers(made, "strides", {g.stride.rows, g.stride.columns});
    setNumbers(made, "pads", {g.padding.rows, g.padding.columns, g.padding.rows, g.padding.columns});
    setNumbers(made, "dilations", {g.dilation.rows, g.dilation.columns});
    setNumber(made, "group", g.groups);
    return {name, g.output(), false};
}

OnnxValue OnnxGraph::dense(const std::string& name, const OnnxValue& in, nn::Index outputs,
                           std::span<const float> weight, std::span<const float> bias) {
    const OnnxValue from = flattened(in);
    std::vector<std::string> inputs{from.name, array(name + ".weight", {outputs, from.shape.size()}, weight),
                                    array(name + ".bias", {outputs}, bias)};
    setNumber(node("Gemm", name, std::move(inputs)), "transB", 1);
    return {name, {outputs, 1, 1}, true};
}

OnnxValue OnnxGraph::batchNorm(const std::string& name, const OnnxValue& in, const NormArrays& arrays,
                               double epsilon) {
    const std::vector<std::int64_t> shape{in.shape.channels};
    onnx::NodeProto& made =
        node("BatchNormalization", name,
             {in.name, array(name + ".weight", shape, arrays.weight),
              array(name + ".bias", shape, arrays.bias), array(name + ".running_mean", shape, arrays.mean),
              array(name + ".running_var", shape, arrays.variance)});
    setReal(made, "epsilon", epsilon);
    return {name, in.shape, in.flat};
}

OnnxValue OnnxGraph::relu(const std::string& name, const OnnxValue& in) {
    node("Relu", name, {in.name});
    return {name, in.shape, in.flat};
}

/// A clip with its bounds as attributes: as inputs, OpenCV 4.6 reads none.
OnnxValue OnnxGraph::activation(const std::string& name, const OnnxValue& in,
                                const nn::ActivationFunction& f) {
    using Kind = nn::ActivationFunction::Kind;
    const auto made = [&](const char* operation) -> onnx::NodeProto& {
        return node(operation, name, {in.name});
    };
    OnnxValue out{name, in.shape, in.flat};
    switch (f.kind) {
        case Kind::clip: {
            onnx::NodeProto& clip = made("Clip");
            setReal(clip, "min", f.low);
            setReal(clip, "max", f.high);
            break;
        }
        case Kind::leakyRelu:
            setReal(made("LeakyRelu"), "alpha", f.slope);
            break;
        case Kind::sigmoid:
            made("Sigmoid");
            break;
        case Kind::tanh:
            made("Tanh");
            break;
        case Kind::hardSigmoid: {
            onnx::NodeProto& ramp = made("HardSigmoid");
            setReal(ramp, "alpha", 1.0 / 6);
            setReal(ramp, "beta", 0.5);
            break;
        }
        case Kind::hardSwish:
            return product(name, in, activation(name + ".ramp", in, {.kind = Kind::hardSigmoid}));
    }
    return out;
}

onnx::NodeProto& OnnxGraph::joint(const char* operation, const std::string& name, const OnnxValue& a,
                                  const OnnxValue& b) {
    const bool flat = a.flat || b.flat;
    return node(operation, name, {(flat ? flattened(a) : a).name, (flat ? flattened(b) : b).name});
}

OnnxValue OnnxGraph::sum(const std::string& name, const OnnxValue& a, const OnnxValue& b) {
    joint("Add", name, a, b);
    return {name, a.shape, a.flat || b.flat};
}

/// Values for whole planes are repeated first, since not every runtime does that by itself (OpenCV 4.6).
OnnxValue OnnxGraph::product(const std::string& name, const OnnxValue& a, const OnnxValue& b) {
    if (a.shape == b.shape) {
        joint("Mul", name, a, b);
        return {name, a.shape, a.flat || b.flat};
    }
    const std::string repeated = name + ".repeated";
    const std::array<float, 4> scales{1, 1, static_cast<float>(a.shape.height),
                                      static_cast<float>(a.shape.width)};
    onnx::NodeProto& resize =
        node("Resize", repeated, {planes(b).name, denseArray(repeated + ".scales", {4}, scales)});
    setText(resize, "mode", "nearest");
    node("Mul", name, {planes(a).name, repeated});
    return {name, a.shape, false};
}

OnnxValue OnnxGraph::concatenation(const std::string& name, const OnnxValue& a, const OnnxValue& b) {
    setNumber(joint("Concat", name, a, b), "axis", 1);
    return {name, {a.shape.channels + b.shape.channels, a.shape.height, a.shape.width}, a.flat || b.flat};
}

OnnxValue OnnxGraph::affine(const std::string& name, const OnnxValue& in, std::span<const float> scale,
                            std::span<const float> shift) {
    OnnxValue value = in;
    std::vector<std::int64_t> shape{in.shape.channels};
    if (!in.flat) shape.insert(shape.end(), {1, 1});
    const auto apply = [&](const char* operation, const std::string& result, std::span<const float> values,
                           float nothing) {
        if (isEverywhere(values, nothing)) return;
        node(operation, result, {value.name, array(result + ".by", shape, values)});
        value.name = result;
    };
    apply("Mul", name + ".scaled", scale, 1);
    apply("Add", name + ".shifted", shift, 0);
    return value;
}

onnx::GraphProto OnnxGraph::finish(const OnnxValue& result) {
    const OnnxValue last = flattened(result);
    for (onnx::NodeProto& each : *graph_.mutable_node()) {
        for (std::string& output : *each.mutable_output())
            if (output == last.name) output = logitsName;
    }
    describe(*graph_.add_output(), logitsName, {last.shape.size()});
    return std::move(graph_);
}

}  // namespace prunescope::model
