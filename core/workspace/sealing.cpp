#include "audit/user_name.h"
#include "base/clean_text.h"
#include "base/error.h"
#include "base/file.h"
#include "base/person.h"
#include "base/sha256.h"
#include "store/is_there.h"
#include "store/run_seal.h"
#include "workspace/companions.h"
#include "workspace/opened_run.h"
#include "workspace/verification.h"

#include <fmt/format.h>

#include <set>
#include <string>
#include <system_error>
#include <utility>
#include <vector>

namespace prunescope::workspace {
namespace {

namespace fs = std::filesystem;

std::string signerHere() {
    const std::string name = audit::userName();
    return terminalLine(name.empty() ? personHere() : fmt::format("{} ({})", name, personHere()));
}

run::DataFile fileAt(const fs::path& folder, const std::string& name) {
    const fs::path path = folder / name;
    return {name, static_cast<std::int64_t>(fs::file_size(path)), sha256HexOfFile(path, Links::refuse)};
}

run::DataFile fileOf(const Companion& companion) {
    return {companion.name, static_cast<std::int64_t>(companion.content.size()),
            sha256Hex(companion.content)};
}

/// A run that failed may have no weights: there is no network then that anything could be said of.
std::vector<Companion> companionsOf(const SealedRun& run, const audit::SigningKey& key) {
    if (run.weights.sha256.empty()) return {};
    return {slsaProvenance(run, key), mlBom(run), modelCard(run)};
}

/// All files of the folder and those below it, but for what may change later and what the seal writes.
std::vector<run::DataFile> otherFiles(const fs::path& folder, const std::set<std::string>& passedOver) {
    std::vector<run::DataFile> files;
    for (fs::recursive_directory_iterator entry(folder), end; entry != end; ++entry) {
        const std::string name = entry->path().lexically_relative(folder).string();
        if (passedOver.contains(name)) {
            entry.disable_recursion_pending();
        } else if (entry->is_symlink()) {
            throw Error(entry->path().string(), Text::of("is a link: a run is sealed without one"),
                        Text::of("Move it away."));
        } else if (entry->is_regular_file()) {
            files.push_back(fileAt(folder, name));
        }
    }
    return files;
}

/// A hint to people and programs, and no protection: whoever owns a file can make it writable again.
void makeReadOnly(const store::RunFolder& folder) {
    constexpr auto writers = fs::perms::owner_write | fs::perms::group_write | fs::perms::others_write;
    std::vector<fs::path> files{folder.database(), folder.config(), folder.weights(), folder.seal(),
                                folder.path() / modelSignatureName};
    for (const std::string& name : companionNames()) files.push_back(folder.path() / name);
    std::error_code ignored;
    for (const fs::path& file : files)
        fs::permissions(file, writers, fs::perm_options::remove | fs::perm_options::nofollow, ignored);
}

audit::Head sealableHead(const store::RunFolder& folder) {
    if (store::isThere(folder.seal())) {
        throw UsageError(folder.path().string(), Text::of("is sealed already"),
                         Text::of("Check it with `prunescope-cli verify`."));
    }
    const Verification found = verifyRun(folder);
    if (found.fault) {
        throw Error(folder.path().string(),
                    Text::of("does not hold, and is not sealed: {}", found.fault->what),
                    Text::of("Restore the run from a copy."));
    }
    if (!found.ended) {
        throw UsageError(folder.path().string(),
                         Text::of("has not ended: only a run that has an end is sealed"),
                         Text::of("Wait for its end, or stop it."));
    }
    return found.head;
}

}  // namespace

audit::Head sealRun(const store::RunFolder& folder, const audit::SigningKey& key, std::int64_t nowMs) {
    const audit::Head head = sealableHead(folder);
    SealedRun run{.id = store::runId(folder), .head = head, .sealedMs = nowMs};
    run.record = openRun(folder).record;
    if (store::isThere(folder.weights())) run.weights = fileAt(folder.path(), folder.weights().filename());
    store::SealStatement statement{.head = run.head, .signer = signerHere(), .sealedMs = nowMs};
    for (const std::string& name : store::sealedFileNames()) {
        if (store::isThere(folder.path() / name)) statement.files.push_back(fileAt(folder.path(), name));
    }
    std::vector<Companion> written = companionsOf(run, key);
    for (const Companion& companion : written) statement.files.push_back(fileOf(companion));
    // The seal comes last: until it is there, the run is not sealed, and all can be done again.
    written.push_back(
        {folder.seal().filename().string(), store::sealText(store::signedSeal(statement, key))});
    std::set<std::string> passedOver(unsignedPaths().begin(), unsignedPaths().end());
    for (const Companion& companion : written) passedOver.insert(companion.name);
    std::vector<run::DataFile> files = otherFiles(folder.path(), passedOver);
    for (const Companion& companion : written) files.push_back(fileOf(companion));
    written.insert(written.begin(), modelSignature(run.id, std::move(files), key));
    for (const Companion& companion : written)
        writeFileAtomically(folder.path() / companion.name, companion.content);
    makeReadOnly(folder);
    return run.head;
}

}  // namespace prunescope::workspace
