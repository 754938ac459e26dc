#pragma once

#include "base/text.h"

#include <nlohmann/json.hpp>

#include <cstddef>
#include <limits>
#include <string>
#include <string_view>
#include <vector>

namespace prunescope::run {

enum class OptionKind { boolean, integer, real, choice, text, numbers, shares };

/// Most numbers in a list, and most names that have a share.
inline constexpr std::size_t mostNumbers = 1000;

/// What a form, a help text and a parser need to know of one option. A pruning method, an optimizer and a
/// data set describe their options with these, so that a new one needs no new form and no new parser.
struct OptionDescription {
    std::string key;    ///< dotted, as in `--set schedule.target=0.95`
    std::string title;  ///< a few words for a form's label
    std::string help;   ///< one sentence for a tooltip; says the unit
    OptionKind kind = OptionKind::text;
    nlohmann::json defaultValue;
    /// Limits of a number, of each number in a list, or of each share.
    double minimum = -std::numeric_limits<double>::infinity();
    double maximum = std::numeric_limits<double>::infinity();
    bool minimumExcluded = false;
    bool maximumExcluded = false;
    std::vector<std::string> choices{};  ///< for OptionKind::choice
};

/// Returns `value` in the option's own type. Throws `UsageError`, naming the key, the value and what is
/// allowed, when the type, the range or the choice is wrong, or a number is not finite.
nlohmann::json validated(const OptionDescription& option, const nlohmann::json& value);

/// The same from the text of a command line: "0.95", "true", "cubic", "0.5,0.75", "conv1=0,fc1=90 %".
nlohmann::json parsed(const OptionDescription& option, std::string_view text);

/// "a number from 0 to 1 (1 excluded)", for errors, help and tooltips.
Text allowedValues(const OptionDescription& option);

}  // namespace prunescope::run
