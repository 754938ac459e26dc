#pragma once

#include "model/onnx_import_array.h"
#include "run/records.h"

namespace prunescope::model {

/// The bytes of an array that lie in a file beside the model. Throws `UsageError` when the file is not inside
/// the model's folder, links followed, or the model is none of a folder; `Error` when it cannot be read.
std::string readExternalData(const onnx::TensorProto& tensor, const OnnxArraySource& source);

/// The files that arrays of a model lie in, each once, with their hashes.
std::vector<run::DataFile> externalFiles(const onnx::ModelProto& model, const OnnxArraySource& source);

}  // namespace prunescope::model
