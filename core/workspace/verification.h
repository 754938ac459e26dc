#pragma once

#include "audit/chain.h"
#include "audit/signing_key.h"
#include "base/text.h"
#include "run/records.h"
#include "store/run_folder.h"

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace prunescope::workspace {

/// What a run is held against besides its own chain.
struct VerifyRequest {
    std::optional<std::string> publicKey{};  ///< in hexadecimal digits: the run must be sealed by its owner
    std::optional<audit::Head> anchor{};     ///< the chain must have this link
    /// Folder or file of the data; it must hold them then. Without it, they are looked for where the run read
    /// them.
    std::filesystem::path data{};
};

/// The first thing that does not hold.
struct VerifyFault {
    std::optional<std::int64_t> link{};  ///< where it is one of the chain
    Text what;
};

struct Verification {
    std::optional<VerifyFault> fault{};  ///< nothing: the run holds
    audit::Head head{};
    bool ended = false;
    std::string sealedBy{};     ///< public key of a seal that holds; empty when there is none
    std::string signer{};       ///< as the seal says
    std::vector<Text> notes{};  ///< what was not checked, and why
    /// Files that the chain binds, as far as it holds: see `store::CheckedChain`.
    std::vector<run::DataFile> savedFiles{};
    std::vector<run::DataFile> savedStates{};

    bool holds() const { return !fault; }
};

/// Checks the chain of a run, its seal, and the files that it binds: weights, and the data where they can be
/// found. Nothing is changed. Throws `Error` when the run cannot be read at all.
Verification verifyRun(const store::RunFolder& folder, const VerifyRequest& request = {});

/// Signs the end of the chain and writes seal.json beside the database; the files of the run become
/// read-only. Throws `UsageError` when the run is sealed already or has not ended, `Error` when it does not
/// hold or the seal cannot be written.
audit::Head sealRun(const store::RunFolder& folder, const audit::SigningKey& key, std::int64_t nowMs);

}  // namespace prunescope::workspace
