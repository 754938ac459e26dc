#pragma once

#include "base/text.h"

#include <QString>
#include <string>

namespace prunescope::ui {

/// A text of the engine without values (a title, a help text), in the window's language. The engine knows no
/// translations: what it says is looked up in the context "Engine", and given unchanged when it is not there.
QString engineText(const std::string& english);

/// The same of a sentence that has kept its values (a refusal, an error): it is looked up with %1, %2 … for
/// its places, and each value is said in the window's language by itself.
QString engineText(const Text& text);

/// A value of an option as a person writes it: "kept_mean" as "Kept mean". A language has its own words.
QString engineWord(const std::string& value);

}  // namespace prunescope::ui
