#pragma once

#include "model/onnx_import.h"
#include "nn/models.h"

#include <string>
#include <string_view>

namespace prunescope::model {

/// The network of a file as it is named: FILE.onnx, or FILE.onnx:3x48x192 with the images that it reads where
/// the file leaves these open. Throws as `readOnnxNetwork`, and `UsageError` for a malformed name.
OnnxNetwork readNamedOnnx(std::string_view name);

/// The network of a JSON or ONNX file, as `run::namesNetworkFile` tells them. Throws `UsageError` with the
/// place of what is wrong, `Error` for a file that cannot be read.
nn::Graph readNetworkNamed(const std::string& name);

/// As `nn::graphOf`, ONNX files included.
nn::Graph graphOf(const nn::ModelRequest& request);

}  // namespace prunescope::model
