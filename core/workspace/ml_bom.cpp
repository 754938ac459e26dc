#include "run/quality.h"
#include "run/record_json.h"
#include "workspace/companions.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <cmath>
#include <utility>

namespace prunescope::workspace {
namespace {

using Json = nlohmann::json;

Json hashesOf(const std::string& sha256) {
    return Json::array({{{"alg", "SHA-256"}, {"content", sha256}}});
}

/// A UUID of version 8 (RFC 9562): the first digits of the hash, but for those that say so.
std::string serialNumber(const std::string& hash) {
    return fmt::format("urn:uuid:{}-{}-8{}-a{}-{}", hash.substr(0, 8), hash.substr(8, 4), hash.substr(12, 3),
                       hash.substr(15, 3), hash.substr(18, 12));
}

Json metrics(const run::RunRecord& record) {
    Json list = Json::array();
    for (auto e = record.evaluations.rbegin(); e != record.evaluations.rend(); ++e) {
        if (e->split != run::Split::test) continue;
        for (const run::QualityMeasure& measure : run::qualityMeasures(e->task())) {
            const double value = measure.of(*e);
            if (std::isfinite(value))
                list.push_back(
                    {{"type", measure.key}, {"value", fmt::format("{}", value)}, {"slice", "test"}});
        }
        break;
    }
    return list;
}

Json modelCardOf(const run::RunRecord& record) {
    const run::DatasetDescription& data = record.header.dataset;
    const bool classes = data.task() == run::Task::classification;
    const std::string output = classes ? fmt::format("{} classes", data.classNames.size()) : "a number";
    return {{"modelParameters",
             {{"approach", {{"type", "supervised"}}},
              {"task", classes ? "classification" : "regression"},
              {"modelArchitecture", record.header.network.name},
              {"datasets", Json::array({{{"ref", "data"}}})},
              {"inputs", Json::array({{{"format", fmt::format("{}", fmt::join(data.imageShape, "x"))}}})},
              {"outputs", Json::array({{{"format", output}}})}}},
            {"quantitativeAnalysis", {{"performanceMetrics", metrics(record)}}}};
}

Json filesAsComponents(const std::vector<run::DataFile>& files, const std::string& prefix) {
    Json list = Json::array();
    for (const run::DataFile& file : files) {
        list.push_back({{"type", "file"},
                        {"bom-ref", fmt::format("{}-{}", prefix, list.size() + 1)},
                        {"name", file.name},
                        {"hashes", hashesOf(file.sha256)}});
    }
    return list;
}

Json components(const run::RunRecord& record) {
    const run::DatasetDescription& data = record.header.dataset;
    Json list = Json::array({{{"type", "data"},
                              {"bom-ref", "data"},
                              {"name", data.title},
                              {"data", Json::array({{{"type", "dataset"}, {"name", data.name}}})},
                              {"components", filesAsComponents(data.files, "data")}}});
    if (!record.header.network.initialWeights) return list;
    for (Json& file : filesAsComponents(record.header.network.initialWeights->files, "initial-weights"))
        list.push_back(std::move(file));
    return list;
}

}  // namespace

Companion mlBom(const SealedRun& run) {
    const run::RunHeader& header = run.record.header;
    const Json program{
        {"type", "application"}, {"name", "Prunescope"}, {"version", header.provenance.version}};
    const Json bom{{"bomFormat", "CycloneDX"},
                   {"specVersion", "1.6"},
                   {"serialNumber", serialNumber(run.head.hash)},
                   {"version", 1},
                   {"metadata",
                    {{"timestamp", utcText(run.sealedMs)},
                     {"tools", {{"components", Json::array({program})}}},
                     {"component",
                      {{"type", "machine-learning-model"},
                       {"bom-ref", "model"},
                       {"name", header.network.name},
                       {"version", run.id},
                       {"hashes", hashesOf(run.weights.sha256)},
                       {"modelCard", modelCardOf(run.record)}}}}},
                   {"components", components(run.record)},
                   {"dependencies", Json::array({{{"ref", "model"}, {"dependsOn", Json::array({"data"})}}})}};
    return {"ml-bom.cdx.json", run::jsonText(bom, 2) + "\n"};
}

}  // namespace prunescope::workspace
