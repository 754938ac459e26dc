#pragma once

#include <optional>
#include <string_view>

namespace prunescope::run {

/// One number as a person types it, whatever the language of the system: with a decimal point or a decimal
/// comma. Nothing for a text that is no number, for one that is not finite, and for "1,000", which means a
/// thousand to some and one to others.
std::optional<double> numberFromText(std::string_view text);

/// The same for a share: "0.98", "0,98", "98 %" and "98%" alike.
std::optional<double> shareFromText(std::string_view text);

/// Whether the comma of a text that `numberFromText` refused could stand for thousands.
bool commaIsAmbiguous(std::string_view text);

}  // namespace prunescope::run
