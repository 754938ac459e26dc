#include "report/summary_json.h"

#include "base/error.h"
#include "base/sha256.h"
#include "report/hurt_json.h"
#include "report/result_json.h"
#include "run/config_io.h"
#include "run/device_measurement_json.h"
#include "run/measurement_json.h"
#include "run/record_json.h"
#include "view/accuracy_drops.h"

#include <cmath>

namespace prunescope::report {
namespace {

using Json = nlohmann::json;

Json sizeJson(const SizeSummary& s) {
    // What could not be read is null, never 0.
    const auto network = [&](std::int64_t value) { return s.networkKnown ? Json(value) : Json(); };
    const auto pruned = [&](std::int64_t value) { return s.prunedKnown ? Json(value) : Json(); };
    return {{"parameters", network(s.parameters)},
            {"prunable_weights", network(s.prunable)},
            {"pruned_weights", pruned(s.pruned)},
            {"kept_weights", pruned(s.prunable - s.pruned)},
            {"kept_parameters", pruned(s.parameters - s.pruned)},
            {"dense_bytes_theoretical", network(s.denseBytes)},
            {"sparse_bytes_estimated", pruned(s.sparseBytes)},
            {"dense_macs_theoretical", network(s.macs)},
            {"remaining_macs_theoretical", s.macsRemaining},
            {"remaining_macs_share_theoretical", s.macsShare()},
            {"cut_weights_total", s.cut},
            {"revived_weights_total", s.revived},
            {"mask_updates", s.maskUpdates}};
}

Json layerJson(const LayerSummary& layer, const std::vector<run::MeasureDescription>& measures) {
    Json json{{"index", layer.index.value},
              {"name", layer.name},
              {"kind", layer.kind},
              {"weight_shape", layer.shape},
              {"parameters", layer.parameters},
              {"weights", layer.weights},
              {"kept_weights", std::isfinite(layer.sparsity) ? Json(layer.kept) : Json()},
              {"sparsity_requested", orNull(layer.requested)},
              {"sparsity_budget", orNull(layer.budget)},
              {"sparsity", layer.sparsity},
              {"cut_weights_total", layer.cut},
              {"revived_weights_total", layer.revived},
              {"dense_macs_theoretical", layer.macs},
              {"remaining_macs_theoretical", layer.macsRemaining},
              {"last_mask_update", nullptr}};
    if (layer.last) {
        Json& last = json["last_mask_update"] = {{"step", layer.last->step.value},
                                                 {"threshold", layer.last->threshold}};
        for (std::size_t k = 0; k < measures.size(); ++k) last[measures[k].key] = layer.last->ofMethod[k];
    }
    return json;
}

Json fallJson(const Fall& fall, const run::RunRecord& record) {
    Json layers = Json::array();
    for (const FallenLayer& layer : fall.layers) {
        layers.push_back({{"name", layer.name},
                          {"cut_weights", layer.cut},
                          {"revived_weights", layer.revived},
                          {"lost_share", layer.share}});
    }
    Json events = Json::array();
    for (const std::size_t position : fall.events) events.push_back(record.events[position].sequence);
    return {{"before", measurementJson(fall.before)},
            {"after", measurementJson(fall.after)},
            {"largest_usual_fall", fall.limit},
            {"layers_that_lost_most", std::move(layers)},
            {"events_in_front", std::move(events)}};
}

Json fallsJson(const FallsSummary& falls, const run::RunRecord& record) {
    Json list = Json::array();
    for (const Fall& fall : falls.falls) list.push_back(fallJson(fall, record));
    return {{"rule",
             {{"standard_errors", view::dropRule.standardErrors},
              {"usual_changes", view::dropRule.usualChanges},
              {"fewest_measurements", view::dropRule.fewestEvaluations()}}},
            {"measurements", falls.measurements},
            {"found", falls.known() ? Json(falls.found) : Json()},
            {"list", std::move(list)}};
}

Json classJson(const ClassSummary& c) {
    return {{"name", c.name},
            {"images", c.images},
            {"answers", c.answers},
            {"recall", c.recall},
            {"precision", c.precision},
            {"f1", c.f1},
            {"recall_before", orNull(c.recallBefore)}};
}

Json eventJson(const run::AuditEvent& e) {
    return {{"sequence", e.sequence},
            {"step", e.step.value},
            {"epoch", e.epoch},
            {"wall_ms", e.wallMs},
            {"kind", e.kind},
            {"who", e.who},
            {"reason", e.reason},
            {"note", e.note.english()},
            {"before", run::eventValuesToJson(e.before)},
            {"after", run::eventValuesToJson(e.after)},
            {"refusal",
             e.refusal ? Json{{"request", e.refusal->request}, {"why", e.refusal->why.english()}} : Json()}};
}

Json confusionJson(const run::RunRecord& record, const std::optional<Measurement>& m) {
    if (!m || m->numbers) return nullptr;
    const run::Evaluation& e = record.evaluations[m->position];
    Json rows = Json::array();
    for (std::int64_t k = 0; k < e.classes; ++k) {
        const auto row = e.confusion.begin() + k * e.classes;
        rows.push_back(std::vector<std::int64_t>(row, row + e.classes));
    }
    return {{"step", m->step.value}, {"rows_true_columns_answered_images", std::move(rows)}};
}

Json evaluationJson(const run::Evaluation& e) {
    Json json{{"step", e.step.value}, {"epoch", e.epoch}, {"split", run::splitName(e.split)},
              {"images", e.images()}, {"loss", e.loss},   {"sparsity_prunable", e.sparsity}};
    if (e.numbers) {
        putErrors(*e.numbers, json);
        return json;
    }
    json.update({{"accuracy", e.accuracy()},
                 {"macro_f1", e.macroF1()},
                 {"calibration_error", e.calibrationError},
                 {"top_five_accuracy", e.topFiveAccuracy}});
    return json;
}

Json referenceJson(const std::optional<ReferenceSummary>& reference) {
    if (!reference) return nullptr;
    return {{"run", reference->id},
            {"state", run::runStateName(reference->state)},
            {"method", reference->method},
            {"seed", reference->seed},
            {"epochs", reference->epochs},
            {"test", measurementJson(reference->final)},
            {"differences", english(reference->differences)}};
}

Json speedJson(const std::optional<run::Measurement>& speed) {
    if (!speed) return nullptr;
    Json json = run::measurementToJson(*speed);
    json["dense_images_per_second"] = speed->imagesPerSecond(speed->inference.denseMs.median);
    json["pruned_images_per_second"] = speed->imagesPerSecond(speed->inference.prunedMs.median);
    return json;
}

Json originsJson(const std::vector<Origin>& origins) {
    Json json = Json::object();
    for (std::size_t i = 0; i < origins.size(); ++i) {
        json[origins[i].key] = {{"number", i + 1},
                                {"title", origins[i].title.english()},
                                {"evidence", evidenceText(origins[i].evidence).english()},
                                {"text", origins[i].text.english()}};
    }
    return json;
}

Json lengthJson(const run::TrainingLength& length) {
    return {{"epochs", length.epochs}, {"steps", length.steps}};
}

Json lineageJson(const run::RunHeader& header) {
    Json extensions = Json::array();
    for (const run::Extension& e : header.extensions) {
        extensions.push_back(
            {{"from_step", e.from.value}, {"before", lengthJson(e.before)}, {"after", lengthJson(e.after)}});
    }
    return {{"parent", header.parent ? run::parentToJson(*header.parent) : Json()},
            {"extensions", std::move(extensions)}};
}

Json runJson(const ReportInput& input) {
    const run::RunRecord& record = input.record;
    return {
        {"id", input.runId},
        {"started_ms", record.header.provenance.startedMs},
        {"ended_ms", record.outcome.state == run::RunState::running ? Json() : Json(record.outcome.wallMs)},
        {"total_steps_planned", record.header.totalSteps},
        {"epochs_planned", record.header.config.epochs},
        {"seed", record.header.config.seed},
        {"method", record.header.config.method},
        {"network", record.header.network.name},
        {"dataset", record.header.dataset.name},
        {"repeat_command", repeatCommand},
        {"report_written_ms", orNull(input.writtenMs)}};
}

template <class List, class ToJson>
Json listOf(const List& list, ToJson toJson) {
    Json json = Json::array();
    for (const auto& element : list) json.push_back(toJson(element));
    return json;
}

/// All but the lists that grow with the length of a run.
Json boundedMembers(const ReportInput& input, const Summary& summary) {
    const run::RunRecord& record = input.record;
    Json json;
    json["schema"] = reportSchema;
    json["units"] =
        "accuracy, sparsity, recall, precision, F1: shares in [0, 1]; rmse, mae, residuals: in the unit of "
        "data.target; _ms: milliseconds; times: UTC "
        "since 1970; macs: of one sample; null: not measured";
    json["run"] = runJson(input);
    json["lineage"] = lineageJson(record.header);
    json["state"] = {{"name", run::runStateName(record.outcome.state)},
                     {"complete", summary.complete},
                     {"text", summary.stateText.english()},
                     {"message", record.outcome.message.english()}};
    json["verdict"] = summary.verdict.english();
    json["result"] = resultJson(summary, record.header.dataset.task());
    json["size"] = sizeJson(summary.size);
    json["layers"] = listOf(summary.layers, [&](const LayerSummary& layer) {
        return layerJson(layer, input.record.header.measures);
    });
    json["per_class"] = listOf(summary.result.classes, classJson);
    json["classes_without_test_images"] = summary.result.absent;
    json["who_is_hurt"] = hurtToJson(summary.hurt);
    json["who_is_hurt"]["test_of_twin"] =
        summary.hurt.known() ? measurementJson(figuresOfTwin(summary)) : Json();
    json["confusion"] = confusionJson(record, summary.result.final);
    json["confusion_before"] = confusionJson(record, summary.result.before);
    json["residuals"] = residualsJson(record, summary.result);
    json["validation_falls"] = fallsJson(summary.falls, record);
    json["schedule"] = run::scheduleToJson(record.header.schedule);
    json["schedule_at_end"] = run::scheduleToJson(summary.scheduleAtEnd);
    json["data"] = run::datasetToJson(record.header.dataset);
    json["network"] = run::networkToJson(record.header.network);
    json["machine"] = run::provenanceToJson(record.header.provenance);
    json["config"] = run::configToJson(record.header.config);
    json["reference"] = referenceJson(summary.reference);
    json["speed"] = speedJson(input.speed);
    json["devices"] = Json::array();
    for (const run::DeviceMeasurement& device : input.devices)
        json["devices"].push_back(run::deviceToJson(device));
    json["weights_file"] = nullptr;
    if (input.weights) {
        json["weights_file"] = {{"name", input.weights->name},
                                {"bytes", input.weights->bytes},
                                {"sha256", input.weights->sha256}};
    }
    json["checks"] = listOf(summary.checks, [](const Check& c) {
        return Json{{"statement", c.statement.english()}, {"holds", c.holds}, {"detail", c.detail.english()}};
    });
    json["limits"] = english(summary.limits);
    json["problems"] = english(summary.problems);
    json["origins"] = originsJson(summary.origins);
    return json;
}

/// The value as it stands in a text `depth` levels deep.
std::string indented(const Json& value, std::size_t depth) {
    const std::string text = run::jsonText(value, 2);
    std::string moved;
    moved.reserve(text.size());
    // A line break inside a string is written as \n, so that each of these ends a line of the layout.
    for (const char c : text) {
        moved += c;
        if (c == '\n') moved.append(2 * depth, ' ');
    }
    return moved;
}

/// Writes members in the order of their names, as a tree of all would be.
class MemberWriter {
public:
    explicit MemberWriter(const TextSink& out) : out_(out) {}

