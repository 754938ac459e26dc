#pragma once

#include "audit/chain.h"
#include "audit/signing_key.h"
#include "run/run_record.h"
#include "store/run_folder.h"

#include <string>
#include <vector>

namespace prunescope::workspace {

/// A file that a seal lays beside the run, in a form that other programs or people know.
struct Companion {
    std::string name;
    std::string content;
};

/// What companions say of a run.
struct SealedRun {
    std::string id;  ///< name of its folder
    run::RunRecord record{};
    audit::Head head{};
    run::DataFile weights{};
    std::int64_t sealedMs = 0;
};

/// How it was made: provenance by SLSA 1.0 of the weights, an in-toto statement in a signed envelope.
Companion slsaProvenance(const SealedRun& run, const audit::SigningKey& key);
/// What it is made of: an ML-BOM by CycloneDX 1.6.
Companion mlBom(const SealedRun& run);
/// What it can and what it cannot do, for people: a model card in Markdown.
Companion modelCard(const SealedRun& run);

/// A signature of all these files by OpenSSF Model Signing 1.0, with the method `key`. Paths are relative to
/// the folder of the run.
Companion modelSignature(const std::string& id, std::vector<run::DataFile> files,
                         const audit::SigningKey& key);
/// What such a signature passes over: files of the folder that change after the seal.
const std::vector<std::string>& unsignedPaths();

/// The name of each companion, but for that of the signature, which speaks of them all.
const std::vector<std::string>& companionNames();
inline constexpr const char* modelSignatureName = "model.sig";

/// "2026-11-30T22:15:03Z"
std::string utcText(std::int64_t ms);

}  // namespace prunescope::workspace
