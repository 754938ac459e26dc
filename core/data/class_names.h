#pragma once

#include "data/data_files.h"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace prunescope::data {

/// Largest text file of names that is read.
inline constexpr std::uint64_t mostClassNameBytes = std::uint64_t{1} << 24U;

/// The names of classes in a text, one a line, in UTF-8. Empty lines may follow the last. Throws `Error` with
/// the line when one is empty, longer than 200 bytes, not readable, or there twice, and unless there are
/// `expected` of them; `file` is what messages call the text.
std::vector<std::string> parseClassNames(std::string_view text, std::size_t expected,
                                         const std::string& file);

/// Reads them from the first file of these names that is there; nothing when none is.
std::vector<std::string> readClassNames(DataFiles& files, const std::vector<std::string>& names,
                                        std::size_t expected);

}  // namespace prunescope::data
