#include "model/onnx_attributes.h"
#include "model/onnx_graph.h"

#include <algorithm>
#include <optional>

namespace prunescope::model {
namespace {

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
        const nn::Index rows = g.padding.rows;
        const nn::Index columns = g.padding.columns;
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
    setNumbers(node("Pad", name, {from.name}), "pads", {0, 0, m.top, m.left, 0, 0, m.bottom, m.right});
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
    setNumbers(node("Pad", padded, {taken.name}), "pads", {0, run->before, 0, 0, 0, run->after, 0, 0});
    taken.name = padded;
    taken.shape.channels = outputs;
    return taken;
}

}  // namespace prunescope::model
