#include "store/run_seal.h"

#include "audit/canonical_json.h"
#include "base/error.h"
#include "base/file.h"
#include "base/json_reader.h"
#include "base/sha256.h"
#include "store/is_there.h"

#include <algorithm>
#include <set>

namespace prunescope::store {
namespace {

using Json = nlohmann::json;

constexpr const char* sealType = "prunescope-seal-1";
constexpr std::uint64_t largestSeal = std::uint64_t{1} << 20U;
constexpr JsonLimits sealLimits{.bytes = largestSeal, .values = 10'000, .depth = 5};

Error noSeal(const std::string& where) {
    return {where, Text::of("is no seal of a run"), Text::of("Restore it from a copy of the run's folder.")};
}

Json statementToJson(const SealStatement& statement) {
    Json files = Json::array();
    for (const run::DataFile& file : statement.files)
        files.push_back({{"name", file.name}, {"bytes", file.bytes}, {"sha256", file.sha256}});
    return {{"type", sealType},          {"links", statement.head.links}, {"hash", statement.head.hash},
            {"files", std::move(files)}, {"signer", statement.signer},    {"sealed_ms", statement.sealedMs}};
}

/// The object has these keys and no others: what a reader passes over, another might take for signed.
bool hasExactly(const Json& json, const std::set<std::string>& keys) {
    if (!json.is_object() || json.size() != keys.size()) return false;
    return std::ranges::all_of(keys, [&](const std::string& key) { return json.contains(key); });
}

std::string textAt(const Json& json, const char* key, const std::string& where) {
    if (!json.at(key).is_string()) throw noSeal(where);
    return json.at(key).get<std::string>();
}

std::int64_t countAt(const Json& json, const char* key, const std::string& where) {
    const Json& value = json.at(key);
    const auto most = static_cast<std::uint64_t>(audit::largestExactInteger);
    if (!value.is_number_unsigned() || value.get<std::uint64_t>() > most) throw noSeal(where);
    return value.get<std::int64_t>();
}

std::string digestAt(const Json& json, const char* key, const std::string& where) {
    std::string digest = textAt(json, key, where);
    if (!isDigest(digest)) throw noSeal(where);
    return digest;
}

SealStatement statementFromJson(const Json& json, const std::string& where) {
    if (!hasExactly(json, {"type", "links", "hash", "files", "signer", "sealed_ms"}) ||
        json["type"] != sealType || !json["files"].is_array())
        throw noSeal(where);
    // One after the other: GCC 12 destroys parts twice where a later one of an initializer throws.
    SealStatement statement;
    statement.head.links = countAt(json, "links", where);
    statement.head.hash = digestAt(json, "hash", where);
    statement.signer = textAt(json, "signer", where);
    statement.sealedMs = countAt(json, "sealed_ms", where);
    for (const Json& file : json["files"]) {
        if (!hasExactly(file, {"name", "bytes", "sha256"})) throw noSeal(where);
        statement.files.push_back(
            {textAt(file, "name", where), countAt(file, "bytes", where), digestAt(file, "sha256", where)});
    }
    return statement;
}

}  // namespace

bool RunSeal::isSigned() const {
    return audit::isSignedBy(publicKey, sealedBytes(statement), signature);
}

std::string sealedBytes(const SealStatement& statement) {
    return audit::canonicalJson(statementToJson(statement));
}

RunSeal signedSeal(const SealStatement& statement, const audit::SigningKey& key) {
    return {statement, key.publicKey(), key.sign(sealedBytes(statement))};
}

std::string sealText(const RunSeal& seal) {
    return Json{{"statement", statementToJson(seal.statement)},
                {"public_key", seal.publicKey},
                {"signature", seal.signature}}
               .dump(2) +
           "\n";
}

RunSeal sealFromText(std::string_view text, const std::string& where) {
    const Json json = readJson(text, where, noSeal(where).mend(), sealLimits);
    if (!hasExactly(json, {"statement", "public_key", "signature"})) throw noSeal(where);
    return {statementFromJson(json["statement"], where), textAt(json, "public_key", where),
            textAt(json, "signature", where)};
}

std::optional<RunSeal> readSeal(const RunFolder& folder) {
    if (!isThere(folder.seal())) return std::nullopt;
    return sealFromText(readFile(folder.seal(), largestSeal, Links::refuse), folder.seal().string());
}

const std::vector<std::string>& sealedFileNames() {
    static const std::vector<std::string> names{"config.json", "final.weights"};
    return names;
}

}  // namespace prunescope::store
