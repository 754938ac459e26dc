#pragma once

#include "model/onnx_import_call.h"

namespace prunescope::model {

/// out = scale in + shift, to be done later: within the layer before, in one with a known function behind it,
/// or as a layer of its own. Each of both has one value, or one for each channel.
OnnxTensor onnxScaled(OnnxTensor in, const std::vector<float>& scale, const std::vector<float>& shift);

/// Values of an array for each channel of a tensor, or a single one for all. Throws `UsageError` with the
/// node for an array of another shape.
std::vector<float> onnxByChannel(const OnnxCall& call, const OnnxArray& array, const OnnxTensor& tensor);

/// Whether nothing is to be done but rounding errors.
bool isOnnxIdentity(const OnnxTensor& tensor);

}  // namespace prunescope::model