    void member(const std::string& name, const Json& value) {
        begin(name);
        out_(indented(value, 1));
    }

    /// A list whose elements are made one by one.
    template <class List, class Wanted, class ToJson>
    void list(const std::string& name, const List& elements, const Wanted& wanted, const ToJson& toJson) {
        begin(name);
        out_("[");
        bool first = true;
        for (const auto& element : elements) {
            if (!wanted(element)) continue;
            out_((first ? "\n    " : ",\n    ") + indented(toJson(element), 2));
            first = false;
        }
        out_(first ? "]" : "\n  ]");
    }

    void end() { out_(first_ ? "{}\n" : "\n}\n"); }

private:
    void begin(const std::string& name) {
        out_((first_ ? "{\n  " : ",\n  ") + run::jsonText(name) + ": ");
        first_ = false;
    }

    const TextSink& out_;
    bool first_ = true;
};

}  // namespace

void writeReportJson(const ReportInput& input, const Summary& summary, const TextSink& out) {
    Json members = boundedMembers(input, summary);
    members["evaluations"] = members["events"] = nullptr;  // their places among the others
    const auto all = [](const auto& /*element*/) { return true; };
    MemberWriter writer(out);
    for (const auto& [name, value] : members.items()) {
        if (name == "evaluations") {
            writer.list(name, input.record.evaluations, isSound, evaluationJson);
        } else if (name == "events") {
            writer.list(name, input.record.events, all, eventJson);
        } else {
            writer.member(name, value);
        }
    }
    writer.end();
}

std::string reportJson(const ReportInput& input, const Summary& summary) {
    std::string text;
    writeReportJson(input, summary, [&text](std::string_view piece) { text += piece; });
    return text;
}

std::string reportJsonSha256(const ReportInput& input, const Summary& summary) {
    Sha256 hash;
    writeReportJson(input, summary, [&hash](std::string_view piece) { hash.update(piece); });
    return hash.finish();
}

}  // namespace prunescope::report
