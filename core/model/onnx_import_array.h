#pragma once

#include "base/text.h"
#include "model/onnx_proto.h"

#include <cstdint>
#include <filesystem>
#include <limits>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace prunescope::model {

using OnnxExtents = std::vector<std::int64_t>;

/// Stands for the number of images where a graph computes with shapes: how many there are is never known.
inline constexpr std::int64_t onnxBatch = std::numeric_limits<std::int64_t>::min();

/// An array that is known before any image is: weights, or numbers of a shape. Row-major, the shape of a
/// single value is empty.
struct OnnxArray {
    OnnxExtents shape{};
    /// Whatever the file has of real numbers, and of whole numbers and truths.
    std::variant<std::vector<float>, OnnxExtents> values{};

    bool isReal() const { return values.index() == 0; }
    std::size_t size() const;
    const std::vector<float>& reals() const { return std::get<std::vector<float>>(values); }
    const OnnxExtents& numbers() const { return std::get<OnnxExtents>(values); }
    /// Whole numbers become real ones.
    std::vector<float> asReals() const;
};

/// Most values of one array, and most dimensions.
inline constexpr std::int64_t mostOnnxValues = std::int64_t{1} << 30U;
inline constexpr std::size_t mostOnnxDimensions = 8;

/// How many values such a shape has; nothing where an extent is negative, or the product too large.
std::optional<std::int64_t> onnxValuesOf(const OnnxExtents& shape);

/// Where the arrays of a file are read from.
struct OnnxArraySource {
    std::string origin;  ///< of the file, for messages
    /// Files that it names are looked for in here, and nowhere else; empty: none are.
    std::filesystem::path folder{};
};

/// Throws `UsageError` that names the array: for element types other than real and whole numbers and truths,
/// bytes that do not fit its shape, and a file of values outside the model's folder.
OnnxArray readOnnxArray(const onnx::TensorProto& tensor, const OnnxArraySource& source);

/// The same of a sparse one, whose zeros are not written.
OnnxArray readOnnxArray(const onnx::SparseTensorProto& tensor, const OnnxArraySource& source);

}  // namespace prunescope::model
