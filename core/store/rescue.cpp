#include "store/rescue.h"

#include "base/error.h"
#include "base/file.h"

#include <fmt/format.h>
#include <sys/stat.h>

#include <cerrno>
#include <cstdlib>
#include <string>
#include <system_error>

namespace prunescope::store {
namespace {

namespace fs = std::filesystem;

/// Of an environment variable that holds an absolute path, as the XDG rules ask for; empty otherwise.
fs::path placeOf(const char* variable, const char* below) {
    const char* value = std::getenv(variable);
    if (value == nullptr || value[0] != '/') return {};
    return fs::path(value) / below;
}

std::string nameOf(const fs::path& runFolder) {
    const fs::path name =
        runFolder.has_filename() ? runFolder.filename() : runFolder.parent_path().filename();
    return name.empty() || name == "." || name == ".." ? "run" : name.string();
}

/// "NAME-saved", "NAME-saved-2" …
std::string numbered(const std::string& name, int copy) {
    return copy == 1 ? name : fmt::format("{}-{}", name, copy);
}

Error noNameLeft(const fs::path& place, const std::string& name) {
    return {(place / name).string(), Text::of("there are {} runs of this name already", mostSameNames),
            Text::of("Use another workspace.")};
}

}  // namespace

std::vector<fs::path> rescuePlaces(const fs::path& runFolder) {
    std::error_code failed;
    const fs::path absolute = fs::absolute(runFolder, failed);
    std::vector<fs::path> places;
    const auto add = [&](const fs::path& place) {
        if (!place.empty()) places.push_back(place);
    };
    // The folder above may have been on a disk that is not there any more: it is not made anew.
    const fs::path above = (failed ? runFolder : absolute).parent_path();
    if (fs::is_directory(above, failed)) add(above);
    add(placeOf("XDG_STATE_HOME", "prunescope"));
    add(placeOf("HOME", ".local/state/prunescope"));
    const fs::path temporary = placeOf("TMPDIR", "");
    add(temporary.empty() ? fs::path("/tmp") : temporary);
    return places;
}

void prepareRescuePlace(const fs::path& place) {
    createFolder(place);
}

RunFolder makeRescueFolder(const fs::path& place, const fs::path& runFolder, const run::RunConfig& config) {
    prepareRescuePlace(place);
    const std::string name = nameOf(runFolder) + "-saved";
    for (int copy = 1; copy <= mostSameNames; ++copy) {
        fs::path path = place / numbered(name, copy);
        if (::mkdir(path.c_str(), 0755) != 0) {
            const int code = errno;
            if (code == EEXIST) continue;
            throw Error(path.string(),
                        Text::of("cannot create the folder: {}", std::generic_category().message(code)),
                        Text::of("Choose a folder that you may write to, on a disk with space."));
        }
        try {
            return createRunFolderAt(path, config);
        } catch (...) {
            discardRescueFolder(RunFolder(path));
            throw;
        }
    }
    throw noNameLeft(place, name);
}

void discardRescueFolder(const RunFolder& folder) {
    std::error_code ignored;
    for (const char* name : {"run.db", "run.db-wal", "run.db-shm", "run.db-journal", "config.json"}) {
        fs::remove(folder.path() / name, ignored);
    }
    fs::remove(folder.path(), ignored);
}

fs::path rescueNameOfWeights(const fs::path& place, const fs::path& runFolder) {
    const std::string name = nameOf(runFolder);
    for (int copy = 1; copy <= mostSameNames; ++copy) {
        fs::path path = place / (numbered(name, copy) + ".final.weights");
        std::error_code ignored;
        if (fs::symlink_status(path, ignored).type() == fs::file_type::not_found) return path;
    }
    throw noNameLeft(place, name);
}

}  // namespace prunescope::store
