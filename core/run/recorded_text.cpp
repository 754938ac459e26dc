#include "run/recorded_text.h"

#include "base/json_reader.h"
#include "run/json_fields.h"
#include "run/record_json.h"

namespace prunescope::run {
namespace {

constexpr std::size_t mostValues = 1000;
/// Two for each sentence that is a value of another: errors of errors go eight deep.
constexpr std::size_t deepest = 64;

}  // namespace

nlohmann::json textToJson(const Text& text) {
    if (!text.isSentence()) return text.id();
    nlohmann::json values = nlohmann::json::array();
    for (const Text& value : text.values()) values.push_back(textToJson(value));
    return {{"id", text.id()}, {"values", std::move(values)}};
}

// The reader of JSON bounds how deep it goes.
Text textFromJson(const nlohmann::json& json, const std::string& path) {
    if (json.is_string()) return json.get<std::string>();
    const JsonFields fields(json, path);
    std::string id;
    fields.read("id", id);
    std::vector<Text> values;
    for (const nlohmann::json* value : fields.list("values", mostValues))
        values.push_back(textFromJson(*value, fields.pathTo("values")));
    return {std::move(id), std::move(values)};
}

std::string recordedText(const Text& text) {
    return text.empty() ? "" : jsonText(textToJson(text));
}

Text textFromRecord(const std::string& recorded, const std::string& where) {
    if (recorded.empty()) return {};
    return textFromJson(readJson(recorded, where, damagedRecord(), {.depth = deepest}), where);
}

}  // namespace prunescope::run
