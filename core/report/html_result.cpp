#include "report/html.h"
#include "report/text.h"

#include <fmt/format.h>

namespace prunescope::report {
namespace {

using Align = Table::Align;

std::string cellOf(std::string_view field, double value) {
    return datum(field, value, percentText(value));
}

void measurementRow(const Page& page, Table& table, const std::string& name, const Measurement& m,
                    const std::string& field, std::string_view key) {
    table.row({name, epochText(m.epoch), countText(m.step.value), percentText(m.sparsity),
               datum(field + "/accuracy", m.accuracy, percentText(m.accuracy)),
               datum(field + "/macro_f1", m.macroF1, percentText(m.macroF1)), fixedText(m.loss, 4),
               countText(m.images), evidence(page, key)});
}

std::string beforeAndAfter(const Page& page) {
    const ResultSummary& r = page.summary.result;
    Table table("Accuracy before and after pruning", {{"Evaluation", Align::left},
                                                      {"Epoch", Align::right},
                                                      {"Step", Align::right},
                                                      {"Sparsity", Align::right},
                                                      {"Accuracy", Align::right},
                                                      {"Macro F1", Align::right},
                                                      {"Loss", Align::right},
                                                      {"Images", Align::right},
                                                      {"Evidence", Align::left}});
    if (r.before) {
        const bool untrained = r.before->step.value == 0;
        measurementRow(page, table,
                       untrained ? "Test, before the first cut (untrained)" : "Test, before the first cut",
                       *r.before, "/result/test_before", "test_accuracy_before");
    }
    measurementRow(page, table,
                   page.summary.complete ? "<strong>Test, final: the result</strong>"
                                         : "Test, last measured (run not finished)",
                   *r.final, "/result/test", "test_accuracy");
    measurementRow(page, table, "Test, best epoch (not a result)", *r.best, "/result/test_best",
                   "test_accuracy_best");
    if (r.validation) {
        measurementRow(page, table, page.summary.complete ? "Validation, final" : "Validation, last measured",
                       *r.validation, "/result/validation", "validation_accuracy");
    }
    const auto& reference = page.summary.reference;
    if (reference && reference->final) {
        measurementRow(page, table, fmt::format("Reference run {}, test, final", escaped(reference->id)),
                       *reference->final, "/reference/test", "reference");
    }
    return table.str();
}

std::string comparison(const Page& page) {
    const ResultSummary& r = page.summary.result;
    std::string html = paragraph(fmt::format(
        "With {} test images, the accuracy is known to between {} and {} (95 % confidence, {}).",
        countText(r.final->images), cellOf("/result/test_accuracy_interval/low", r.intervalLow),
        cellOf("/result/test_accuracy_interval/high", r.intervalHigh), evidence(page, "interval")));
    if (page.summary.dense) return html;
    if (!r.before) {
        html += paragraph("No test evaluation was made before the first weight was cut.");
    } else if (r.before->step.value == 0) {
        html += paragraph(
            "The evaluation before the first cut is of the untrained network, at step 0. It is no "
            "measure of what pruning cost.");
    } else {
        html += paragraph(fmt::format(
            "Before the first cut, at epoch {}, test accuracy was {}; the result differs from that by {}. "
            "The network "
            "at that epoch is not a dense twin of the result: it had trained for a shorter time.",
            epochText(r.before->epoch), cellOf("/result/test_accuracy_before", r.before->accuracy),
            points(r.final->accuracy - r.before->accuracy)));
    }
    return html;
}

std::string referenceText(const Page& page) {
    const auto& reference = page.summary.reference;
    if (!reference) return "";
    std::string html =
        fmt::format("Reference run <strong>{}</strong>: method {}, seed {}, {} epochs planned, state {}.",
                    escaped(reference->id), escaped(reference->method), reference->seed, reference->epochs,
                    run::runStateName(reference->state));
    if (reference->final) {
        html += fmt::format(" This run's final test accuracy differs from the reference's by {}.",
                            points(page.summary.result.final->accuracy - reference->final->accuracy));
    } else {
        html += " It holds no test evaluation.";
    }
    html = paragraph(html);
    return reference->differences.empty() ? html : html + bulletList(reference->differences);
}

std::string perClass(const Page& page) {
    const ResultSummary& r = page.summary.result;
    Table table("Test figures per class", {{"Class", Align::left},
                                           {"Images", Align::right},
                                           {"Answered", Align::right},
                                           {"Recall before", Align::right},
                                           {"Recall after", Align::right},
                                           {"Change", Align::right},
                                           {"Precision", Align::right},
                                           {"F1", Align::right}});
    for (std::size_t k = 0; k < r.classes.size(); ++k) {
        const ClassSummary& c = r.classes[k];
        const std::string field = fmt::format("/per_class/{}/", k);
        table.row({escaped(c.name), countText(c.images),
                   c.answers == 0 ? "<strong>never</strong>" : countText(c.answers),
                   c.recallBefore ? cellOf(field + "recall_before", *c.recallBefore) : "\u2013",
                   cellOf(field + "recall", c.recall),
                   c.recallBefore ? points(c.recall - *c.recallBefore) : "\u2013",
                   cellOf(field + "precision", c.precision), cellOf(field + "f1", c.f1)});
    }
    return table.str() +
           smallParagraph(fmt::format(
               "All figures {}. Before: the evaluation before the first cut, where there is one. A class "
               "that is never answered has no precision, and an F1 of 0.",
               evidence(page, "per_class")));
}

}  // namespace

std::string resultSection(const Page& page) {
    if (!page.summary.result.final) {
        return paragraph("No test evaluation was recorded, so there is no result.") +
               (page.summary.reference ? paragraph(fmt::format("A reference run was given: {}.",
                                                               escaped(page.summary.reference->id)))
                                       : "");
    }
    return beforeAndAfter(page) + comparison(page) + referenceText(page) + perClass(page);
}

}  // namespace prunescope::report
