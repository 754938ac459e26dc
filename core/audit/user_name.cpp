#include "audit/user_name.h"

#include "base/clean_text.h"
#include "base/error.h"
#include "base/file.h"
#include "base/user_folders.h"

#include <exception>
#include <filesystem>

namespace prunescope::audit {
namespace {

std::filesystem::path nameFile() {
    return configFolder() / "prunescope" / "name";
}

}  // namespace

std::string userName() noexcept {
    try {
        if (!std::filesystem::exists(nameFile())) return "";
        std::string name = readFile(nameFile(), longestUserName + 1);
        if (name.ends_with('\n')) name.pop_back();
        return terminalLine(name);
    } catch (const std::exception&) {
        return "";
    }
}

void setUserName(const std::string& name) {
    if (name.size() > longestUserName || terminalLine(name) != name) {
        throw UsageError("--name", Text::of("is no name of one line with at most {} bytes", longestUserName),
                         Text::of("Give the name that records are to show."));
    }
    createFolder(nameFile().parent_path());
    writeFileAtomically(nameFile(), name + "\n");
}

}  // namespace prunescope::audit
