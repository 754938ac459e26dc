#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace prunescope::model {

/// A tensor by name, row-major. The number of values is the product of `shape`; an empty shape is a scalar.
struct NamedTensor {
    std::string name;
    std::vector<std::int64_t> shape;
    std::variant<std::vector<float>, std::vector<std::uint8_t>, std::vector<std::int64_t>>
        values;  ///< F32, U8, I64

    bool operator==(const NamedTensor&) const = default;
};

/// The weights of a network, or any named tensors, in the safetensors format: eight bytes with the length of
/// the header (little-endian), a JSON header, the tensors. https://github.com/huggingface/safetensors#format
struct WeightsFile {
    std::map<std::string, std::string> metadata;
    std::vector<NamedTensor> tensors;

    /// Null when there is none of that name.
    const NamedTensor* find(std::string_view name) const;

    bool operator==(const WeightsFile&) const = default;
};

/// Tensors in the order of their bytes. Refuses all that the format forbids: a header beyond 16 MiB, ranges
/// outside the file, holes, overlaps, bytes after the last tensor, sizes that do not fit the shape, names
/// that come twice, and element types other than F32, U8 and I64. Throws `Error` with `origin` (the file's
/// name), byte, expected and found.
WeightsFile parseWeights(std::string_view bytes, const std::string& origin);

/// Reads a whole file of at most 4 GiB, once its header has been found right. Throws `Error`. Where only some
/// tensors are wanted: `WeightsReader`.
WeightsFile readWeights(const std::filesystem::path& path);

/// The bytes of a file; they start with I64 tensors, then F32, then U8, so that every tensor is aligned to
/// its elements, and are else in the given order. Throws `std::logic_error` when names repeat or a shape does
/// not fit its values.
std::string formatWeights(const WeightsFile& file);

/// Writes the file in one step: a crash leaves the old one. Throws `Error` with the system's reason.
void writeWeights(const std::filesystem::path& path, const WeightsFile& file);

}  // namespace prunescope::model
