#pragma once

#include "base/text.h"

#include <nlohmann/json.hpp>

#include <cstddef>
#include <string>
#include <string_view>

namespace prunescope {

/// What a JSON text from outside may ask for. A value of nlohmann's takes up to a hundred bytes.
struct JsonLimits {
    std::size_t bytes = std::size_t{64} << 20U;
    /// Objects, lists and what they hold: enough for the confusions of a thousand classes.
    std::size_t values = std::size_t{1} << 20U;
    std::size_t depth = 16;
};

/// The one reader of JSON from outside. Time and memory are bounded by the limits and linear in the text, and
/// nothing is recursive. A key that comes twice in an object is refused: whoever reads the text would take
/// the other value for the one that counts. Throws `Error` with `where` (a file, a column) as its place, line
/// and column of what is wrong, and `mend`.
nlohmann::json readJson(std::string_view text, const std::string& where, const Text& mend,
                        const JsonLimits& limits = {});

/// "line 2, column 7" of the byte at `position`; columns count characters.
Text placeInText(std::string_view text, std::size_t position);

}  // namespace prunescope
