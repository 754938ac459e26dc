#include "bench/report_json.h"

namespace prunescope::bench {
namespace {

using Json = nlohmann::json;

Json machineJson(const Machine& machine) {
    return {{"name", machine.name},
            {"cores", machine.cores},
            {"isa", machine.instructionSet},
            {"fma_gflops_per_core", machine.fmaGflopsPerCore},
            {"fma_gflops", machine.fmaGflops},
            {"bandwidth_gb_s", machine.bandwidthGbS}};
}

Json latencyJson(const Latency& latency) {
    return {
        {"median", latency.median}, {"p95", latency.p95}, {"p99", latency.p99}, {"samples", latency.samples}};
}

Json denseJson(const Report& report) {
    return {{"train_ms", report.dense.stepMs},
            {"train_images_per_second", report.imagesPerSecond(report.dense.stepMs)},
            {"infer_images_per_second", report.imagesPerSecond(report.dense.inferMs)},
            {"batch1_us", latencyJson(report.dense.batch1)}};
}

Json gflopsJson(const Report& report, double denseMacs, double macsLeft, double ms) {
    return {{"dense_equivalent", report.gflops(denseMacs, ms)}, {"real", report.gflops(macsLeft, ms)}};
}

Json resultJson(const Report& report, const Result& r) {
    const Theory& t = r.theory;
    const Gains gains = report.gains(r);
    return {{"sparsity", r.sparsity},
            {"own_model", r.own},
            {"achieved_sparsity", t.sparsity},
            {"train_images_per_second", report.imagesPerSecond(r.explorationMs)},
            {"exploration_ms", r.explorationMs},
            {"exploitation_ms", r.exploitationMs},
            {"infer_images_per_second", report.imagesPerSecond(r.inferMs)},
            {"batch1_us", latencyJson(r.batch1)},
            {"bytes", t.storedBytes},
            {"dense_bytes", t.denseBytes},
            {"theoretical_speedup", t.speedup()},
            {"theoretical_speedup_exploration", t.explorationSpeedup()},
            {"theoretical_speedup_exploitation", t.exploitationSpeedup()},
            {"measured_speedup_train", gains.exploration},
            {"measured_speedup_exploitation", gains.exploitation},
            {"measured_speedup_infer", gains.batch},
            {"measured_speedup_batch1", gains.oneImage},
            {"gflops",
             {{"exploration", gflopsJson(report, t.stepMacs, t.explorationMacs, r.explorationMs)},
              {"exploitation", gflopsJson(report, t.stepMacs, t.exploitationMacs, r.exploitationMs)},
              {"inference", gflopsJson(report, t.macs, t.macsLeft, r.inferMs)}}},
            {"roofline",
             {{"theoretical_operations_per_byte", t.intensity(report.request.batch)},
              {"roof_gflops", report.roofGflops(r)},
              {"bound_by_memory", report.boundByMemory(r)}}}};
}

}  // namespace

nlohmann::json reportJson(const Report& report) {
    Json results = Json::array();
    for (const Result& result : report.results) results.push_back(resultJson(report, result));
    return {{"machine", machineJson(report.machine)},
            {"model", report.request.model},
            {"weights", report.request.weights.empty() ? Json() : Json(report.request.weights.string())},
            {"threads", report.request.threads},
            {"batch", report.request.batch},
            {"dense", denseJson(report)},
            {"results", std::move(results)}};
}

}  // namespace prunescope::bench
