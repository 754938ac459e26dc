#pragma once

#include "model/onnx_import_array.h"

#include <string>
#include <string_view>

namespace prunescope::model {

/// Most bytes of a model's file: more than two gigabytes no message can have.
inline constexpr std::uint64_t mostOnnxBytes = (std::uint64_t{1} << 31U) - 1;

/// The message that the bytes of an .onnx file are. What is not values of arrays is bounded before memory is
/// taken for it: a few bytes of a message can ask for much. Throws `UsageError` for bytes that are none, for
/// one without a graph, and for operations of a set before 7.
onnx::ModelProto parseOnnxFile(std::string_view bytes, const std::string& origin);

/// Version of the standard's operations that a model uses; 0 where it does not say.
std::int64_t onnxOperatorSet(const onnx::ModelProto& model);

}  // namespace prunescope::model
