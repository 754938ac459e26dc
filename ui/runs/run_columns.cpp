#include "ui/runs/run_columns.h"

#include "base/number_text.h"
#include "run/spread.h"
#include "store/run_list.h"
#include "ui/runs/measured_cells.h"
#include "ui/runs/run_condition.h"
#include "ui/runs/run_differences.h"
#include "ui/support/engine_text.h"
#include "ui/support/format.h"
#include "ui/support/run_title.h"
#include "view/quality_text.h"

#include <QCoreApplication>
#include <cmath>
#include <optional>
#include <string>

namespace prunescope::ui {
namespace {

using Run = store::RunSummary;

struct RunColumns {
    Q_DECLARE_TR_FUNCTIONS(RunColumns)
};

const QString dash = QStringLiteral("–");
constexpr qsizetype longestOption = 40;  ///< letters; drawn schedules are long

QString nameOr(const std::string& name) {
    return name.empty() ? dash : QString::fromStdString(name);
}

QString percentOr(std::optional<double> share) {
    return share ? percentText(*share) : dash;
}

QVariant number(std::optional<double> value) {
    return value && std::isfinite(*value) ? QVariant(*value) : QVariant();
}

bool predictsNumber(const Run& run) {
    return run.testErrors.has_value();
}

/// By the key of a measure of numbers.
QString errorText(const Run& run, const char* key) {
    const auto value = store::testQuality(run, key);
    return value ? qualityText(*run::qualityMeasure(key), *value, run.targetUnit) : dash;
}

QString errorSpread(const run::Spread& spread) {
    return QStringLiteral("%1 ± %2  n = %3")
        .arg(significantText(spread.mean, 4), spread.deviation ? significantText(*spread.deviation, 2) : dash)
        .arg(spread.n);
}

/// Of columns that are shown when they are chosen: they would take the room of others.
bool onRequest(const Run& /*run*/) {
    return false;
}

QString conditionText(RunCondition condition) {
    switch (condition) {
        case RunCondition::recording:
            return RunColumns::tr("recording");
        case RunCondition::finished:
            return RunColumns::tr("finished");
        case RunCondition::stopped:
            return RunColumns::tr("stopped");
        case RunCondition::failed:
            return RunColumns::tr("failed");
        case RunCondition::interrupted:
            return RunColumns::tr("interrupted");
        case RunCondition::unreadable:
            break;
    }
    return RunColumns::tr("cannot be read");
}

/// An option's value as a cell shows it.
QString valueText(const RunOption& option, const nlohmann::json& value) {
    if (value.is_null()) return dash;
    if (option.choice && value.is_string() && value.get_ref<const std::string&>().size() < longestOption)
        return engineWord(value.get<std::string>());
    if (value.is_boolean()) return value.get<bool>() ? RunColumns::tr("on") : RunColumns::tr("off");
    if (value.is_number_float()) return significantText(value.get<double>(), 6);
    QString text =
        value.is_string()
            ? QString::fromStdString(value.get<std::string>())
            : QString::fromStdString(value.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace));
    if (text.size() > longestOption) text = text.left(longestOption) + QStringLiteral("…");
    return text;
}

}  // namespace

QString madeTitle(const store::RunSummary& run) {
    const QString folder = QString::fromStdString(run.id);
    return run.config ? runTitle(*run.config, folder) : folder;
}

QString shownName(const store::RunSummary& run) {
    return run.name.empty() ? madeTitle(run) : QString::fromStdString(run.name);
}

QString spreadText(const run::Spread& spread) {
    return QStringLiteral("%1 ± %2 %  n = %3")
        .arg(QString::fromStdString(percentDigits(spread.mean)),
             spread.deviation ? decimalText(100 * *spread.deviation, 2) : dash)
        .arg(spread.n);
}

