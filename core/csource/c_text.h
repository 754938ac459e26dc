#pragma once

#include <string>
#include <string_view>

namespace prunescope::csource {

/// A name that every C99 compiler takes as the beginning of an identifier: letters, digits and underscores of
/// `wanted` in lower case, everything else as an underscore, at most 40 of them. It begins with a letter.
std::string identifierOf(std::string_view wanted);

/// The same in upper case, for macros.
std::string macroOf(std::string_view identifier);

/// `text` as it may stand in a comment: what could end or nest it, splice its lines or be a trigraph is
/// written as %XX, its code in hexadecimal; so is all that is not printable ASCII.
std::string commentText(std::string_view text);

/// `text` as a string literal with its quotes: the bytes of `text`, whatever they are.
std::string stringLiteral(std::string_view text);

/// The value as a C constant of type float that reads back to the same bits. It is finite.
std::string floatConstant(float value);

}  // namespace prunescope::csource
