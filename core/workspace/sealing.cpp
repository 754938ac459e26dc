#include "audit/user_name.h"
#include "base/clean_text.h"
#include "base/error.h"
#include "base/file.h"
#include "base/person.h"
#include "base/sha256.h"
#include "store/is_there.h"
#include "store/run_seal.h"
#include "workspace/verification.h"

#include <fmt/format.h>

#include <system_error>

namespace prunescope::workspace {
namespace {

namespace fs = std::filesystem;

std::string signerHere() {
    const std::string name = audit::userName();
    return terminalLine(name.empty() ? personHere() : fmt::format("{} ({})", name, personHere()));
}

std::vector<run::DataFile> filesToSeal(const store::RunFolder& folder) {
    std::vector<run::DataFile> files;
    for (const std::string& name : store::sealedFileNames()) {
        const fs::path path = folder.path() / name;
        if (!store::isThere(path)) continue;
        files.push_back(
            {name, static_cast<std::int64_t>(fs::file_size(path)), sha256HexOfFile(path, Links::refuse)});
    }
    return files;
}

/// A hint to people and programs, and no protection: whoever owns a file can make it writable again.
void makeReadOnly(const store::RunFolder& folder) {
    constexpr auto writers = fs::perms::owner_write | fs::perms::group_write | fs::perms::others_write;
    std::error_code ignored;
    for (const fs::path& file : {folder.database(), folder.config(), folder.weights(), folder.seal()})
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
    const store::SealStatement statement{.head = sealableHead(folder),
                                         .files = filesToSeal(folder),
                                         .signer = signerHere(),
                                         .sealedMs = nowMs};
    writeFileAtomically(folder.seal(), store::sealText(store::signedSeal(statement, key)));
    makeReadOnly(folder);
    return statement.head;
}

}  // namespace prunescope::workspace
