#include "model/onnx_graph.h"

#include <algorithm>
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

void setNumbers(onnx::NodeProto& node, const char* name, const std::vector<std::int64_t>& values) {
    onnx::AttributeProto& attribute = *node.add_attribute();
    attribute.set_name(name);
    attribute.set_type(onnx::AttributeProto::INTS);
    for (const std::int64_t value : values) attribute.add_ints(value);
}

void setNumber(onnx::NodeProto& node, const char* name, std::int64_t value) {
    onnx::AttributeProto& attribute = *node.add_attribute();
    attribute.set_name(name);
    attribute.set_type(onnx::AttributeProto::INT);
    attribute.set_i(value);
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

/// Channels that follow one another, with zeros before and after.
struct ChannelRun {
    nn::Index before = 0;
    nn::Index first = 0;
    nn::Index count = 0;
    nn::Index after = 0;
};

/// Nothing when the map is not of that form, or names no channel.
std::optional<ChannelRun> runOf(const nn::ChannelMap& map) {
    const auto named = [](nn::Index c) { return c != nn::noChannel; };
    const auto begin = std::find_if(map.begin(), map.end(), named);
    const auto end = std::find_if(map.rbegin(), map.rend(), named).base();
    if (begin >= end) return std::nullopt;
    for (auto at = begin; at != end; ++at)
        if (*at != *begin + (at - begin)) return std::nullopt;
    return ChannelRun{begin - map.begin(), *begin, end - begin, map.end() - end};
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
    } else {
        onnx::TensorProto& tensor = *graph_.add_initializer();
        tensor.set_name(name);
        fill<float>(tensor, shape, values);
    }
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
    onnx::AttributeProto& attribute = *made.add_attribute();
    attribute.set_name("epsilon");
    attribute.set_type(onnx::AttributeProto::FLOAT);
    attribute.set_f(static_cast<float>(epsilon));
    return {name, in.shape, in.flat};
}

OnnxValue OnnxGraph::relu(const std::string& name, const OnnxValue& in) {
    node("Relu", name, {in.name});
    return {name, in.shape, in.flat};
}

OnnxValue OnnxGraph::clip(const std::string& name, const OnnxValue& in, float low, float high) {
    node("Clip", name,
         {in.name, array(name + ".low", {}, std::span(&low, 1)),
          array(name + ".high", {}, std::span(&high, 1))});
    return {name, in.shape, in.flat};
}

OnnxValue OnnxGraph::sum(const std::string& name, const OnnxValue& a, const OnnxValue& b) {
    const bool flat = a.flat || b.flat;
    node("Add", name, {(flat ? flattened(a) : a).name, (flat ? flattened(b) : b).name});
    return {name, a.shape, flat};
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

/// No two runtimes agree about windows that do not fit whole and about means that count the padding: such
/// windows get the padding that they reach into, and planes the zeros that are to be counted.
OnnxValue OnnxGraph::pool(const std::string& name, const OnnxValue& in, kernels::PoolGeometry g,
                          bool largest) {
    OnnxValue from = planes(in);
    const kernels::Shape out = g.output();
    if (out.pixels() == 1 && g.window == kernels::RowsAndColumns(g.input.height, g.input.width) &&
        g.padding == 0) {
        node(largest ? "GlobalMaxPool" : "GlobalAveragePool", name, {from.name});
        return {name, out, false};
    }
    if (g.countsPadding && g.padding != 0) {
        const auto [rows, columns] = std::pair(g.padding.rows, g.padding.columns);
        from = zeroPadded(name + ".padded", from, {rows, rows, columns, columns});
        g.input = from.shape;
        g.padding = 0;
    }
    const auto behind = [](nn::Index windows, nn::Index step, nn::Index taken, nn::Index before,
                           nn::Index extent) {
        return std::max(before, (windows - 1) * step + taken - before - extent);
    };
    onnx::NodeProto& made = node(largest ? "MaxPool" : "AveragePool", name, {from.name});
    setNumbers(made, "kernel_shape", {g.window.rows, g.window.columns});
    setNumbers(made, "strides", {g.stride.rows, g.stride.columns});
    setNumbers(made, "pads",
               {g.padding.rows, g.padding.columns,
                behind(out.height, g.stride.rows, g.window.rows, g.padding.rows, g.input.height),
                behind(out.width, g.stride.columns, g.window.columns, g.padding.columns, g.input.width)});
    return {name, out, false};
}

OnnxValue OnnxGraph::zeroPadded(const std::string& name, const OnnxValue& in, const nn::Margins& m) {
    const OnnxValue from = planes(in);
    node("Pad", name, {from.name, numbers(name + ".by", {0, 0, m.top, m.left, 0, 0, m.bottom, m.right})});
    const kernels::Shape& s = in.shape;
    return {name, {s.channels, s.height + m.top + m.bottom, s.width + m.left + m.right}, false};
}

/// `count` channels from `first` on, at every `stride`-th row and column.
OnnxValue OnnxGraph::rows(const std::string& name, const OnnxValue& in, nn::Index stride, nn::Index first,
                          nn::Index count) {
    if (stride == 1 && first == 0 && count == in.shape.channels) return in;
    const kernels::Shape& s = in.shape;
    node("Slice", name,
         {in.name, numbers(name + ".starts", {first, 0, 0}),
          numbers(name + ".ends", {first + count, s.height, s.width}), numbers(name + ".axes", {1, 2, 3}),
          numbers(name + ".steps", {1, stride, stride})});
    return {name, {count, (s.height + stride - 1) / stride, (s.width + stride - 1) / stride}, false};
}

OnnxValue OnnxGraph::sample(const std::string& name, const OnnxValue& in, nn::Index stride,
                            const nn::ChannelMap& map) {
    if (stride == 1 && map == nn::sameChannels(in.shape.channels)) return in;
    const auto outputs = static_cast<nn::Index>(map.size());
    const OnnxValue from = planes(in);
    const std::optional<ChannelRun> run = runOf(map);
    if (!run) {
        // Channels out of their order are picked by a matrix of zeros and ones, which every runtime is quick
        // at.
        const kernels::ConvolutionGeometry pick{in.shape, outputs, 1, 1, stride, 0};
        std::vector<float> ones(static_cast<std::size_t>(pick.weights()), 0.0F);
        for (std::size_t o = 0; o < map.size(); ++o)
            if (map[o] != nn::noChannel)
                ones[o * static_cast<std::size_t>(in.shape.channels) + static_cast<std::size_t>(map[o])] = 1;
        return convolution(name + ".picked", from, pick, ones, {});
    }
    OnnxValue taken = rows(name + ".taken", from, stride, run->first, run->count);
    if (run->before == 0 && run->after == 0) return taken;
    const std::string padded = name + ".padded";
    node("Pad", padded, {taken.name, numbers(padded + ".by", {0, run->before, 0, 0, 0, run->after, 0, 0})});
    taken.name = padded;
    taken.shape.channels = outputs;
    return taken;
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
