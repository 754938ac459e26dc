#pragma once

#include "model/onnx_import_call.h"

#include <string>
#include <vector>

namespace prunescope::model {

/// Whether a node that reads nothing but arrays is computed before any image is.
bool isOnnxConstantOperation(const std::string& operation);

/// What such a node gives: arithmetic with shapes, as exporters write it, and with weights. The number of
/// images may be among the numbers (`onnxBatch`) as long as nothing is computed with it. Throws `UsageError`
/// with the node.
OnnxArray onnxConstant(const OnnxCall& call);

/// Names of the operations, for messages.
std::vector<std::string> onnxConstantOperations();

}  // namespace prunescope::model
