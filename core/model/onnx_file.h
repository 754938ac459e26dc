#pragma once

#include "model/exported_network.h"

#include <string>
#include <string_view>

namespace prunescope::model {

/// The network in the bytes of an ONNX file as the import reads it, sparse arrays included, with the metadata
/// of the file. Throws as `parseOnnxNetwork`, and `Error` with `origin` for sparse arrays that are damaged.
ExportedNetwork onnxNetwork(std::string_view bytes, const std::string& origin);

}  // namespace prunescope::model
