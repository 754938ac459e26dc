#include "store/run_folder.h"

#include "base/error.h"
#include "base/file.h"
#include "base/folder.h"
#include "base/path_text.h"
#include "run/config_io.h"
#include "run/record_json.h"
#include "store/folder_claim.h"

#include <fmt/chrono.h>
#include <fmt/format.h>
#include <sys/stat.h>

#include <algorithm>
#include <cctype>
#include <cerrno>
#include <ctime>
#include <system_error>

namespace prunescope::store {
namespace {

/// What a file system, a shell and a browser all take as it stands: "mlp:300,100" becomes "mlp-300-100".
std::string safePart(const std::string& text) {
    constexpr std::size_t longestPart = 40;
    std::string safe;
    for (const char c : text.substr(0, longestPart)) {
        const auto byte = static_cast<unsigned char>(c);
        const bool plain = byte < 128 && (std::isalnum(byte) != 0 || c == '.' || c == '-');
        safe += plain ? static_cast<char>(std::tolower(byte)) : '-';
    }
    return safe;
}

std::string utcTime(std::int64_t ms) {
    constexpr std::int64_t lastSecond = 253402300799;  // 9999-12-31T23:59:59Z
    const std::time_t seconds = std::clamp<std::int64_t>(ms / 1000, 0, lastSecond);
    std::tm utc{};
    ::gmtime_r(&seconds, &utc);
    return fmt::format("{:%Y-%m-%d_%H%M%S}", utc);
}

Error folderError(const std::filesystem::path& folder, int code) {
    return {folder.string(), Text::of("cannot create the folder: {}", std::generic_category().message(code)),
            Text::of("Choose a folder that you may write to, on a disk with space.")};
}

void checkName(const std::string& where, const std::string& path) {
    if (isUtf8(path)) return;
    throw UsageError(
        where,
        Text::of("the name {} is not text in UTF-8, and could not be recorded as it is", printableName(path)),
        Text::of("Rename the folder, or make a link to it with a plain name and give that."));
}

/// What config.json holds.
std::string configText(const run::RunConfig& config) {
    return run::jsonText(run::configToJson(recordedConfig(config)), 4) + "\n";
}

/// True when the folder is new and ours, false when the name is taken.
bool makeFolder(const std::filesystem::path& folder) {
    if (::mkdir(folder.c_str(), 0755) == 0) return true;
    const int code = errno;
    if (code != EEXIST) throw folderError(folder, code);
    return false;
}

}  // namespace

bool RunFolder::holdsRun() const {
    std::error_code ignored;
    const auto there = [&](const std::filesystem::path& file) {
        return std::filesystem::exists(std::filesystem::symlink_status(file, ignored));
    };
    return there(config()) || there(database()) || there(weights());
}

std::string runId(const RunFolder& folder) {
    std::error_code failed;
    std::filesystem::path path = std::filesystem::weakly_canonical(folder.path(), failed);
    if (failed) path = folder.path().lexically_normal();
    return printableName((path.has_filename() ? path : path.parent_path()).filename().string());
}

std::string runName(const run::RunConfig& config, std::int64_t startedMs) {
    return fmt::format("{}_{}_{}_{}_{:.6g}", utcTime(startedMs), safePart(config.dataset),
                       safePart(config.model), safePart(config.method), 100 * config.schedule.target);
}

run::RunConfig recordedConfig(const run::RunConfig& config) {
    checkName("data_dir", config.dataDir);
    run::RunConfig recorded = config;
    if (!config.dataDir.empty()) recorded.dataDir = std::filesystem::absolute(config.dataDir).string();
    checkName("data_dir", recorded.dataDir);
    return recorded;
}

RunFolder createRunFolder(const std::filesystem::path& workspace, const run::RunConfig& config,
                          std::int64_t startedMs) {
    const std::string text = configText(config);
    createFolder(workspace);
    const std::string name = runName(config, startedMs);
    for (int copy = 1; copy <= mostSameNames; ++copy) {
        RunFolder folder(workspace / (copy == 1 ? name : fmt::format("{}-{}", name, copy)));
        if (!makeFolder(folder.path())) continue;
        try {
            Folder(folder.path()).write(folder.config().filename().string(), text);
            Folder(workspace).flush();
        } catch (...) {
            std::error_code ignored;
            std::filesystem::remove(folder.path(), ignored);
            throw;
        }
        return folder;
    }
    throw Error((workspace / name).string(),
                Text::of("there are {} runs of this name already", mostSameNames),
                Text::of("Use another workspace."));
}

RunFolder createRunFolderAt(const std::filesystem::path& path, const run::RunConfig& config) {
    if (path.empty())
        throw UsageError("", Text::of("the folder has no name"),
                         Text::of("Name a folder that is new or empty."));
    checkName(path.parent_path().string(), path.filename().string());
    const std::string text = configText(config);
    createFolder(path);
    RunFolder folder(path);
    claimFolder(folder, text);
    return folder;
}

}  // namespace prunescope::store
