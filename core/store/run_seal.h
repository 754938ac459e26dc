#pragma once

#include "audit/chain.h"
#include "audit/signing_key.h"
#include "run/records.h"
#include "store/run_folder.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace prunescope::store {

/// What a person states of a run when they seal it.
struct SealStatement {
    audit::Head head{};                  ///< all that is recorded, and nothing behind it
    std::vector<run::DataFile> files{};  ///< of the run's folder, beside the database
    std::string signer{};                ///< name of the person and account
    std::int64_t sealedMs = 0;           ///< UTC, milliseconds since 1970, by the clock of the machine
};

/// A statement that is signed.
struct RunSeal {
    SealStatement statement{};
    std::string publicKey{};  ///< in hexadecimal digits
    std::string signature{};  ///< of the canonical JSON of the statement, likewise

    /// Whether the owner of the key has signed the statement as it is.
    bool isSigned() const;
};

/// The bytes that are signed: the canonical JSON of the statement.
std::string sealedBytes(const SealStatement& statement);
RunSeal signedSeal(const SealStatement& statement, const audit::SigningKey& key);

/// The content of seal.json.
std::string sealText(const RunSeal& seal);
/// Throws `Error` for what is no seal; `where` is the file. Whether it is signed is not looked at.
RunSeal sealFromText(std::string_view text, const std::string& where);

/// Nothing when the run is not sealed. Throws `Error` for a file that is no seal.
std::optional<RunSeal> readSeal(const RunFolder& folder);

/// The names of those files of a run that a seal speaks of, where they are there.
const std::vector<std::string>& sealedFileNames();

}  // namespace prunescope::store
