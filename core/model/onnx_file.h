#pragma once

#include "model/exported_network.h"

#include <string>
#include <string_view>

namespace prunescope::model {

/// The network in an ONNX file that this program has written, from whoever the file comes. Held against
/// ONNX's own checker, and against what the reader of such graphs relies on: sizes of arrays, attributes that
/// are there and in range, tensors that fit together. Throws `Error` with `origin`.
ExportedNetwork onnxNetwork(std::string_view bytes, const std::string& origin);

}  // namespace prunescope::model
