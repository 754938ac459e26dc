#pragma once

#include "base/text.h"

#include <nlohmann/json.hpp>

#include <string>

/// Texts as they are recorded: words as a JSON string, a sentence as {"id": …, "values": [ … ]}, so that it
/// can be said in another language later.
namespace prunescope::run {

nlohmann::json textToJson(const Text& text);
/// Throws `Error` whose place is `path` for what is no text.
Text textFromJson(const nlohmann::json& json, const std::string& path);

/// One line of JSON; "" for no text.
std::string recordedText(const Text& text);
/// Throws `Error` with `where` as its place when it is not such a line.
Text textFromRecord(const std::string& recorded, const std::string& where);

}  // namespace prunescope::run
