// The course of the run in pictures.

#include "report/chapters.h"

namespace prunescope::report {
namespace {

/// More layers than this are not all named in a picture.
constexpr std::size_t mostNamed = 14;

Phrase measureNote(const Source& source) {
    const auto& measures = source.record().header.measures;
    const auto bound = run::placeOf(measures, run::MeasureRole::bound);
    const Phrase how = source.evidence("measures");
    Phrase note = bound ? Phrase::of("{} (dashed); {}", Text(measures[*bound].title, {}), how) : how;
    if (source.summary.layers.size() <= mostNamed) return note;
    return Phrase::of("{} {}", note, Text::of("Layers from dark (first) to light (last)."));
}

}  // namespace

Blocks courseChapter(const Source& source) {
    Blocks blocks;
    const auto add = [&](std::optional<LineChart> chart, const Text& title, Phrase note) {
        if (chart) blocks.push_back(Figure{title, std::move(note), std::move(*chart)});
    };
    if (source.task() == run::Task::regression) {
        auto chart = errorChart(source);
        const Text title = chart ? chart->title : Text();
        add(std::move(chart), title,
            Text::of("of training batches (faint), validation (line), test (points); measured. The axis ends "
                     "where 95 % of the batches lie below."));
    } else
        add(accuracyChart(source), Text::of("Accuracy"),
            Text::of(
                "of training batches (faint), validation (line), test (points); measured. The axis begins "
                "where 95 % of the batches lie above."));
    add(sparsityChart(source), Text::of("Sparsity of the prunable weights"),
        Phrase::of("{} (dashed), {} (line)", source.evidence("sparsity_requested"),
                   source.evidence("sparsity_prunable")));
    if (auto chart = measureChart(source)) {
        const auto& measures = source.record().header.measures;
        add(std::move(chart), Text(measures[*run::placeOf(measures, run::MeasureRole::curve)].title, {}),
            measureNote(source));
    }
    add(churnChart(source), Text::of("Churn"),
        Phrase::of("weights cut and revived at each mask update, all layers; {}", source.evidence("churn")));
    if (blocks.empty()) return {Paragraph{Text::of("No step was recorded.")}};
    if (!source.summary.marks.empty()) {
        blocks.push_back(Paragraph{
            Phrase::of("Vertical lines: \"frozen\" is where exploration ended and exploitation began; "
                       "\"edit\" and a number is a user's change, \"guard\" and a number what the run's "
                       "guard found, by its number in the {}.",
                       chapterLink("events", Text::of("event log"))),
            Paragraph::Tone::small});
    }
    blocks.push_back(Paragraph{
        Text::of("Curves are thinned to what can be seen, with every minimum and maximum kept; metrics.csv "
                 "and layers.csv hold every value."),
        Paragraph::Tone::small});
    const Blocks falls = fallBlocks(source);
    blocks.insert(blocks.end(), falls.begin(), falls.end());
    return blocks;
}

}  // namespace prunescope::report
