#pragma once

#include <cstddef>
#include <string>
#include <string_view>

/// Paths are bytes, text is UTF-8: what stands between them.
namespace prunescope {

bool isUtf8(std::string_view bytes);

/// How many bytes stand before the first that is no UTF-8; all of them where there is none.
std::size_t utf8Length(std::string_view bytes);

/// A name for people: bytes that are not UTF-8 stand as "\xE9", so that they are seen and not lost.
std::string printableName(std::string_view bytes);

}  // namespace prunescope
