#include "speed/report_json.h"

#include "run/measurement_json.h"

namespace prunescope::speed {
namespace {

using Json = nlohmann::json;

Json machineJson(const Machine& machine) {
    return {{"name", machine.name},
            {"cores", machine.cores},
            {"isa", machine.instructionSet},
            {"fma_gflops_per_core", machine.fmaGflopsPerCore},
            {"fma_gflops", machine.fmaGflops},
            {"bandwidth_gb_s", machine.memoryGbS()}};
}

Json latencyJson(const Latency& latency) {
    return {
        {"median", latency.median}, {"p95", latency.p95}, {"p99", latency.p99}, {"samples", latency.samples}};
}

Json denseJson(const Report& report) {
    return {{"train_ms", report.dense.stepMs.median},
            {"train_images_per_second", report.imagesPerSecond(report.dense.stepMs.median)},
            {"infer_images_per_second", report.imagesPerSecond(report.dense.inferMs.median)},
            {"train_ms_quartiles", run::quartilesToJson(report.dense.stepMs)},
            {"infer_ms_quartiles", run::quartilesToJson(report.dense.inferMs)},
            {"batch1_ms_quartiles", run::quartilesToJson(report.dense.oneImageMs)},
            {"batch1_us", latencyJson(report.dense.batch1)}};
}

Json gflopsJson(const Report& report, double denseMacs, double macsLeft, double ms) {
    return {{"dense_equivalent", report.gflops(denseMacs, ms)}, {"real", report.gflops(macsLeft, ms)}};
}

Json resultJson(const Report& report, const Result& r) {
    const Theory& t = r.theory;
    return {{"sparsity", r.sparsity},
            {"own_model", r.own},
            {"achieved_sparsity", t.sparsity},
            {"train_images_per_second", report.imagesPerSecond(r.explorationMs.median)},
            {"exploration_ms", r.explorationMs.median},
            {"exploitation_ms", r.exploitationMs.median},
            {"infer_images_per_second", report.imagesPerSecond(r.inferMs.median)},
            {"batch1_us", latencyJson(r.batch1)},
            {"bytes", t.storedBytes},
            {"dense_bytes", t.denseBytes},
            {"theoretical_speedup", t.speedup()},
            {"theoretical_speedup_exploration", t.explorationSpeedup()},
            {"theoretical_speedup_exploitation", t.exploitationSpeedup()},
            {"measured_speedup_train", r.gains.exploration.median},
            {"measured_speedup_exploitation", r.gains.exploitation.median},
            {"measured_speedup_infer", r.gains.batch.median},
            {"measured_speedup_batch1", r.gains.oneImage.median},
            {"quartiles",
             {{"exploration_ms", run::quartilesToJson(r.explorationMs)},
              {"exploitation_ms", run::quartilesToJson(r.exploitationMs)},
              {"infer_ms", run::quartilesToJson(r.inferMs)},
              {"batch1_ms", run::quartilesToJson(r.oneImageMs)},
              {"speedup_train", run::quartilesToJson(r.gains.exploration)},
              {"speedup_exploitation", run::quartilesToJson(r.gains.exploitation)},
              {"speedup_infer", run::quartilesToJson(r.gains.batch)},
              {"speedup_batch1", run::quartilesToJson(r.gains.oneImage)}}},
            {"gflops",
             {{"exploration", gflopsJson(report, t.stepMacs, t.explorationMacs, r.explorationMs.median)},
              {"exploitation", gflopsJson(report, t.stepMacs, t.exploitationMacs, r.exploitationMs.median)},
              {"inference", gflopsJson(report, t.macs, t.macsLeft, r.inferMs.median)}}},
            {"roofline",
             {{"theoretical_operations_per_byte", t.intensity(report.request.batch)},
              {"roof_gflops", report.roofGflops(r)},
              {"bound_by_memory", report.boundByMemory(r)}}}};
}

}  // namespace

nlohmann::json reportJson(const Report& report) {
    Json results = Json::array();
    for (const Result& result : report.results) results.push_back(resultJson(report, result));
    Json json{{"machine", machineJson(report.machine)},
              {"model", report.request.model},
              {"weights", report.request.weights.empty() ? Json() : Json(report.request.weights.string())},
              {"threads", report.request.threads},
              {"batch", report.request.batch},
              {"other_load", report.otherLoad ? Json(*report.otherLoad) : Json()},
              {"doubt", run::doubtName(report.doubt())},
              {"dense", denseJson(report)},
              {"results", std::move(results)}};
    if (!report.callers.empty()) json["callers"] = run::callersToJson(report.callers);
    return json;
}

}  // namespace prunescope::speed
