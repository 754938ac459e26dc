#include "data/data_files.h"

#include "base/error.h"
#include "base/file.h"
#include "base/path_text.h"
#include "base/sha256.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <system_error>
#include <utility>

namespace prunescope::data {

namespace fs = std::filesystem;

DataFiles::DataFiles(fs::path folder, Text hint) : folder_(std::move(folder)), hint_(std::move(hint)) {}

std::optional<fs::path> DataFiles::find(const std::vector<std::string>& names) const {
    for (const auto& name : names) {
        std::error_code ignored;
        const fs::file_type type = fs::status(folder_ / name, ignored).type();
        // Some programs unpack a file into a folder of its name: the file may still stand beside it. One that
        // is there but may not be looked at is taken, so that reading it says why.
        if (type != fs::file_type::not_found && type != fs::file_type::directory) return folder_ / name;
    }
    return std::nullopt;
}

FileContent DataFiles::read(const std::vector<std::string>& names, std::uint64_t mostBytes) {
    if (const auto path = find(names)) return readAt(*path, mostBytes);
    throw Error(folder_.string(), Text::of("expected {}, found {}", fmt::join(names, " or "), listing()),
                hint_);
}

FileContent DataFiles::readAt(const fs::path& file, std::uint64_t mostBytes) {
    FileContent content{file.string(), readFile(file, mostBytes)};
    record_.push_back({file.filename().string(), static_cast<std::int64_t>(content.bytes.size()),
                       sha256Hex(content.bytes)});
    return content;
}

Text DataFiles::listing() const {
    constexpr std::size_t mostNames = 8;
    std::vector<std::string> names;
    std::error_code ignored;
    for (fs::directory_iterator entry(folder_, ignored), end; entry != end && names.size() <= mostNames;
         entry.increment(ignored)) {
        names.push_back(printableName(entry->path().filename().string()) +
                        (entry->is_directory(ignored) ? "/" : ""));
    }
    if (names.empty()) return Text::of("no file");
    std::sort(names.begin(), names.end());
    if (names.size() > mostNames) names.back() = "…";
    return Text(fmt::format("{}", fmt::join(names, ", ")));
}

std::vector<std::string> alsoGzip(const std::vector<std::string>& names) {
    std::vector<std::string> both;
    for (const std::string& name : names) {
        both.push_back(name);
        both.push_back(name + ".gz");
    }
    return both;
}

void expectPlainName(const std::string& name, const std::string& option) {
    if (name.find('/') == std::string::npos && name.find('\0') == std::string::npos && name != "." &&
        name != "..")
        return;
    throw UsageError(option, Text::of("'{}' leads out of the data's folder", printableName(name)),
                     Text::of("Give a name without a slash, of something in the folder."));
}

}  // namespace prunescope::data
