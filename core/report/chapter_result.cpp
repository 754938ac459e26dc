#include "report/chapters.h"
#include "report/text.h"

#include <algorithm>

namespace prunescope::report {
namespace {

using Align = Table::Align;

Table::Row measurementRow(Phrase name, const Measurement& m, const std::string& field, Phrase evidence) {
    return {{std::move(name), epochText(m.epoch), countText(m.step.value), percentText(m.sparsity),
             percentDatum(field + "/accuracy", m.accuracy), percentDatum(field + "/macro_f1", m.macroF1),
             fixedText(m.loss, 4), countText(m.images), std::move(evidence)}};
}

Table beforeAndAfter(const Source& source) {
    const ResultSummary& r = source.summary.result;
    Table table{Text::of("Accuracy before and after pruning"),
                {{Text::of("Evaluation")},
                 {Text::of("Epoch"), Align::right},
                 {Text::of("Step"), Align::right},
                 {Text::of("Sparsity"), Align::right},
                 {Text::of("Accuracy"), Align::right},
                 {Text::of("Macro F1"), Align::right},
                 {Text::of("Loss"), Align::right},
                 {Text::of("Samples"), Align::right},
                 {Text::of("Evidence")}}};
    const bool complete = source.summary.complete;
    const auto add = [&](const Phrase& name, const Measurement& m, const char* field, const char* key) {
        table.rows.push_back(measurementRow(name, m, field, source.evidence(key)));
    };
    if (r.before) {
        add(r.before->step.value == 0 ? Text::of("Test, before the first cut (untrained)")
                                      : Text::of("Test, before the first cut"),
            *r.before, "/result/test_before", "test_accuracy_before");
    }
    add(complete ? strong(Text::of("Test, final: the result"))
                 : Phrase(Text::of("Test, last measured (run not finished)")),
        *r.final, "/result/test", "test_accuracy");
    add(Text::of("Test, best epoch (not a result)"), *r.best, "/result/test_best", "test_accuracy_best");
    if (r.validation) {
        add(complete ? Text::of("Validation, final") : Text::of("Validation, last measured"), *r.validation,
            "/result/validation", "validation_accuracy");
    }
    const auto& reference = source.summary.reference;
    if (reference && reference->final) {
        add(Phrase::of("Reference run {}, test, final", reference->id), *reference->final, "/reference/test",
            "reference");
    }
    return table;
}

Phrase interval(const Source& source) {
    const ResultSummary& r = source.summary.result;
    return Phrase::of(
        "With {} test samples, the accuracy is known to between {} and {} (95 % confidence, {}).",
        countText(r.final->images), percentDatum("/result/test_accuracy_interval/low", r.intervalLow),
        percentDatum("/result/test_accuracy_interval/high", r.intervalHigh), source.evidence("interval"));
}

Phrase comparedWithBefore(const ResultSummary& r) {
    if (!r.before) return Text::of("No test evaluation was made before the first weight was cut.");
    if (r.before->step.value == 0) {
        return Text::of(
            "The evaluation before the first cut is of the untrained network, at step 0. It is no measure of "
            "what pruning cost.");
    }
    return Phrase::of(
        "Before the first cut, at epoch {}, test accuracy was {}; the result differs from that by {}. The "
        "network at that epoch is not a dense twin of the result: it had trained for a shorter time.",
        epochText(r.before->epoch), percentDatum("/result/test_accuracy_before", r.before->accuracy),
        points(r.final->accuracy - r.before->accuracy));
}

void addReference(const Source& source, Blocks& blocks) {
    const auto& reference = source.summary.reference;
    const auto& final = source.summary.result.final;
    if (!reference) return;
    Phrase text = Phrase::of("Reference run {}: method {}, seed {}, {} epochs planned, state {}.",
                             strong(reference->id), reference->method, fmt::format("{}", reference->seed),
                             countText(reference->epochs), Text(run::runStateName(reference->state)));
    if (!reference->final) {
        text = Phrase::of("{} {}", text, Text::of("It holds no test evaluation."));
    } else if (final) {
        text = Phrase::of(
            "{} {}", text,
            final->numbers ? Phrase::of("This run's final test error differs from the reference's by {}.",
                                        qualityChange(source, *reference->final, *final))
                           : Phrase::of("This run's final test accuracy differs from the reference's by {}.",
                                        points(final->accuracy - reference->final->accuracy)));
    }
    blocks.push_back(Paragraph{text});
    if (!reference->differences.empty())
        blocks.push_back(Bullets{{reference->differences.begin(), reference->differences.end()}});
}

Table perClass(const ResultSummary& r) {
    Table table{Text::of("Test figures per class"),
                {{Text::of("Class")},
                 {Text::of("Samples"), Align::right},
                 {Text::of("Answered"), Align::right},
                 {Text::of("Recall before"), Align::right},
                 {Text::of("Recall after"), Align::right},
                 {Text::of("Change"), Align::right},
                 {Text::of("Precision"), Align::right},
                 {Text::of("F1"), Align::right}}};
    for (std::size_t k = 0; k < r.classes.size(); ++k) {
        const ClassSummary& c = r.classes[k];
        const std::string field = fmt::format("/per_class/{}/", k);
        table.rows.push_back(
            {{c.name, countText(c.images),
              c.answers == 0 ? strong(Text::of("never")) : Phrase(countText(c.answers)),
              c.recallBefore ? percentDatum(field + "recall_before", *c.recallBefore) : dash(),
              percentDatum(field + "recall", c.recall),
              c.recallBefore ? points(c.recall - *c.recallBefore) : dash(),
              percentDatum(field + "precision", c.precision), percentDatum(field + "f1", c.f1)}});
    }
    return table;
}

/// Of the classes without a test image.
constexpr std::size_t mostAbsentNamed = 40;

void addAbsent(const ResultSummary& result, Blocks& blocks) {
    if (result.absent.empty()) return;
    std::vector<Text> names;
    for (std::size_t i = 0; i < std::min(result.absent.size(), mostAbsentNamed); ++i)
        names.emplace_back(result.absent[i]);
    const auto more = result.absent.size() - names.size();
    const Phrase shown =
        more == 0 ? Phrase(listed(names)) : Phrase::of("{} and {} more", listed(names), std::to_string(more));
    blocks.push_back(Paragraph{Phrase::of(
        "Classes without a test sample have no recall and no F1, and no mean counts them: {}.", shown)});
}

}  // namespace

Blocks resultChapter(const Source& source) {
    const ResultSummary& r = source.summary.result;
    Blocks blocks;
    if (!r.final) {
        blocks.push_back(Paragraph{Text::of("No test evaluation was recorded, so there is no result.")});
        addReference(source, blocks);
        return blocks;
    }
    if (source.task() == run::Task::regression) {
        blocks = errorBlocks(source);
        addReference(source, blocks);
        return blocks;
    }
    blocks.push_back(beforeAndAfter(source));
    blocks.push_back(Paragraph{interval(source)});
    if (!source.summary.dense) blocks.push_back(Paragraph{comparedWithBefore(r)});
    addReference(source, blocks);
    blocks.push_back(perClass(r));
    blocks.push_back(Paragraph{
        Phrase::of("All figures {}. Before: the evaluation before the first cut, where there is one. A class "
                   "that is never answered has no precision, and an F1 of 0.",
                   source.evidence("per_class")),
        Paragraph::Tone::small});
    addAbsent(r, blocks);
    return blocks;
}

}  // namespace prunescope::report
