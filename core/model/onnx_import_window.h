#pragma once

#include "model/onnx_import_call.h"

#include <array>

namespace prunescope::model {

/// A window that moves over rows and columns.
struct OnnxWindow {
    using Pair = std::array<nn::Index, 2>;  ///< of rows and of columns
    Pair kernel{1, 1};
    Pair stride{1, 1};
    Pair dilation{1, 1};
    Pair before{0, 0};  ///< padding
    Pair after{0, 0};

    nn::Index reach(std::size_t axis) const { return dilation[axis] * (kernel[axis] - 1) + 1; }
    bool isPadded() const { return before != Pair{0, 0} || after != Pair{0, 0}; }
    bool isEvenlyPadded() const { return before == after; }
};

/// From the node's attributes, `auto_pad` among them; `kernel` is without meaning for the images' own axis.
/// Tensors without columns have one of them. Throws `UsageError` with the node.
OnnxWindow onnxWindow(const OnnxCall& call, const OnnxExtents& kernel, const OnnxTensor& in);

/// An attribute for rows, and one for columns where that is another.
void setOnnxPair(nlohmann::json& attributes, const std::string& key, const OnnxWindow::Pair& pair);

/// Zeros around each plane as the window has its padding, which is then taken from it.
nn::TensorIndex onnxZeroPadded(const OnnxCall& call, nn::TensorIndex in, OnnxWindow& window);

}  // namespace prunescope::model