// NOLINTNEXTLINE(readability-function-size): a list
const std::vector<RunColumn>& runColumns() {
    static const std::vector<RunColumn> columns{
        {.key = "compare",
         .always = true,
         .title = [] { return RunColumns::tr("Compare"); },
         .help = [] { return RunColumns::tr("Tick runs to lay their curves over each other below."); },
         .text = [](const Run&) { return QString(); },
         .value = [](const Run&) { return QVariant(); }},
        {.key = "name",
         .always = true,
         .title = [] { return RunColumns::tr("Name"); },
         .help = [] { return RunColumns::tr("What the run is called. F2 gives it another name."); },
         .text =
             [](const Run& r) {
                 return r.reference ? RunColumns::tr("%1 (reference)").arg(shownName(r)) : shownName(r);
             },
         .value = [](const Run& r) { return QVariant(shownName(r)); }},
        {.key = "network",
         .always = false,
         .title = [] { return RunColumns::tr("Network"); },
         .help = [] { return RunColumns::tr("The network that was trained."); },
         .text = [](const Run& r) { return nameOr(r.model); },
         .value = nullptr},
        {.key = "method",
         .always = false,
         .title = [] { return RunColumns::tr("Method"); },
         .help = [] { return RunColumns::tr("How it was decided which weights to prune."); },
         .text = [](const Run& r) { return nameOr(r.method); },
         .value = nullptr},
        {.key = "target",
         .always = false,
         .title = [] { return RunColumns::tr("Target"); },
         .help =
             [] { return RunColumns::tr("The share of prunable weights that the run was asked to prune."); },
         .text = [](const Run& r) { return percentOr(r.targetSparsity); },
         .value = [](const Run& r) { return number(r.targetSparsity); }},
        {.key = "seed",
         .always = false,
         .title = [] { return RunColumns::tr("Seed"); },
         .help =
             [] {
                 return RunColumns::tr(
                     "Where the random numbers start: runs that differ in nothing else show how much is "
                     "chance.");
             },
         .text = [](const Run& r) { return r.config ? QString::number(r.config->seed) : dash; },
         .value =
             [](const Run& r) {
                 return r.config ? QVariant(static_cast<qlonglong>(r.config->seed)) : QVariant();
             }},
        {.key = "dataset",
         .always = false,
         .title = [] { return RunColumns::tr("Data set"); },
         .help = [] { return RunColumns::tr("The samples the network learned from."); },
         .text = [](const Run& r) { return nameOr(r.dataset); },
         .value = nullptr},
        {.key = "sparsity",
         .always = true,
         .title = [] { return RunColumns::tr("Sparsity"); },
         .help =
             [] {
                 return RunColumns::tr(
                     "The share of prunable weights that is pruned, measured: pruned / prunable weights.");
             },
         .text = [](const Run& r) { return percentOr(r.sparsity); },
         .value = [](const Run& r) { return number(r.sparsity); },
         .spread = spreadText},
        {.key = "test_accuracy",
         .always = true,
         .title = [] { return RunColumns::tr("Test accuracy"); },
         .help =
             [] {
                 return RunColumns::tr(
                     "How many of the test samples the network names rightly, measured at its last "
                     "evaluation: right answers / test samples.");
             },
         .text = [](const Run& r) { return percentOr(r.testAccuracy); },
         .value = [](const Run& r) { return number(r.testAccuracy); },
         .spread = spreadText},
        {.key = "test_rmse",
         .always = true,
         .title = [] { return RunColumns::tr("Test RMSE"); },
         .help =
             [] {
                 return RunColumns::tr(
                     "Root mean squared error over the test samples, in the unit of the number that "
                     "is predicted: less is better.");
             },
         .text = [](const Run& r) { return errorText(r, "rmse"); },
         .value = [](const Run& r) { return number(store::testQuality(r, "rmse")); },
         .known = predictsNumber,
         .spread = errorSpread},
        {.key = "test_mae",
         .always = true,
         .title = [] { return RunColumns::tr("Test MAE"); },
         .help =
             [] {
                 return RunColumns::tr(
                     "Mean absolute error over the test samples, in the unit of the number that is "
                     "predicted: less is better.");
             },
         .text = [](const Run& r) { return errorText(r, "mae"); },
         .value = [](const Run& r) { return number(store::testQuality(r, "mae")); },
         .known = predictsNumber,
         .spread = errorSpread},
        {.key = "test_r_squared",
         .always = true,
         .title = [] { return RunColumns::tr("Test R²"); },
         .help =
             [] {
                 return RunColumns::tr(
                     "1 − mean squared error / variance of the target over the test samples: 1 is "
                     "perfect, 0 no better than always the mean.");
             },
         .text = [](const Run& r) { return errorText(r, "r_squared"); },
         .value = [](const Run& r) { return number(store::testQuality(r, "r_squared")); },
         .known = predictsNumber,
         .spread = errorSpread},
        {.key = "test_ece",
         .always = false,
         .title = [] { return RunColumns::tr("ECE"); },
         .help =
             [] {
                 return RunColumns::tr(
                     "Expected calibration error of the last test: how far the network's confidence is from "
                     "how often it is right, on average over fifteen bins of confidence.");
             },
         .text = [](const Run& r) { return percentOr(r.testCalibrationError); },
         .value = [](const Run& r) { return number(r.testCalibrationError); },
         .known = onRequest,
         .spread = spreadText},
        {.key = "test_macro_recall",
         .always = false,
         .title = [] { return RunColumns::tr("Macro recall"); },
         .help =
             [] {
                 return RunColumns::tr(
                     "The mean over the classes of the share of their test samples that is named rightly.");
             },
         .text = [](const Run& r) { return percentOr(r.testMacroRecall); },
         .value = [](const Run& r) { return number(r.testMacroRecall); },
         .known = onRequest,
         .spread = spreadText},
        {.key = "worst_recall_loss",
         .always = false,
         .title = [] { return RunColumns::tr("Worst recall loss"); },
         .help =
             [] {
                 return RunColumns::tr(
                     "By how much the recall of the class fell that lost most, from the last test without a "
                     "cut to the last one.");
             },
         .text = [](const Run& r) { return percentOr(r.worstRecallLoss); },
         .value = [](const Run& r) { return number(r.worstRecallLoss); },
         .known = onRequest,
         .spread = spreadText},
        {.key = "one_image_ms",
         .always = true,
         .title = [] { return RunColumns::tr("One sample, ms"); },
         .help =
             [] {
                 return RunColumns::tr(
                     "How long the network takes for one sample on one thread, measured on Ship: the median. "
                     "A "
                     "question mark: nothing can be concluded from the measurement.");
             },
         .text = oneImageText,
         .value = [](const Run& r) { return number(store::oneImageMs(r)); },
         .tip = oneImageTip,
         .known = hasMeasurement,
         .spread = oneImageSpread},
        {.key = "speedup",
         .always = true,
         .title = [] { return RunColumns::tr("Speed-up"); },
         .help =
             [] {
                 return RunColumns::tr(
                     "How many times as fast one sample is as with all weights, which were timed in turn "
                     "with "
                     "the kept ones: dense / pruned.");
             },
         .text = oneImageSpeedupText,
         .value = [](const Run& r) { return number(store::oneImageSpeedup(r)); },
         .tip = oneImageSpeedupTip,
         .known = hasMeasurement,
         .spread = speedupSpread},
        {.key = "stored_bytes",
         .always = true,
         .title = [] { return RunColumns::tr("Bytes"); },
         .help =
             [] {
                 return RunColumns::tr(
                     "What the weights take on disk, estimated: of each layer the kept ones with their "
                     "columns, or all where that is smaller.");
             },
         .text = storedBytesText,
         .value =
             [](const Run& r) {
                 return r.storedBytes ? QVariant(static_cast<qlonglong>(*r.storedBytes)) : QVariant();
             },
         .known = hasMeasurement,
         .spread = bytesSpread},
        {.key = "epochs",
         .always = false,
         .title = [] { return RunColumns::tr("Epochs"); },
         .help = [] { return RunColumns::tr("Passes over the training samples: done / asked for."); },
         .text =
             [](const Run& r) {
                 return QStringLiteral("%1 / %2").arg(r.epochsDone ? decimalText(*r.epochsDone, 2) : dash,
                                                      r.epochs ? countText(*r.epochs) : dash);
             },
         .value = [](const Run& r) { return number(r.epochsDone); }},
        {.key = "parent",
         .always = true,
         .title = [] { return RunColumns::tr("Parent"); },
         .help = [] { return RunColumns::tr("The run that it was branched from, and the step there."); },
         .text =
             [](const Run& r) {
                 return r.parent ? RunColumns::tr("%1, step %2")
                                       .arg(QString::fromStdString(r.parent->folder),
                                            countText(r.parent->step.value))
                                 : dash;
             },
         .value = nullptr,
         .known = [](const Run& r) { return r.parent.has_value(); }},
        {.key = "state",
         .always = true,
         .title = [] { return RunColumns::tr("State"); },
         .help = [] { return RunColumns::tr("How the run stands, and whether all of it can be read."); },
         .text = [](const Run& r) { return conditionText(conditionOf(r)); },
         .value = nullptr},
        {.key = "started",
         .always = true,
         .title = [] { return RunColumns::tr("Started"); },
         .help = [] { return RunColumns::tr("When the run was started, in local time."); },
         .text = [](const Run& r) { return r.startedMs == 0 ? dash : timeText(r.startedMs); },
         .value =
             [](const Run& r) {
                 return r.startedMs == 0 ? QVariant() : QVariant(static_cast<qlonglong>(r.startedMs));
             }},
    };
    return columns;
}

QString optionText(const RunOption& option, const store::RunSummary& run) {
    return valueText(option, optionOf(run, option.key));
}

QVariant optionValue(const RunOption& option, const store::RunSummary& run) {
    const nlohmann::json value = optionOf(run, option.key);
    if (value.is_null()) return {};
    if (value.is_number()) return number(value.get<double>());
    return valueText(option, value);
}

}  // namespace prunescope::ui
