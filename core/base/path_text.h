#pragma once

#include <string>
#include <string_view>

/// Paths are bytes, text is UTF-8: what stands between them.
namespace prunescope {

bool isUtf8(std::string_view bytes);

/// A name for people: bytes that are not UTF-8 stand as "\xE9", so that they are seen and not lost.
std::string printableName(std::string_view bytes);

}  // namespace prunescope
