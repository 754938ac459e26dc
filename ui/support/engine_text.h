#pragma once

#include "base/text.h"

#include <QString>
#include <string>

namespace prunescope::ui {

/// A text that the engine made (a title, a help text, a refusal, an error), in the window's language. The
/// engine knows no translations: its sentences are looked up whole in the context "Engine", and those with
/// values in them by patterns ("there is no prunable layer %1"). A text that nothing fits is given unchanged.
QString engineText(const std::string& english);

/// The same of a text that has kept its values: its sentence is looked up with %1, %2 … for its places, each
/// value is said in the window's language by itself.
QString engineText(const Text& text);

/// A value of an option as a person writes it: "kept_mean" as "Kept mean". A language has its own words.
QString engineWord(const std::string& value);

}  // namespace prunescope::ui
