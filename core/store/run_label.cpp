#include "store/run_label.h"

#include "base/clean_text.h"
#include "base/error.h"
#include "base/file.h"
#include "base/folder.h"
#include "base/json_reader.h"
#include "run/json_fields.h"
#include "run/record_json.h"
#include "store/is_there.h"

#include <algorithm>
#include <system_error>

namespace prunescope::store {
namespace {

constexpr JsonLimits labelLimits{.bytes = std::size_t{64} << 10U, .values = 100, .depth = 4};

/// The first `most` characters of a text in UTF-8.
std::string_view beginning(std::string_view text, std::size_t most) {
    std::size_t characters = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool starts = (static_cast<unsigned char>(text[i]) & 0xC0U) != 0x80U;
        if (starts && characters++ == most) return text.substr(0, i);
    }
    return text;
}

std::string_view withoutOuterSpaces(std::string_view text) {
    const std::size_t first = text.find_first_not_of(' ');
    if (first == std::string_view::npos) return {};
    return text.substr(first, text.find_last_not_of(' ') - first + 1);
}

/// For a label that is about to be replaced.
RunLabel labelOrNone(const RunFolder& folder) {
    try {
        return readLabel(folder);
    } catch (const Error&) {
        return {};
    }
}

/// Takes the mark from the other runs of the workspace.
void clearOtherReferences(const RunFolder& folder) {
    std::error_code failed;
    std::filesystem::path own = std::filesystem::absolute(folder.path()).lexically_normal();
    if (!own.has_filename()) own = own.parent_path();
    for (std::filesystem::directory_iterator entry(own.parent_path(), failed), end; !failed && entry != end;
         entry.increment(failed)) {
        const RunFolder other(entry->path());
        if (entry->path() == own || !isThere(other.label())) continue;
        RunLabel label = labelOrNone(other);
        if (!label.reference) continue;
        label.reference = false;
        writeLabel(other, label);
    }
}

}  // namespace

std::string cleanName(std::string_view name) {
    const std::string clean = terminalLine(name);
    return std::string(withoutOuterSpaces(beginning(withoutOuterSpaces(clean), longestName)));
}

RunLabel labelFromText(std::string_view text, const std::string& where) {
    const Text mend = Text::of("Delete label.json from the run's folder, or name the run again.");
    RunLabel label;
    try {
        const nlohmann::json json = readJson(text, where, mend, labelLimits);
        const run::JsonFields fields(json, "label");
        fields.read("name", label.name);
        if (const nlohmann::json* reference = fields.find("reference")) {
            if (!reference->is_boolean())
                run::refuseJson(fields.pathTo("reference"), Text::of("true or false"), *reference);
            label.reference = reference->get<bool>();
        }
    } catch (const Error& error) {
        throw Error(where, error.problem(), mend);
    }
    label.name = cleanName(label.name);
    return label;
}

RunLabel readLabel(const RunFolder& folder) {
    const std::filesystem::path file = folder.label();
    if (!isThere(file)) return {};
    return labelFromText(readFile(file, labelLimits.bytes, Links::refuse), file.string());
}

void writeLabel(const RunFolder& folder, const RunLabel& label) {
    const std::string file = folder.label().filename().string();
    const RunLabel clean{.name = cleanName(label.name), .reference = label.reference};
    const Folder held(folder.path());
    if (clean == RunLabel{}) {
        if (isThere(folder.label())) held.remove(file);
        return;
    }
    nlohmann::json json = nlohmann::json::object();
    if (!clean.name.empty()) json["name"] = clean.name;
    if (clean.reference) json["reference"] = true;
    held.write(file, run::jsonText(json, 4) + "\n");
}

void renameRun(const RunFolder& folder, std::string_view name) {
    RunLabel label = labelOrNone(folder);
    label.name = std::string(name);
    writeLabel(folder, label);
}

void setReference(const RunFolder& folder, bool reference) {
    RunLabel label = labelOrNone(folder);
    label.reference = reference;
    writeLabel(folder, label);
    if (reference) clearOtherReferences(folder);
}

}  // namespace prunescope::store
