#include "audit/dsse.h"
#include "run/config_io.h"
#include "run/record_json.h"
#include "workspace/companions.h"

#include <utility>

namespace prunescope::workspace {
namespace {

using Json = nlohmann::json;

/// ResourceDescriptors of in-toto.
Json dependencies(const run::RunRecord& record) {
    Json list = Json::array();
    const auto add = [&](const std::vector<run::DataFile>& files) {
        for (const run::DataFile& file : files)
            list.push_back({{"name", file.name}, {"digest", {{"sha256", file.sha256}}}});
    };
    add(record.header.dataset.files);
    if (record.header.network.initialWeights) add(record.header.network.initialWeights->files);
    return list;
}

Json builder(const run::Provenance& provenance) {
    Json json{{"id", "urn:prunescope:prunescope"}, {"version", {{"prunescope", provenance.version}}}};
    if (!provenance.programDigest.empty()) {
        json["builderDependencies"] =
            Json::array({{{"name", "program"}, {"digest", {{"blake2b256", provenance.programDigest}}}}});
    }
    return json;
}

Json predicate(const SealedRun& run) {
    const run::RunHeader& header = run.record.header;
    return {{"buildDefinition",
             {{"buildType", "urn:prunescope:train:1"},
              {"externalParameters", {{"configuration", run::configToJson(header.config)}}},
              {"internalParameters", {{"machine", run::provenanceToJson(header.provenance)}}},
              {"resolvedDependencies", dependencies(run.record)}}},
            {"runDetails",
             {{"builder", builder(header.provenance)},
              {"metadata",
               {{"invocationId", run.id},
                {"startedOn", utcText(header.provenance.startedMs)},
                {"finishedOn", utcText(run.record.outcome.wallMs)}}},
              {"byproducts", Json::array({{{"name", "run.db"},
                                           {"digest", {{"blake2b256", run.head.hash}}},
                                           {"annotations", {{"links", run.head.links}}}}})}}}};
}

}  // namespace

Companion slsaProvenance(const SealedRun& run, const audit::SigningKey& key) {
    const Json statement{
        {"_type", "https://in-toto.io/Statement/v1"},
        {"subject",
         Json::array({{{"name", run.weights.name}, {"digest", {{"sha256", run.weights.sha256}}}}})},
        {"predicateType", "https://slsa.dev/provenance/v1"},
        {"predicate", predicate(run)}};
    const Json envelope = audit::signedEnvelope(audit::inTotoPayload, run::jsonText(statement), key);
    return {"provenance.intoto.json", run::jsonText(envelope, 2) + "\n"};
}

}  // namespace prunescope::workspace
