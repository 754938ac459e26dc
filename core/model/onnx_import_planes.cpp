// What moves over rows and columns and has no weights.

#include "model/onnx_import_window.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace prunescope::model {
namespace {

/// In the form that the node's input has: with columns where that has them.
OnnxTensor planesOf(const OnnxCall& call, nn::TensorIndex out, const OnnxTensor& in) {
    const nn::Shape& made = call.draft().shape(out);
    OnnxExtents extents{made.channels, made.height, made.width};
    extents.resize(in.extents.size());
    return {.tensor = out, .extents = std::move(extents)};
}

std::string nodeName(const OnnxCall& call, const char* kind) {
    return call.name().empty() ? kind : call.name();
}

/// Whether nothing that a tensor holds is below 0, so that zeros around it are never the largest.
bool isNeverNegative(const OnnxCall& call, nn::TensorIndex tensor) {
    const OnnxDraft::Step* step = call.draft().maker(tensor);
    if (step == nullptr) return false;
    if (step->kind == "clip") return step->attributes.at("low").get<double>() >= 0;
    return step->kind == "relu" || step->kind == "sigmoid" || step->kind == "hard sigmoid";
}

/// How many more windows there are when the last may reach out of the plane.
bool needsCeil(const OnnxWindow& w, const nn::Shape& in) {
    const OnnxWindow::Pair extents{in.height, in.width};
    bool needs = false;
    for (std::size_t axis = 0; axis < 2; ++axis)
        needs =
            needs || (extents[axis] + w.before[axis] + w.after[axis] - w.kernel[axis]) % w.stride[axis] != 0;
    return needs;
}

/// Whether the padding that one side has more is what a last window takes that does not fit: what is outside
/// counts for nothing either way.
bool saysCeil(const OnnxWindow& window, const nn::Shape& in) {
    const kernels::PoolGeometry ceil{.input = in,
                                     .window = {window.kernel[0], window.kernel[1]},
                                     .stride = {window.stride[0], window.stride[1]},
                                     .padding = {window.before[0], window.before[1]},
                                     .ceil = true};
    const OnnxWindow::Pair extents{in.height, in.width};
    const OnnxWindow::Pair made{ceil.output().height, ceil.output().width};
    for (std::size_t axis = 0; axis < 2; ++axis) {
        const nn::Index room = extents[axis] + window.before[axis] + window.after[axis] - window.kernel[axis];
        if (window.before[axis] >= window.kernel[axis] || window.after[axis] < window.before[axis] ||
            room < 0 || room / window.stride[axis] + 1 != made[axis])
            return false;
    }
    return true;
}

OnnxImportValue importPool(const OnnxCall& call, bool largest) {
    const OnnxTensor in = call.planes(0);
    if (call.outputs() > 1) call.refuse(Text::of("gives places besides values"));
    OnnxWindow window = onnxWindow(call, call.integers("kernel_shape"), in);
    if (window.dilation != OnnxWindow::Pair{1, 1}) call.refuse(Text::of("has a window with gaps"));
    const nn::Shape& shape = call.draft().shape(in.tensor);
    bool ceil = call.integer("ceil_mode", 0) != 0 && needsCeil(window, shape);
    const bool counted = call.integer("count_include_pad", 0) != 0;
    nn::TensorIndex from = in.tensor;
    if (!window.isEvenlyPadded() && (largest || !counted) && saysCeil(window, shape)) {
        window.after = window.before;
        ceil = true;
    }
    if (!window.isEvenlyPadded()) {
        if (largest ? !isNeverNegative(call, from) : !counted || ceil)
            call.refuse(Text::of("has more padding on one side than on the other"));
        from = onnxZeroPadded(call, from, window);
    }
    nlohmann::json attributes = nlohmann::json::object();
    setOnnxPair(attributes, "window", window.kernel);
    setOnnxPair(attributes, "stride", window.stride);
    if (window.isPadded()) setOnnxPair(attributes, "padding", window.before);
    if (ceil) attributes["ceil"] = true;
    if (!largest && window.isPadded() && counted) attributes["count_padding"] = true;
    const char* kind = largest ? "max pool" : "average pool";
    return planesOf(call, call.draft().add(nodeName(call, kind), kind, std::move(attributes), {from}), in);
}

OnnxImportValue wholePlane(const OnnxCall& call, const char* kind) {
    const OnnxTensor in = call.planes(0);
    if (in.extents.size() < 2) call.refuse(Text::of("reads a tensor without rows"));
    const nn::TensorIndex out =
        call.draft().add(nodeName(call, kind), kind, nlohmann::json::object(), {in.tensor});
    return planesOf(call, out, in);
}

/// The mean over all rows and columns.
OnnxImportValue importReduceMean(const OnnxCall& call) {
    constexpr std::int64_t since = 18;
    OnnxExtents axes = call.numbers(1, "axes", since);
    const auto extents = static_cast<std::int64_t>(call.unfinished(0).extents.size());
    for (std::int64_t& axis : axes) axis = call.axis(axis, extents + 1);
    std::sort(axes.begin(), axes.end());
    OnnxExtents all;
    for (std::int64_t axis = 2; axis <= extents; ++axis) all.push_back(axis);
    if (axes != all || all.empty())
        call.refuse(Text::of("takes the mean over other than all rows and columns"));
    auto mean = std::get<OnnxTensor>(wholePlane(call, "global average pool"));
    if (call.integer("keepdims", 1) == 0) mean.extents.resize(1);
    return mean;
}

/// Channels of zeros on both sides, as many of them as a shortcut without weights has (He et al. 2016,
/// option A).
nn::TensorIndex paddedByChannels(const OnnxCall& call, nn::TensorIndex in, std::int64_t before,
                                 std::int64_t after) {
    constexpr std::int64_t most = 1'000'000;
    if (before == 0 && after == 0) return in;
    if (before < 0 || after < before || after > before + 1 || after > most)
        call.refuse(Text::of("puts {} channels before and {} behind; as many are expected", before, after));
    const nn::Index channels = call.draft().shape(in).channels;
    return call.draft().add(nodeName(call, "subsample"), "subsample",
                            {{"outputs", channels + before + after}, {"stride", 1}}, {in});
}

OnnxImportValue importPad(const OnnxCall& call) {
    constexpr std::int64_t since = 11;
    const OnnxTensor in = call.planes(0);
    const OnnxExtents pads = call.numbers(1, "pads", since);
    const float value = call.number(2, "value", since, 0);
    const std::size_t dimensions = in.extents.size() + 1;
    if (call.word("mode", "constant") != "constant" || value != 0 || call.has(3))
        call.refuse(Text::of("pads with other than zeros"));
    if (pads.size() != 2 * dimensions || pads[0] != 0 || pads[dimensions] != 0 || dimensions < 2)
        call.refuse(Text::of("pads other than channels, rows and columns"));
    OnnxWindow margins;
    for (std::size_t axis = 2; axis < dimensions; ++axis) {
        margins.before[axis - 2] = pads[axis];
        margins.after[axis - 2] = pads[dimensions + axis];
    }
    const nn::TensorIndex rows = onnxZeroPadded(call, in.tensor, margins);
    return planesOf(call, paddedByChannels(call, rows, pads[1], pads[dimensions + 1]), in);
}

/// Every so many-th row and column of all channels.
OnnxImportValue importSlice(const OnnxCall& call) {
    constexpr std::int64_t since = 10;
    const OnnxTensor in = call.planes(0);
    const OnnxExtents starts = call.numbers(1, "starts", since);
    const OnnxExtents ends = call.numbers(2, "ends", since);
    OnnxExtents axes = call.numbers(3, "axes", since);
    OnnxExtents steps = call.opset() < since ? OnnxExtents{} : call.numbers(4, "", 0);
    if (axes.empty())
        for (std::size_t axis = 0; axis < starts.size(); ++axis)
            axes.push_back(static_cast<std::int64_t>(axis));
    steps.resize(steps.empty() ? starts.size() : steps.size(), 1);
    if (ends.size() != starts.size() || axes.size() != starts.size() || steps.size() != starts.size())
        call.refuse(Text::of("has begins, ends and steps of different numbers"));
    OnnxWindow::Pair stride{1, 1};
    for (std::size_t i = 0; i < starts.size(); ++i) {
        const std::int64_t axis = call.axis(axes[i], static_cast<std::int64_t>(in.extents.size()) + 1);
        const bool whole = axis > 0 && starts[i] == 0 && steps[i] > 0 &&
                           ends[i] >= in.extents[static_cast<std::size_t>(axis) - 1];
        if (!whole || (axis == 1 && steps[i] != 1))
            call.refuse(Text::of("cuts other than every so many-th row and column out of the images"));
        if (axis > 1) stride[static_cast<std::size_t>(axis) - 2] = steps[i];
    }
    if (stride[0] != stride[1]) call.refuse(Text::of("has one stride for rows and another for columns"));
    if (stride[0] == 1) return in;
    const nn::TensorIndex out =
        call.draft().add(nodeName(call, "subsample"), "subsample",
                         {{"outputs", in.extents.front()}, {"stride", stride[0]}}, {in.tensor});
    return planesOf(call, out, in);
}

/// As often as a value is repeated along each axis: by input in later operator sets, else by attribute.
std::vector<float> repeats(const OnnxCall& call) {
    if (call.operation() == "Upsample" && call.opset() < 9) return call.realList("scales");
    constexpr std::int64_t withRegion = 11;
    const std::size_t input = call.operation() == "Resize" && call.opset() >= withRegion ? 2 : 1;
    if (!call.isArray(input) || !call.array(input).isReal()) return {};
    return call.array(input).reals();
}

/// One value of each channel, repeated over the plane that it is a factor of.
OnnxImportValue importRepeated(const OnnxCall& call) {
    OnnxTensor in = call.tensor(0);
    const std::vector<float> by = repeats(call);
    constexpr float most = 65536;
    const bool whole = by.size() == 4 && std::all_of(by.begin(), by.end(), [](float v) {
                           return v >= 1 && v <= most && v == std::floor(v);
                       });
    const OnnxExtents byChannel{in.extents.front(), 1, 1};
    if (!whole || by[0] != 1 || by[1] != 1 || in.extents != byChannel ||
        call.word("mode", "nearest") != "nearest")
        call.refuse(Text::of(
            "changes the size of images; only one value of each channel is repeated, for a product"));
    in.repeated = {static_cast<std::int64_t>(by[2]), static_cast<std::int64_t>(by[3])};
    return in;
}

}  // namespace

OnnxHandlers onnxPlaneHandlers() {
    return {
        {"MaxPool", [](const OnnxCall& call) { return importPool(call, true); }},
        {"AveragePool", [](const OnnxCall& call) { return importPool(call, false); }},
        {"GlobalMaxPool", [](const OnnxCall& call) { return wholePlane(call, "global max pool"); }},
        {"GlobalAveragePool", [](const OnnxCall& call) { return wholePlane(call, "global average pool"); }},
        {"ReduceMean", importReduceMean},
        {"Pad", importPad},
        {"Resize", importRepeated},
        {"Upsample", importRepeated},
        {"Slice", importSlice}};
}

}  // namespace prunescope::model
