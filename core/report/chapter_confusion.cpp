#include "report/chapters.h"
#include "report/text.h"

namespace prunescope::report {
namespace {

using Align = Table::Align;

/// More classes than this cannot be read as a table on paper; their largest confusions are listed instead.
constexpr std::int64_t mostShown = 25;

std::optional<Table> largest(const ResultSummary& r) {
    if (r.largestConfusions.empty()) return std::nullopt;
    Table table{Text::of("Largest confusions"),
                {{Text::of("True class")},
                 {Text::of("Answered")},
                 {Text::of("Samples"), Align::right},
                 {Text::of("Share of class"), Align::right}}};
    for (const Confusion& c : r.largestConfusions) {
        const ClassSummary& truth = r.classes[static_cast<std::size_t>(c.truth)];
        table.rows.push_back(
            {{truth.name, r.classes[static_cast<std::size_t>(c.answer)].name, countText(c.images),
              percentText(static_cast<double>(c.images) / static_cast<double>(truth.images))}});
    }
    return table;
}

Matrix matrixOf(const run::Evaluation& evaluation, const ResultSummary& r) {
    Matrix matrix{.caption = Text::of("Samples by true class (rows) and answer (columns)"),
                  .corner = Text::of("true class"),
                  .note = Text::of("Shade: square root of the share of the row, so that rare confusions can "
                                   "be seen. Blue: right answers; red: wrong ones."),
                  .classes = {},
                  .images = {},
                  .counts = evaluation.confusion,
                  .beside = largest(r)};
    for (const ClassSummary& c : r.classes) {
        matrix.classes.push_back(c.name);
        matrix.images.push_back(c.images);
    }
    return matrix;
}

}  // namespace

Blocks confusionChapter(const Source& source) {
    const ResultSummary& r = source.summary.result;
    if (!r.final || source.task() == run::Task::regression) return {};
    const run::Evaluation& e = source.record().evaluations[r.final->position];
    const std::string epoch = epochText(r.final->epoch);
    const std::string images = countText(r.final->images);
    const Phrase how = source.evidence("per_class");
    Blocks blocks{
        Paragraph{source.summary.complete
                      ? Phrase::of("Final test evaluation, epoch {}, {} samples; {}.", epoch, images, how)
                      : Phrase::of("Last test evaluation, epoch {}, {} samples; {}.", epoch, images, how)}};
    if (e.classes > mostShown) {
        blocks.push_back(
            Paragraph{Phrase::of("The matrix of {} classes is in report.json.", countText(e.classes))});
        if (auto table = largest(r)) blocks.push_back(std::move(*table));
        return blocks;
    }
    blocks.push_back(matrixOf(e, r));
    return blocks;
}

}  // namespace prunescope::report
