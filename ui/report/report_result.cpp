#include "report/text.h"
#include "ui/report/report_writer.h"
#include "ui/support/engine_text.h"
#include "view/number_text.h"

namespace prunescope::ui {
namespace {

using paper::clean;
using Align = PrintTable::Align;

QStringList measurementCells(const QString& name, const report::Measurement& m, const QString& evidence) {
    return {name,
            textOf(view::epochText(m.epoch)),
            wholeText(m.step.value),
            shareText(m.sparsity),
            shareText(m.accuracy),
            shareText(m.macroF1),
            textOf(report::fixedText(m.loss, 4)),
            wholeText(m.images),
            evidence};
}

}  // namespace

void ReportWriter::accuracyTable() {
    const report::ResultSummary& r = summary_.result;
    PrintTable table(tr("Accuracy before and after pruning"), {{tr("Evaluation")},
                                                               {tr("Epoch"), Align::right},
                                                               {tr("Step"), Align::right},
                                                               {tr("Sparsity"), Align::right},
                                                               {tr("Accuracy"), Align::right},
                                                               {tr("Macro F1"), Align::right},
                                                               {tr("Loss"), Align::right},
                                                               {tr("Images"), Align::right},
                                                               {tr("Evidence")}});
    if (r.before) {
        table.row(measurementCells(r.before->step.value == 0 ? tr("Test, before the first cut (untrained)")
                                                             : tr("Test, before the first cut"),
                                   *r.before, evidence("test_accuracy_before")));
    }
    if (summary_.complete) {
        table.strongRow(measurementCells(tr("Test, final: the result"), *r.final, evidence("test_accuracy")));
    } else {
        table.row(measurementCells(tr("Test, last measured (run not finished)"), *r.final,
                                   evidence("test_accuracy")));
    }
    table.row(
        measurementCells(tr("Test, best epoch (not a result)"), *r.best, evidence("test_accuracy_best")));
    if (r.validation) {
        table.row(
            measurementCells(summary_.complete ? tr("Validation, final") : tr("Validation, last measured"),
                             *r.validation, evidence("validation_accuracy")));
    }
    if (summary_.reference && summary_.reference->final) {
        table.row(measurementCells(tr("Reference run %1, test, final").arg(clean(summary_.reference->id)),
                                   *summary_.reference->final, evidence("reference")));
    }
    table.layOut(flow_);
}

void ReportWriter::accuracyTexts() {
    const report::ResultSummary& r = summary_.result;
    flow_.text(tr("With %1 test images, the accuracy is known to between %2 and %3 (95 % confidence, %4).")
                   .arg(wholeText(r.final->images), shareText(r.intervalLow), shareText(r.intervalHigh),
                        evidence("interval")));
    if (summary_.dense) return;
    if (!r.before) {
        flow_.text(tr("No test evaluation was made before the first weight was cut."));
    } else if (r.before->step.value == 0) {
        flow_.text(
            tr("The evaluation before the first cut is of the untrained network, at step 0. It is no measure "
               "of what pruning cost."));
    } else {
        flow_.text(
            tr("Before the first cut, at epoch %1, test accuracy was %2; the result differs from that by %3. "
               "The network at that epoch is not a dense twin of the result: it had trained for a shorter "
               "time.")
                .arg(textOf(view::epochText(r.before->epoch)), shareText(r.before->accuracy),
                     points(r.final->accuracy - r.before->accuracy)));
    }
}

void ReportWriter::referenceTexts() {
    const auto& reference = summary_.reference;
    if (!reference) return;
    QString text = tr("Reference run %1: method %2, seed %3, %4 epochs planned, state %5.")
                       .arg(clean(reference->id), clean(reference->method), QString::number(reference->seed),
                            wholeText(reference->epochs), engineText(run::runStateName(reference->state)));
    if (!reference->final) {
        text += QLatin1Char(' ') + tr("It holds no test evaluation.");
    } else if (summary_.result.final) {
        text +=
            QLatin1Char(' ') + tr("This run's final test accuracy differs from the reference's by %1.")
                                   .arg(points(summary_.result.final->accuracy - reference->final->accuracy));
    }
    flow_.text(text);
    QStringList differences;
    for (const auto& difference : reference->differences)
        differences << engineText(report::cleanText(difference));
    flow_.bullets(differences);
}

void ReportWriter::classTable() {
    PrintTable table(tr("Test figures per class"), {{tr("Class")},
                                                    {tr("Images"), Align::right},
                                                    {tr("Answered"), Align::right},
                                                    {tr("Recall before"), Align::right},
                                                    {tr("Recall after"), Align::right},
                                                    {tr("Change"), Align::right},
                                                    {tr("Precision"), Align::right},
                                                    {tr("F1"), Align::right}});
    for (const report::ClassSummary& c : summary_.result.classes) {
        table.row({clean(c.name), wholeText(c.images), c.answers == 0 ? tr("never") : wholeText(c.answers),
                   c.recallBefore ? shareText(*c.recallBefore) : dash, shareText(c.recall),
                   c.recallBefore ? points(c.recall - *c.recallBefore) : dash, shareText(c.precision),
                   shareText(c.f1)});
    }
    table.layOut(flow_);
    flow_.smallText(
        tr("All figures %1. Before: the evaluation before the first cut, where there is one. A class that "
           "is never answered has no precision, and an F1 of 0.")
            .arg(evidence("per_class")));
}

void ReportWriter::result() {
    chapter(tr("Result"));
    if (!summary_.result.final) {
        flow_.text(tr("No test evaluation was recorded, so there is no result."));
        referenceTexts();
        return;
    }
    accuracyTable();
    accuracyTexts();
    referenceTexts();
    classTable();
}

}  // namespace prunescope::ui
