#include "model/mlflow_names.h"

#include "base/clean_text.h"

#include <fmt/format.h>

namespace prunescope::model {
namespace {

/// Room for a number behind it, below MLflow's 250.
constexpr std::size_t longestName = 230;

bool isPlain(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '-';
}

std::string safeName(std::string_view name) {
    std::string safe;
    bool begins = true;  // a part of the path
    for (const char c : name.substr(0, longestName)) {
        const bool separates = c == '/' && !begins;
        const bool fits = isPlain(c) || separates || (!begins && (c == '.' || c == ' '));
        safe += fits ? c : '_';
        begins = separates;
    }
    if (safe.empty() || begins) safe += '_';
    return safe;
}

}  // namespace

const std::string& MlflowNames::of(const std::string& name) {
    const auto known = given_.find(name);
    if (known != given_.end()) return known->second;
    const std::string safe = safeName(name);
    std::string free = safe;
    for (int number = 2; !taken_.insert(free).second; ++number) free = fmt::format("{}-{}", safe, number);
    return given_.emplace(name, free).first->second;
}

std::string yamlText(std::string_view text) {
    std::string quoted = "\"";
    for (const char c : cleanText(text)) {
        if (c == '"' || c == '\\') quoted += '\\';
        if (c == '\n') {
            quoted += "\\n";
        } else if (c == '\t') {
            quoted += "\\t";
        } else {
            quoted += c;
        }
    }
    return quoted + '"';
}

std::string fileUri(std::string_view path) {
    std::string uri = "file://";
    for (const char c : path) {
        if (isPlain(c) || c == '/' || c == '.' || c == '~') {
            uri += c;
        } else {
            uri += fmt::format("%{:02X}", static_cast<unsigned char>(c));
        }
    }
    return uri;
}

std::string cutText(const std::string& text, std::size_t most) {
    if (text.size() <= most) return text;
    std::size_t end = most;
    while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) --end;
    return text.substr(0, end);
}

}  // namespace prunescope::model
