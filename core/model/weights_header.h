#pragma once

#include "base/text.h"

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace prunescope::model {

/// Element types of a weights file, in the order of `NamedTensor::values`.
enum class ElementType : std::uint8_t { f32, u8, i64 };

std::string elementTypeName(ElementType type);  ///< as the file spells it: "F32", "U8", "I64"
std::uint64_t elementSize(ElementType type);    ///< bytes

/// What the header of a weights file says of one tensor.
struct TensorEntry {
    std::string name;
    ElementType type = ElementType::f32;
    std::vector<std::int64_t> shape{};
    std::uint64_t begin = 0;     ///< first byte, counted from the end of the header
    std::uint64_t end = 0;       ///< one past the last byte, likewise
    std::uint64_t position = 0;  ///< byte of the file at which the entry's name ends

    std::uint64_t values() const;  ///< the product of the shape, which a reader has found to fit
};

struct WeightsHeader {
    std::map<std::string, std::string> metadata;
    std::vector<TensorEntry> tensors;
};

/// At the head of a file: the length of its header.
inline constexpr std::uint64_t prefixBytes = 8;
/// Most dimensions a tensor may have.
inline constexpr std::size_t mostDimensions = 16;
/// The name under which the header keeps its metadata; no tensor can have it.
inline constexpr std::string_view metadataName = "__metadata__";

/// Reads the JSON header of a safetensors file. It is read as a stream of tokens, so that memory is bounded
/// by the text, nesting by the format, and a name that comes twice is seen.
///
/// `filePosition` is where the text starts in the file `origin`; both are for messages. The entries are
/// checked each for itself: known type, shape without overflow, and a range as long as type and shape ask
/// for. Throws `Error` with file, byte, expected and found.
WeightsHeader parseWeightsHeader(std::string_view text, std::uint64_t filePosition,
                                 const std::string& origin);

/// The error for a weights file that breaks its format at `position`.
[[noreturn]] void refuseWeights(const std::string& origin, std::uint64_t position, const Text& expected,
                                const Text& found);

}  // namespace prunescope::model
