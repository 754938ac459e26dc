#include "report/csv.h"

#include "report/text.h"
#include "run/quality.h"

#include <fmt/compile.h>
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <iterator>
#include <map>
#include <string>
#include <vector>

namespace prunescope::report {
namespace {

constexpr std::string_view lineEnd = "\r\n";

bool wouldBeAFormula(std::string_view text) {
    const auto first = text.find_first_not_of(' ');
    if (first == std::string_view::npos) return false;
    const std::string_view rest = text.substr(first);
    // Spreadsheets set to Japanese or Chinese take the full-width signs for the plain ones.
    constexpr std::array<std::string_view, 11> starts{"=",  "+",  "-",  "@",  "\t", "\r",
                                                      "\n", "＝", "＋", "－", "＠"};
    return std::any_of(starts.begin(), starts.end(), [&](std::string_view s) { return rest.starts_with(s); });
}

/// The evaluations of one step, by split.
struct Evaluated {
    std::array<const run::Evaluation*, 3> bySplit{};
};

std::map<StepIndex, Evaluated> evaluationsByStep(const run::RunRecord& record) {
    std::map<StepIndex, Evaluated> byStep;
    for (const auto& e : record.evaluations) {
        if (isSound(e)) byStep[e.step].bySplit[static_cast<std::size_t>(e.split)] = &e;
    }
    return byStep;
}

/// A figure that an evaluation holds, in a column for each split; empty where it is not known.
struct EvaluationColumn {
    std::string name;
    double (*value)(const run::Evaluation& evaluation);
};

const std::vector<EvaluationColumn>& classColumns() {
    static const std::vector<EvaluationColumn> columns{
        {"accuracy", [](const run::Evaluation& e) { return e.accuracy(); }},
        {"loss", [](const run::Evaluation& e) { return e.loss; }},
        {"top5_accuracy", [](const run::Evaluation& e) { return e.topFiveAccuracy; }},
        {"macro_precision", [](const run::Evaluation& e) { return e.macroPrecision(); }},
        {"macro_recall", [](const run::Evaluation& e) { return e.macroRecall(); }},
        {"macro_f1", [](const run::Evaluation& e) { return e.macroF1(); }},
        {"ece", [](const run::Evaluation& e) { return e.calibrationError; }},
        {"images", [](const run::Evaluation& e) { return static_cast<double>(e.images()); }}};
    return columns;
}

const std::vector<EvaluationColumn>& numberColumns() {
    static const std::vector<EvaluationColumn> columns = [] {
        std::vector<EvaluationColumn> made;
        for (const run::QualityMeasure& m : run::qualityMeasures(run::Task::regression))
            made.push_back({m.key, m.of});
        made.push_back({"loss", [](const run::Evaluation& e) { return e.loss; }});
        made.push_back({"rows", [](const run::Evaluation& e) { return static_cast<double>(e.images()); }});
        return made;
    }();
    return columns;
}

const std::vector<EvaluationColumn>& columnsOf(run::Task task) {
    return task == run::Task::regression ? numberColumns() : classColumns();
}

constexpr std::array evaluatedSplits{run::Split::validation, run::Split::test};

std::string headerOf(run::Task task) {
    std::string out = fmt::format(
        "step,epoch,wall_ms,process_ms,train_loss,train_{},learning_rate,sparsity_requested,sparsity_"
        "prunable,phase",
        run::mainMeasure(task).key);
    for (const run::Split split : evaluatedSplits) {
        for (const EvaluationColumn& column : columnsOf(task))
            fmt::format_to(std::back_inserter(out), ",{}_{}", run::splitName(split), column.name);
    }
    return out.append(lineEnd);
}

void appendEvaluated(std::string& out, const Evaluated& evaluated, run::Task task) {
    for (const run::Split split : evaluatedSplits) {
        const run::Evaluation* e = evaluated.bySplit[static_cast<std::size_t>(split)];
        for (const EvaluationColumn& column : columnsOf(task)) {
            out += ',';
            const double value = e == nullptr ? NAN : column.value(*e);
            if (std::isfinite(value)) fmt::format_to(std::back_inserter(out), "{}", value);
        }
    }
}

/// A row for a step without a sample: the untrained network, or one whose sample was lost.
void appendEvaluationOnly(std::string& out, StepIndex step, const Evaluated& evaluated, run::Task task) {
    const auto* any = *std::find_if(evaluated.bySplit.begin(), evaluated.bySplit.end(),
                                    [](const auto* e) { return e != nullptr; });
    fmt::format_to(std::back_inserter(out), "{},{},,,,,,,{},", step.value, any->epoch, any->sparsity);
    appendEvaluated(out, evaluated, task);
    out += lineEnd;
}

void appendSample(std::string& out, const run::MetricSample& s, run::Task task) {
    const double quality = task == run::Task::regression ? s.rmse : s.accuracy;
    fmt::format_to(std::back_inserter(out), FMT_COMPILE("{},{},{},{},{},{},{},{},{},{}"), s.step.value,
                   s.epoch, s.wallMs, s.processMs, s.loss, quality, s.learningRate, s.targetSparsity,
                   s.sparsity, s.phase == run::Phase::exploration ? "exploration" : "exploitation");
}

void appendEvent(std::string& out, const run::AuditEvent& e) {
    fmt::format_to(std::back_inserter(out), "{},{},{},{},{},{},{},{},{},{},{},{},{}\r\n", e.sequence,
                   e.step.value, e.epoch, e.wallMs, csvText(utcText(e.wallMs)), csvText(e.kind),
                   csvText(e.who), csvText(e.reason), csvText(run::eventValuesText(e.before)),
                   csvText(run::eventValuesText(e.after)), csvText(e.note.english()),
                   csvText(e.refusal ? e.refusal->request : ""),
                   csvText(e.refusal ? e.refusal->why.english() : ""));
}

}  // namespace

std::string csvText(std::string_view text) {
    std::string cell = cleanText(text);
    if (wouldBeAFormula(text)) cell.insert(cell.begin(), '\'');
    if (cell.find_first_of(",\"\r\n") == std::string::npos) return cell;
    std::string quoted = "\"";
    for (const char c : cell) {
        if (c == '"') quoted += '"';
        quoted += c;
    }
    return quoted + '"';
}

std::string metricsCsv(const ReportInput& input, const Summary& /*summary*/) {
    const run::RunRecord& record = input.record;
    const auto evaluations = evaluationsByStep(record);
    auto next = evaluations.begin();
    const run::Task task = record.header.dataset.task();
    std::string out = headerOf(task);
    out.reserve(out.size() + record.samples.size() * 128);
    for (const auto& sample : record.samples) {
        for (; next != evaluations.end() && next->first < sample.step; ++next) {
            appendEvaluationOnly(out, next->first, next->second, task);
        }
        appendSample(out, sample, task);
        if (next != evaluations.end() && next->first == sample.step) {
            appendEvaluated(out, next->second, task);
            ++next;
        } else {
            appendEvaluated(out, {}, task);
        }
        out += lineEnd;
    }
    for (; next != evaluations.end(); ++next) appendEvaluationOnly(out, next->first, next->second, task);
    return out;
}

std::string eventsCsv(const ReportInput& input, const Summary& summary) {
    std::string out =
        "sequence,step,epoch,wall_ms,time_utc,kind,who,reason,before_json,after_json,note,request,"
        "refusal\r\n";
    auto fall = summary.falls.falls.begin();
    const auto end = summary.falls.falls.end();
    for (const auto& e : input.record.events) {
        // What was measured at the step of an event was measured before the event.
        for (; fall != end && fall->event.step <= e.step; ++fall) appendEvent(out, fall->event);
        appendEvent(out, e);
    }
    for (; fall != end; ++fall) appendEvent(out, fall->event);
    return out;
}

std::string layersCsv(const ReportInput& input, const Summary& summary) {
    std::map<LayerIndex, std::string> names;
    for (const auto& layer : summary.layers) names[layer.index] = csvText(layer.name);
    const auto& measures = input.record.header.measures;
    std::string out = "step,layer,name,weights,kept,sparsity,";
    for (const auto& measure : measures) out += csvText(measure.key) + ",";
    out += "threshold,cut,revived,update_ratio\r\n";
    for (const auto& s : input.record.layerStatistics) {
        const auto name = names.find(s.layer);
        if (name == names.end()) continue;
        fmt::format_to(std::back_inserter(out), "{},{},{},{},{},{},", s.step.value, s.layer.value,
                       name->second, s.weights, s.kept, s.sparsity());
        for (std::size_t k = 0; k < measures.size(); ++k)
            fmt::format_to(std::back_inserter(out), "{},", s.ofMethod[k]);
        fmt::format_to(std::back_inserter(out), "{},{},{},{}\r\n", s.threshold, s.cut, s.revived,
                       std::isfinite(s.updateRatio) ? fmt::to_string(s.updateRatio) : "");
    }
    return out;
}

}  // namespace prunescope::report
