#include "run/json_fields.h"

#include "base/error.h"
#include "run/record_json.h"

#include <fmt/format.h>

#include <limits>
#include <utility>

namespace prunescope::run {
namespace {

using Json = nlohmann::json;

std::string element(const std::string& path, std::size_t index) {
    return fmt::format("{}[{}]", path, index);
}

std::int64_t countAt(const Json& json, std::int64_t largest, const std::string& path) {
    const bool inRange = json.is_number_unsigned()
                             ? json.get<std::uint64_t>() <= static_cast<std::uint64_t>(largest)
                             : json.is_number_integer() && json.get<std::int64_t>() >= 0 &&
                                   json.get<std::int64_t>() <= largest;
    if (!inRange) refuseJson(path, Text::of("a whole number from 0 to {}", largest), json);
    return json.get<std::int64_t>();
}

double numberAt(const Json& json, const std::string& path) {
    if (json.is_null()) return std::numeric_limits<double>::quiet_NaN();
    if (!json.is_number()) refuseJson(path, Text::of("a number"), json);
    return json.get<double>();
}

std::string textAt(const Json& json, const std::string& path) {
    if (!json.is_string()) refuseJson(path, Text::of("a text"), json);
    return json.get<std::string>();
}

}  // namespace

void refuseJson(const std::string& path, const Text& expected, const Json& found) {
    throw Error(path, Text::of("is not {}: found {}", expected, jsonText(found).substr(0, 100)),
                Text::of("The record was damaged, or another program wrote it."));
}

JsonFields::JsonFields(const Json& json, std::string path) : json_(json), path_(std::move(path)) {
    if (!json.is_object()) refuseJson(path_, Text::of("an object"), json);
}

const Json* JsonFields::find(const char* key) const {
    const auto found = json_.find(key);
    return found == json_.end() || found->is_null() ? nullptr : &*found;
}

std::vector<const Json*> JsonFields::list(const char* key, std::size_t longest) const {
    const Json* member = find(key);
    if (member == nullptr) return {};
    if (!member->is_array() || member->size() > longest) {
        refuseJson(pathTo(key), Text::of("a list of at most {}", longest), *member);
    }
    std::vector<const Json*> elements;
    for (const Json& e : *member) elements.push_back(&e);
    return elements;
}

void JsonFields::read(const char* key, std::string& value) const {
    if (const Json* member = find(key)) value = textAt(*member, pathTo(key));
}

void JsonFields::read(const char* key, double& value) const {
    if (const auto member = json_.find(key); member != json_.end()) value = numberAt(*member, pathTo(key));
}

void JsonFields::read(const char* key, bool& value) const {
    const Json* member = find(key);
    if (member == nullptr) return;
    if (!member->is_boolean()) refuseJson(pathTo(key), Text::of("true or false"), *member);
    value = member->get<bool>();
}

void JsonFields::read(const char* key, std::vector<std::string>& value, std::size_t longest) const {
    for (const Json* e : list(key, longest)) value.push_back(textAt(*e, element(pathTo(key), value.size())));
}

void JsonFields::read(const char* key, std::vector<double>& value, std::size_t longest) const {
    for (const Json* e : list(key, longest))
        value.push_back(numberAt(*e, element(pathTo(key), value.size())));
}

void JsonFields::readCount(const char* key, std::int64_t& value, std::int64_t largest) const {
    if (const Json* member = find(key)) value = countAt(*member, largest, pathTo(key));
}

void JsonFields::readCounts(const char* key, std::vector<std::int64_t>& value, std::size_t longest) const {
    for (const Json* e : list(key, longest)) {
        value.push_back(countAt(*e, largestCount, element(pathTo(key), value.size())));
    }
}

void JsonFields::readCounts(const char* key, std::array<std::int64_t, 3>& value) const {
    const Json* member = find(key);
    if (member == nullptr) return;
    if (!member->is_array() || member->size() != value.size())
        refuseJson(pathTo(key), Text::of("a list of 3"), *member);
    for (std::size_t i = 0; i < value.size(); ++i) {
        value[i] = countAt((*member)[i], largestCount, element(pathTo(key), i));
    }
}

}  // namespace prunescope::run
