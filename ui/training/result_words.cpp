#include "ui/training/result_words.h"

#include "report/text.h"
#include "session/outlook.h"
#include "ui/live/outlook_words.h"
#include "ui/live/run_model.h"
#include "ui/support/engine_text.h"
#include "ui/support/format.h"
#include "view/quality_text.h"

#include <QCoreApplication>
#include <cmath>

namespace prunescope::ui {
namespace {

const QString unknownFigure = QStringLiteral("–");

struct ResultText {
    Q_DECLARE_TR_FUNCTIONS(ResultText)
};
using Figure = ResultWords::Figure;

QString fromTo(const QString& from, const QString& to) {
    return from + QStringLiteral(" → ") + to;
}

std::int64_t prunableIn(const RunModel& run) {
    return run.header()->network.prunableWeights();
}

QString qualityOf(const run::Evaluation& evaluation, const std::string& unit) {
    const run::QualityMeasure& measure = run::mainMeasure(evaluation.task());
    return qualityText(measure, measure.of(evaluation), unit);
}

QString unitOf(const RunModel& run) {
    const auto& target = run.header()->dataset.target;
    return target ? QString::fromStdString(target->unit) : QString();
}

/// "Test accuracy", or "Test RMSE".
QString testName(run::Task task) {
    return task == run::Task::classification
               ? ResultText::tr("Test accuracy")
               : ResultText::tr("Test %1").arg(QString::fromStdString(run::mainMeasure(task).name));
}

Figure liveQuality(const RunModel& run, const session::Snapshot& now) {
    const bool classes = run.header()->dataset.task() == run::Task::classification;
    const QString error = QString::fromStdString(run::mainMeasure(run::Task::regression).name);
    return {classes ? ResultText::tr("Validation accuracy") : ResultText::tr("Validation %1").arg(error),
            !now.validation ? unknownFigure
            : classes       ? percentText(now.validation->accuracy())
                            : qualityOf(*now.validation, unitOf(run).toStdString()),
            ResultText::tr(
                "Measured on the samples that are held back from training, at the end of the last epoch.")};
}

Figure liveSparsity(const session::Snapshot& now) {
    return {ResultText::tr("Sparsity"),
            fromTo(percentText(now.sparsity), percentText(session::outlookOf(now).atEnd())),
            ResultText::tr(
                "Share of the prunable weights that are pruned: now, measured, and at the end if nobody "
                "steps in.")};
}

Figure liveEpoch(const RunModel& run, const session::Snapshot& now) {
    return {ResultText::tr("Epoch"),
            ResultText::tr("%1 of %2").arg(decimalText(now.epoch, 2), countText(run.header()->config.epochs)),
            ResultText::tr("Passes over the training samples so far, and planned.")};
}

Figure liveTimeLeft(const session::Snapshot& now) {
    const bool known = now.secondsLeft > 0 && !now.ending;
    return {ResultText::tr("Time left"), known ? durationText(now.secondsLeft) : unknownFigure,
            ResultText::tr("Estimated from the speed of the last steps.")};
}

Figure errorFigure(const report::Summary& summary) {
    const report::Measurement& final = *summary.result.final;
    const run::QualityMeasure& measure = run::mainMeasure(run::Task::regression);
    const auto text = [&](double value, const std::string& unit) {
        return qualityText(measure, value, unit);
    };
    return {testName(run::Task::regression),
            ResultText::tr("%1 (%2 to %3)")
                .arg(text(final.of(measure), summary.unit), text(summary.result.intervalLow, {}),
                     text(summary.result.intervalHigh, {})),
            ResultText::tr(
                "Root mean squared error over %1 test samples at epoch %2. In brackets the 95 % interval "
                "from its standard error, from the choice of samples alone.")
                .arg(countText(final.images), decimalText(final.epoch, 2))};
}

Figure accuracyFigure(const report::Summary& summary) {
    const report::ResultSummary& result = summary.result;
    if (result.final && result.final->numbers) return errorFigure(summary);
    const QString name = ResultText::tr("Test accuracy");
    if (!result.final) return {name, unknownFigure, ResultText::tr("No test evaluation was recorded.")};
    return {name,
            ResultText::tr("%1 (%2 to %3)")
                .arg(percentText(result.final->accuracy), decimalText(100 * result.intervalLow, 2),
                     decimalText(100 * result.intervalHigh, 2)),
            ResultText::tr(
                "Measured on %1 test samples at epoch %2. In brackets the 95 % interval (Wilson), from the "
                "number of samples alone.")
                .arg(countText(result.final->images), decimalText(result.final->epoch, 2))};
}

Figure sparsityFigure(const report::Summary& summary) {
    const report::SizeSummary& size = summary.size;
    const bool known = size.networkKnown && size.prunedKnown;
    const QString reached = known ? percentText(size.sparsityPrunable) : unknownFigure;
    const QString help = ResultText::tr(
        "Share of the prunable weights that are pruned: achieved, measured, and the "
        "target that was asked for last.");
    if (summary.dense || !size.target) return {ResultText::tr("Sparsity"), reached, help};
    return {ResultText::tr("Sparsity"), fromTo(reached, percentText(*size.target)), help};
}

Figure sizeFigure(const report::Summary& summary) {
    const report::SizeSummary& size = summary.size;
    const QString name = ResultText::tr("Size");
    const QString help = ResultText::tr(
        "What the network takes if its kept weights are stored sparse, estimated, of "
        "what it takes dense; values of 32 bits.");
    const auto bytes = [](std::int64_t count) { return bytesText(static_cast<double>(count)); };
    if (!size.networkKnown) return {name, unknownFigure, help};
    if (!size.prunedKnown)
        return {name, ResultText::tr("%1 of %2").arg(unknownFigure, bytes(size.denseBytes)), help};
    return {name, ResultText::tr("%1 of %2").arg(bytes(size.sparseBytes), bytes(size.denseBytes)), help};
}

Figure costFigure(const report::Summary& summary, const std::optional<DenseTwin::Result>& twin) {
    const QString name = ResultText::tr("Against dense");
    if (!twin || !summary.result.final)
        return {name, unknownFigure,
                ResultText::tr(
                    "What pruning cost is known once a dense run of the same experiment, with the same "
                    "seed, has finished in this workspace.")};
    if (const report::Measurement& final = *summary.result.final; final.numbers) {
        const run::QualityMeasure& measure = run::mainMeasure(run::Task::regression);
        return {
            name,
            QString::fromStdString(
                view::qualityChangeText(measure, twin->quality, final.of(measure), summary.unit)),
            ResultText::tr("Test RMSE less that of %1, the dense run of the same experiment.").arg(twin->id)};
    }
    return {
        name, engineText(report::points(summary.result.final->accuracy - twin->quality)),
        ResultText::tr("Test accuracy less that of %1, the dense run of the same experiment.").arg(twin->id)};
}

QString withReason(const QString& state, const Text& reason) {
    return reason.empty() ? state : ResultText::tr("%1 Reason: %2").arg(state, engineText(reason));
}

/// One line, however many deviations there are.
QString resultSentence(const RunModel& run, const report::Summary& summary) {
    QString state = engineText(summary.readable ? summary.stateSentence : summary.verdict);
    if (const auto deviations = static_cast<std::int64_t>(summary.deviations.size()); deviations > 0)
        state += QLatin1Char(' ') + ResultText::tr("Deviations: %1.").arg(countText(deviations));
    return withReason(state, run.failure());
}

QString wholeSentence(const RunModel& run, const report::Summary& summary) {
    return withReason(engineText(summary.readable ? summary.stateText : summary.verdict), run.failure());
}

ResultWords::Tone resultTone(const RunModel& run, const report::Summary& summary) {
    using Tone = ResultWords::Tone;
    if (run.stage() == RunModel::Stage::failed || !summary.readable) return Tone::error;
    return summary.complete && summary.deviations.empty() ? Tone::plain : Tone::warning;
}

}  // namespace

ResultWords liveWords(const RunModel& run) {
    const auto now = run.snapshot();
    ResultWords words{
        .figures = {liveQuality(run, *now), liveSparsity(*now), liveEpoch(run, *now), liveTimeLeft(*now)}};
    const OutlookWords ahead(session::outlookOf(*now), prunableIn(run));
    words.sentence = ahead.ending();
    if (ahead.misses()) words.tone = ResultWords::Tone::warning;
    if (now->catchesUpWith) {
        words.sentence =
            ResultText::tr("Trains again, and compares, what is on record until step %1; then it goes on.")
                .arg(countText(now->catchesUpWith->value));
        words.tone = ResultWords::Tone::plain;
    }
    return words;
}

ResultWords resultWords(const RunModel& run, const RunResult& result) {
    if (result.summary == nullptr) {
        return {.figures = {Figure{ResultText::tr("Test accuracy"), unknownFigure, {}},
                            Figure{ResultText::tr("Sparsity"), unknownFigure, {}},
                            Figure{ResultText::tr("Size"), unknownFigure, {}},
                            Figure{ResultText::tr("Against dense"), unknownFigure, {}}},
                .sentence = result.unreadable,
                .tone = result.unreadable.isEmpty() ? ResultWords::Tone::plain : ResultWords::Tone::error};
    }
    const report::Summary& summary = *result.summary;
    return {.figures = {accuracyFigure(summary), sparsityFigure(summary), sizeFigure(summary),
                        costFigure(summary, result.twin)},
            .sentence = resultSentence(run, summary),
            .wholeSentence = wholeSentence(run, summary),
            .tone = resultTone(run, summary)};
}

}  // namespace prunescope::ui
