#include "store/tables.h"

#include "base/blake2b.h"
#include "base/sha256.h"
#include "run/config_io.h"
#include "run/record_json.h"
#include "run/recorded_text.h"
#include "store/run_folder.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <utility>

namespace prunescope::store {
namespace {

using run::Evaluation;
using run::LayerStatistic;
using run::MaskUpdateRecord;
using run::MetricSample;
using run::RunOutcome;

constexpr std::size_t longestFileName = 255;
constexpr std::int64_t mostClasses = 65536;
constexpr std::int64_t mostLayers = 10000;
/// Of one layer, so that sums over the layers cannot overflow.
constexpr std::int64_t mostWeights = std::int64_t{1} << 48U;
/// Sums over a confusion matrix stay exact and far from overflow.
constexpr std::int64_t mostImages = std::int64_t{1} << 53U;

template <class Enum, std::size_t Count>
Enum named(Row& row, const std::array<Enum, Count>& values, std::string (*name)(Enum)) {
    const std::string text = row.text();
    for (const Enum value : values) {
        if (name(value) == text) return value;
    }
    row.refuse(Text::of("a known name"));
}

void bindSample(Statement& insert, const MetricSample& s) {
    insert.bind(s.step.value, s.epoch, s.wallMs, s.processMs, s.loss, s.accuracy, s.learningRate,
                s.targetSparsity, s.sparsity, run::phaseName(s.phase), s.rmse);
}

// Braces evaluate from left to right, which is the order of the columns.
MetricSample decodeSample(Row& row) {
    return {StepIndex{row.count()},
            row.real(),
            row.integer(),
            row.real(),
            row.real(),
            row.real(),
            row.real(),
            row.real(),
            row.real(),
            named<run::Phase, 2>(row, {run::Phase::exploration, run::Phase::exploitation}, &run::phaseName),
            row.real()};
}

void bindLayerStatistic(Statement& insert, const LayerStatistic& s) {
    const auto& [m1, m2, m3, m4, m5, m6] = s.ofMethod;
    insert.bind(s.step.value, std::int64_t{s.layer.value}, s.weights, s.kept, s.threshold, s.cut, s.revived,
                s.updateRatio, m1, m2, m3, m4, m5, m6);
}

LayerStatistic decodeLayerStatistic(Row& row) {
    LayerStatistic s;
    s.step = StepIndex{row.count()};
    s.layer = LayerIndex{static_cast<std::int32_t>(row.count(mostLayers))};
    s.weights = row.count(mostWeights);
    s.kept = row.count(s.weights);
    s.threshold = row.real();
    s.cut = row.count(s.weights);
    s.revived = row.count(s.weights);
    s.updateRatio = row.real();
    for (double& measure : s.ofMethod) measure = row.real();
    return s;
}

void bindMaskUpdate(Statement& insert, const MaskUpdateRecord& update) {
    insert.bind(update.step.value, update.requested, update.sparsity, update.maskDigest);
}

MaskUpdateRecord decodeMaskUpdate(Row& row) {
    return {StepIndex{row.count()}, row.real(), row.real(), row.text(blake2bDigits)};
}

std::string confusionText(const Evaluation& evaluation) {
    return fmt::format("[{}]", fmt::join(evaluation.confusion, ","));
}

std::vector<std::int64_t> confusionFromText(const std::string& text, std::int64_t classes) {
    const nlohmann::json json = run::jsonFromText(text, "confusion");
    const auto expected = static_cast<std::size_t>(classes * classes);
    if (!json.is_array() || json.size() != expected) {
        throw Error("confusion", Text::of("is not a list of {} x {} counts", classes, classes), {});
    }
    std::vector<std::int64_t> confusion;
    confusion.reserve(expected);
    std::int64_t images = 0;
    for (const auto& entry : json) {
        if (!entry.is_number_unsigned() ||
            entry.get<std::uint64_t>() > static_cast<std::uint64_t>(mostImages - images)) {
            throw Error("confusion", Text::of("holds a value that is no count of samples"), {});
        }
        confusion.push_back(entry.get<std::int64_t>());
        images += confusion.back();
    }
    return confusion;
}

void bindEvaluation(Statement& insert, const Evaluation& e) {
    // Of classes a row has no errors, which is 0 rows of them.
    const run::NumberErrors n = e.numbers.value_or(run::NumberErrors{});
    insert.bind(e.step.value, e.epoch, run::splitName(e.split), e.sparsity, e.loss, e.classes,
                confusionText(e), e.calibrationError, e.topFiveAccuracy, n.rows, n.meanSquared,
                n.squaredDeviation, n.meanAbsolute, n.absoluteDeviation, n.targetVariance);
}

/// In [0, 1], or NaN.
double shareIn(Row& row) {
    const double value = row.real();
    if (value < 0 || value > 1) row.refuse(Text::of("a share from 0 to 1"));
    return value;
}

/// 0 or more, or NaN where a network gave no numbers any more.
double errorIn(Row& row) {
    const double value = row.real();
    if (value < 0) row.refuse(Text::of("0 or more"));
    return value;
}

std::optional<run::NumberErrors> errorsIn(Row& row) {
    const std::int64_t rows = row.count(mostImages);
    const run::NumberErrors errors{rows,         errorIn(row), errorIn(row),
                                   errorIn(row), errorIn(row), errorIn(row)};
    return rows == 0 ? std::nullopt : std::optional(errors);
}

Evaluation decodeEvaluation(Row& row) {
    Evaluation e;
    e.step = StepIndex{row.count()};
    e.epoch = row.real();
    e.split = named<run::Split, 3>(row, {run::Split::train, run::Split::validation, run::Split::test},
                                   &run::splitName);
    e.sparsity = row.real();
    e.loss = row.real();
    e.classes = row.count(mostClasses);
    e.confusion = confusionFromText(row.text(), e.classes);
    e.calibrationError = shareIn(row);
    e.topFiveAccuracy = shareIn(row);
    e.numbers = errorsIn(row);
    if (e.numbers && e.classes > 0) throw Error("rows", Text::of("has both classes and numbers"), {});
    return e;
}

void bindOutcome(Statement& insert, const RunOutcome& o) {
    insert.bind(run::runStateName(o.state), std::string(), o.step.value, o.epoch, o.wallMs, o.processMs,
                o.trainedImages, run::recordedText(o.message));
}

/// Version 1 has a plain sentence in `message`.
RunOutcome decodeOutcome(Row& row) {
    const auto state = run::runStateFromName(row.text());
    if (!state) row.refuse(Text::of("a state of a run"));
    RunOutcome outcome{*state,     row.text(), StepIndex{row.count()}, row.real(), row.integer(),
                       row.real(), row.count()};
    if (Text note = run::textFromRecord(row.text(), "note"); !note.empty()) outcome.message = std::move(note);
    return outcome;
}

void bindSavedFile(Statement& insert, const run::DataFile& file) {
    insert.bind(file.name, file.bytes, file.sha256);
}

run::DataFile decodeSavedFile(Row& row) {
    return {row.text(longestFileName), row.count(), row.text(sha256Digits)};
}

}  // namespace

const std::vector<Column>& headerColumns() {
    static const std::vector<Column> columns{"config",   "provenance",  "dataset",  "network",
                                             "schedule", "total_steps", "measures", Column{"parent", 7}};
    return columns;
}

void bindHeader(Statement& insert, const run::RunHeader& h) {
    insert.bind(run::jsonText(run::configToJson(recordedConfig(h.config))),
                run::jsonText(run::provenanceToJson(h.provenance)),
                run::jsonText(run::datasetToJson(h.dataset)), run::jsonText(run::networkToJson(h.network)),
                run::jsonText(run::scheduleToJson(h.schedule)), h.totalSteps,
                run::jsonText(run::measuresToJson(h.measures)),
                h.parent ? run::jsonText(run::parentToJson(*h.parent)) : "");
}

const Table<MetricSample>& sampleTable() {
    static const Table<MetricSample> table{
        "samples",
        {"step", "epoch", "wall_ms", "process_ms", "loss", "accuracy", "learning_rate", "target_sparsity",
         "sparsity", "phase", Column{"rmse", 5, "NULL"}},
        bindSample,
        decodeSample};
    return table;
}

const Table<LayerStatistic>& layerStatisticTable() {
    static const Table<LayerStatistic> table{
        "layer_statistics",
        {"step", "layer", "weights", "kept", "threshold", "cut", "revived", "update_ratio",
         // Before, the four of MAP had names of their own.
         Column{"measure_1", 3, "mean_attention_kept"}, Column{"measure_2", 3, "mean_attention_all"},
         Column{"measure_3", 3, "floor"}, Column{"measure_4", 3, "z"}, Column{"measure_5", 3, "0.0"},
         Column{"measure_6", 3, "0.0"}},
        bindLayerStatistic,
        decodeLayerStatistic};
    return table;
}

const Table<MaskUpdateRecord>& maskUpdateTable() {
    static const Table<MaskUpdateRecord> table{
        .name = "mask_updates",
        .columns = {"step", "requested", "sparsity", Column{"mask_digest", 6}},
        .bind = bindMaskUpdate,
        .decode = decodeMaskUpdate,
        .since = 2};
    return table;
}

const Table<Evaluation>& evaluationTable() {
    static const Table<Evaluation> table{
        "evaluations",
        {"step", "epoch", "split", "sparsity", "loss", "classes", "confusion",
         Column{"calibration_error", 4, "NULL"}, Column{"top_five_accuracy", 4, "NULL"},
         Column{"rows", 5, "0"}, Column{"mean_squared_error", 5, "0"},
         Column{"squared_error_deviation", 5, "0"}, Column{"mean_absolute_error", 5, "0"},
         Column{"absolute_error_deviation", 5, "0"}, Column{"target_variance", 5, "0"}},
        bindEvaluation,
        decodeEvaluation};
    return table;
}

const Table<run::DataFile>& savedFileTable() {
    static const Table<run::DataFile> table{.name = "saved_files",
                                            .columns = {"name", "bytes", "sha256"},
                                            .bind = bindSavedFile,
                                            .decode = decodeSavedFile,
                                            .since = 6};
    return table;
}

const Table<RunOutcome>& outcomeTable() {
    static const Table<RunOutcome> table{.name = "outcomes",
                                         .columns = {"state", "message", "step", "epoch", "wall_ms",
                                                     "process_ms", "trained_images", Column{"note", 2}},
                                         .bind = bindOutcome,
                                         .decode = decodeOutcome};
    return table;
}

std::vector<std::string> namesOf(const std::vector<Column>& columns) {
    std::vector<std::string> names;
    names.reserve(columns.size());
    for (const Column& column : columns) names.push_back(column.name);
    return names;
}

std::string insertSql(const std::string& table, const std::vector<std::string>& columns) {
    const std::vector<std::string> places(columns.size(), "?");
    return fmt::format("INSERT INTO {} ({}) VALUES ({})", table, fmt::join(columns, ", "),
                       fmt::join(places, ", "));
}

}  // namespace prunescope::store
