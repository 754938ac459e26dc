#include "report/report_folder.h"

#include "base/error.h"
#include "base/file.h"
#include "base/path_text.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <string_view>
#include <utility>

namespace prunescope::report {
namespace {

using Json = nlohmann::json;

constexpr const char* identityFile = "report.json";

/// What tells one run from another, whatever its folder is called and however long it is to be by now.
constexpr std::array<std::string_view, 5> identityKeys{"started_ms", "seed", "method", "network", "dataset"};
using Identity = std::map<std::string, std::string>;

/// Takes the identity out of a report.json as it passes: the file may be large, and anybody's.
class IdentityReader : public Json::json_sax_t {
public:
    const Identity& identity() const { return identity_; }

    bool null() override { return true; }
    bool boolean(bool) override { return true; }
    bool number_integer(number_integer_t value) override { return take(fmt::format("{}", value)); }
    bool number_unsigned(number_unsigned_t value) override { return take(fmt::format("{}", value)); }
    bool number_float(number_float_t, const string_t& text) override { return take(text); }
    bool string(string_t& value) override { return take(value); }
    bool binary(binary_t&) override { return true; }
    bool start_object(std::size_t) override { return enter(); }
    bool end_object() override { return leave(); }
    bool start_array(std::size_t) override { return enter(); }
    bool end_array() override { return leave(); }
    bool key(string_t& name) override {
        if (depth_ == 1) part_ = name;
        if (depth_ == 2) field_ = name;
        return true;
    }
    bool parse_error(std::size_t, const std::string&, const nlohmann::detail::exception&) override {
        return false;
    }

private:
    bool enter() {
        ++depth_;
        return true;
    }
    bool leave() {
        --depth_;
        return true;
    }
    bool take(const std::string& value) {
        const bool wanted = depth_ == 2 && part_ == "run" &&
                            std::find(identityKeys.begin(), identityKeys.end(), field_) != identityKeys.end();
        if (wanted) identity_[field_] = value;
        return true;
    }

    std::size_t depth_ = 0;
    std::string part_;
    std::string field_;
    Identity identity_;
};

/// Nothing when the text is no report.json.
std::optional<Identity> identityOf(const std::string& text) {
    IdentityReader reader;
    if (!Json::sax_parse(text, &reader) || reader.identity().size() != identityKeys.size())
        return std::nullopt;
    return reader.identity();
}

bool isOfTheSameRun(const Folder& folder, const std::string& reportJson) {
    constexpr std::uint64_t longest = 256U << 20U;
    if (!folder.isRegularFile(identityFile)) return false;
    const auto there = identityOf(readFile(folder.path() / identityFile, longest, Links::refuse));
    return there && there == identityOf(reportJson);
}

Error refusal(const Folder& folder, Text what) {
    return {folder.path().string(), std::move(what),
            Text::of("Name a folder that is new or empty, or the one of an earlier report of the same run.")};
}

}  // namespace

Folder openReportFolder(const std::filesystem::path& path, const std::vector<std::string>& names,
                        const std::string& reportJson) {
    Folder folder = Folder::created(path);
    const std::vector<std::string> there = folder.names();
    for (const std::string& name : there) {
        const bool isOfAReport = std::find(names.begin(), names.end(), name) != names.end();
        if (!isOfAReport || !folder.isRegularFile(name)) {
            throw refusal(folder,
                          Text::of("holds '{}', which is not a file of a report; nothing in it was changed",
                                   printableName(name)));
        }
    }
    if (!there.empty() && !isOfTheSameRun(folder, reportJson))
        throw refusal(folder,
                      Text::of("holds files that are not a report of this run; nothing in it was changed"));
    return folder;
}

}  // namespace prunescope::report
