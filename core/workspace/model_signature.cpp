#include "audit/dsse.h"
#include "base/sha256.h"
#include "run/record_json.h"
#include "workspace/companions.h"

#include <fmt/chrono.h>
#include <sodium.h>
#include <time.h>

#include <algorithm>
#include <array>
#include <utility>

namespace prunescope::workspace {
namespace {

using Json = nlohmann::json;

/// Root digest, section 6.5.1 of the specification: SHA-256 over the digests as bytes, in the order of names.
std::string rootDigest(const std::vector<run::DataFile>& files) {
    Sha256 root;
    for (const run::DataFile& file : files) {
        std::array<char, sha256Digits / 2> bytes{};
        sodium_hex2bin(reinterpret_cast<unsigned char*>(bytes.data()), bytes.size(), file.sha256.data(),
                       file.sha256.size(), nullptr, nullptr, nullptr);
        root.update({bytes.data(), bytes.size()});
    }
    return root.finish();
}

Json signatureStatement(const std::string& id, const std::vector<run::DataFile>& files) {
    Json resources = Json::array();
    for (const run::DataFile& file : files)
        resources.push_back({{"name", file.name}, {"algorithm", "sha256"}, {"digest", file.sha256}});
    return {{"_type", "https://in-toto.io/Statement/v1"},
            {"subject", Json::array({{{"name", id}, {"digest", {{"sha256", rootDigest(files)}}}}})},
            {"predicateType", "https://model_signing/signature/v1.0"},
            {"predicate",
             {{"resources", std::move(resources)},
              {"serialization",
               {{"method", "files"},
                {"hash_type", "sha256"},
                {"allow_symlinks", false},
                {"ignore_paths", unsignedPaths()}}}}}};
}

}  // namespace

Companion modelSignature(const std::string& id, std::vector<run::DataFile> files,
                         const audit::SigningKey& key) {
    std::ranges::sort(files, {}, &run::DataFile::name);
    const std::string payload = run::jsonText(signatureStatement(id, files));
    const Json bundle{
        {"mediaType", "application/vnd.dev.sigstore.bundle.v0.3+json"},
        {"verificationMaterial",
         {{"publicKey", {{"hint", audit::keyHint(key.publicKey())}}}, {"tlogEntries", Json::array()}}},
        {"dsseEnvelope", audit::signedEnvelope(audit::inTotoPayload, payload, key)}};
    return {modelSignatureName, run::jsonText(bundle, 2) + "\n"};
}

const std::vector<std::string>& unsignedPaths() {
    static const std::vector<std::string> paths{"devices.json",     "label.json", "measurement.json",
                                                modelSignatureName, "report",     "run.db-journal",
                                                "run.db-shm",       "run.db-wal", "states"};
    return paths;
}

const std::vector<std::string>& companionNames() {
    static const std::vector<std::string> names{"provenance.intoto.json", "ml-bom.cdx.json", "MODEL_CARD.md"};
    return names;
}

std::string utcText(std::int64_t ms) {
    const std::time_t seconds = ms / 1000;
    std::tm utc{};
    ::gmtime_r(&seconds, &utc);
    return fmt::format("{:%Y-%m-%dT%H:%M:%SZ}", utc);
}

}  // namespace prunescope::workspace
