#include "report/result_json.h"

#include "run/quality.h"
#include "view/predictions.h"

namespace prunescope::report {

using Json = nlohmann::json;

namespace {

/// Under the name of the measure that the run is judged by: "test_accuracy" or "test_rmse".
void putMain(const ResultSummary& r, run::Task task, Json& json) {
    const run::QualityMeasure& measure = run::mainMeasure(task);
    const auto figure = [&](const std::optional<Measurement>& m) {
        return m ? Json(m->of(measure)) : Json();
    };
    json["test_" + measure.key] = figure(r.final);
    json["test_" + measure.key + "_best"] = figure(r.best);
    json["test_" + measure.key + "_before"] = figure(r.before);
    json["validation_" + measure.key] = figure(r.validation);
    if (r.final) {
        json["test_" + measure.key + "_interval"] = {
            {"low", r.intervalLow}, {"high", r.intervalHigh}, {"confidence", 0.95}};
    }
}

Json residualsOf(const run::RunRecord& record, const std::optional<Measurement>& m) {
    const run::ImageAnswers* answers =
        m ? run::answersOf(record.imageAnswers, record.evaluations[m->position]) : nullptr;
    return answers == nullptr ? Json() : Json(view::residualQuantiles(*answers));
}

}  // namespace

void putErrors(const run::NumberErrors& numbers, Json& json) {
    for (const run::QualityMeasure& measure : run::qualityMeasures(run::Task::regression))
        json[measure.key] = measure.of({.step = {}, .numbers = numbers});
    json["rmse_standard_error"] = numbers.rmseStandardError();
    json["mae_standard_error"] = numbers.meanAbsoluteStandardError();
}

Json measurementJson(const std::optional<Measurement>& m) {
    if (!m) return nullptr;
    Json json{{"step", m->step.value},
              {"epoch", m->epoch},
              {"images", m->images},
              {"loss", m->loss},
              {"sparsity_prunable", m->sparsity}};
    if (m->numbers) {
        putErrors(*m->numbers, json);
        return json;
    }
    json.update({{"correct_images", m->correct},
                 {"accuracy", m->accuracy},
                 {"macro_f1", m->macroF1},
                 {"macro_precision", m->macroPrecision},
                 {"macro_recall", m->macroRecall},
                 {"calibration_error", m->calibrationError},
                 {"top_five_accuracy", m->topFiveAccuracy}});
    return json;
}

Json residualsJson(const run::RunRecord& record, const ResultSummary& result) {
    if (record.header.dataset.task() == run::Task::classification) return nullptr;
    return {{"shares", view::residualShares},
            {"final", residualsOf(record, result.final)},
            {"before", residualsOf(record, result.before)}};
}

Json resultJson(const Summary& summary, run::Task task) {
    const ResultSummary& r = summary.result;
    const SizeSummary& s = summary.size;
    Json json{{"test", measurementJson(r.final)},
              {"test_best", measurementJson(r.best)},
              {"test_before", measurementJson(r.before)},
              {"validation", measurementJson(r.validation)},
              {"sparsity_prunable_target", orNull(s.target)},
              {"sparsity_prunable_requested", orNull(s.requested)},
              {"sparsity_prunable", s.sparsityPrunable},
              {"sparsity_all", s.sparsityAll},
              {"epochs", summary.lastEpoch},
              {"steps", summary.lastStep},
              {"training_ms", summary.processMs},
              {"images_per_second", orNull(summary.imagesPerSecond)},
              {"steps_with_non_finite_loss", summary.nonFiniteLosses}};
    putMain(r, task, json);
    if (task == run::Task::classification) {
        json["macro_f1"] = r.final ? Json(r.final->macroF1) : Json();
        json["macro_f1_before"] = r.before ? Json(r.before->macroF1) : Json();
    }
    return json;
}

}  // namespace prunescope::report
