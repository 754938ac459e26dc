#pragma once

#include "data/npy_header.h"

#include <string_view>

namespace prunescope::data {

/// Reads the dictionary of an NPY header, which stands at the offset `start` of the content that `cursor`
/// walks through. Throws `Error` with the offset of what is wrong. The shape is not yet known to be possible.
NpyHeader parseNpyDictionary(std::string_view text, std::uint64_t start, const ContentCursor& cursor);

}  // namespace prunescope::data
