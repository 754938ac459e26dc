#include "model/onnx_import_window.h"

#include <algorithm>

namespace prunescope::model {
namespace {

/// Far above what any operation takes, and far below what overflows.
constexpr std::int64_t mostOfWindow = 1'000'000;

/// For rows and columns; tensors with rows alone have one column.
OnnxWindow::Pair pairOf(const OnnxCall& call, OnnxExtents given, std::size_t axes, std::int64_t least) {
    if (given.size() != axes) call.refuse(Text::of("has a window of {} axes over {}", given.size(), axes));
    given.resize(2, 1 - (least == 0 ? 1 : 0));
    for (const std::int64_t extent : given) {
        if (extent < least || extent > mostOfWindow)
            call.refuse(Text::of("has a window, stride or padding of {}", extent));
    }
    return {given[0], given[1]};
}

/// As much padding as gives each stride a window; what is odd goes to the end, or to the begin.
void padAlike(OnnxWindow& window, const nn::Shape& in, bool oddAtEnd) {
    const OnnxWindow::Pair extents{in.height, in.width};
    for (std::size_t axis = 0; axis < 2; ++axis) {
        const nn::Index stride = window.stride[axis];
        const nn::Index outputs = (extents[axis] + stride - 1) / stride;
        const nn::Index needed =
            std::max<nn::Index>(0, (outputs - 1) * stride + window.reach(axis) - extents[axis]);
        window.before[axis] = oddAtEnd ? needed / 2 : needed - needed / 2;
        window.after[axis] = needed - window.before[axis];
    }
}

}  // namespace

OnnxWindow onnxWindow(const OnnxCall& call, const OnnxExtents& kernel, const OnnxTensor& in) {
    const std::size_t axes = in.extents.size() - 1;
    if (axes < 1 || axes > 2) call.refuse(Text::of("reads a tensor of {} dimensions", in.extents.size() + 1));
    const OnnxExtents ones(axes, 1);
    OnnxWindow window{.kernel = pairOf(call, kernel, axes, 1),
                      .stride = pairOf(call, call.integers("strides", ones), axes, 1),
                      .dilation = pairOf(call, call.integers("dilations", ones), axes, 1)};
    const std::string automatic = call.word("auto_pad", "NOTSET");
    if (automatic == "SAME_UPPER" || automatic == "SAME_LOWER") {
        padAlike(window, call.draft().shape(in.tensor), automatic == "SAME_UPPER");
    } else if (automatic == "NOTSET") {
        const OnnxExtents pads = call.integers("pads", OnnxExtents(2 * axes, 0));
        if (pads.size() != 2 * axes) call.refuse(Text::of("has a padding of {} numbers", pads.size()));
        const auto middle = pads.begin() + static_cast<std::ptrdiff_t>(axes);
        window.before = pairOf(call, {pads.begin(), middle}, axes, 0);
        window.after = pairOf(call, {middle, pads.end()}, axes, 0);
    } else if (automatic != "VALID") {
        call.refuse(Text::of("has an auto_pad that is not known"));
    }
    return window;
}

void setOnnxPair(nlohmann::json& attributes, const std::string& key, const OnnxWindow::Pair& pair) {
    attributes[key] = pair[0];
    if (pair[1] != pair[0]) attributes[key + "_columns"] = pair[1];
}

nn::TensorIndex onnxZeroPadded(const OnnxCall& call, nn::TensorIndex in, OnnxWindow& window) {
    if (!window.isPadded()) return in;
    const nn::TensorIndex padded = call.draft().add(call.name() + ".pad", "zero pad",
                                                    {{"top", window.before[0]},
                                                     {"bottom", window.after[0]},
                                                     {"left", window.before[1]},
                                                     {"right", window.after[1]}},
                                                    {in});
    window.before = window.after = {0, 0};
    return padded;
}

}  // namespace prunescope::model
