#pragma once

#include <nlohmann/json.hpp>

#include <cstdint>
#include <string>
#include <string_view>

/// JSON in the one form that the JSON Canonicalization Scheme (RFC 8785) gives it, so that whoever hashes or
/// signs the same values has the same bytes.
namespace prunescope::audit {

/// Up to here every whole number has a double of its own (RFC 8785, section 3.2.2.3, and RFC 7493).
inline constexpr std::int64_t largestExactInteger = std::int64_t{1} << 53U;

/// As ECMAScript writes a number: the fewest digits that read back as the same double. Throws `Error` for
/// what is not finite, which JSON lacks.
void appendCanonical(std::string& to, double value);
/// Throws `Error` beyond `largestExactInteger`, where readers that know doubles alone would see another
/// number.
void appendCanonical(std::string& to, std::int64_t value);
/// In quotes. Bytes that are not UTF-8 are taken over as they are.
void appendCanonical(std::string& to, std::string_view text);

/// Keys of an object are in the order of their UTF-16 code units. Throws `Error` for a number as above.
std::string canonicalJson(const nlohmann::json& json);

}  // namespace prunescope::audit
