// Parts of the chapter on who is hurt: figures of the two networks, and images that only the pruned one gets
// wrong.

#include "report/chapters.h"
#include "report/scene.h"
#include "report/text.h"

#include <algorithm>
#include <cmath>

namespace prunescope::report {
namespace {

using Align = Table::Align;

/// A figure of both networks; `name` is its key in report.json.
struct Shown {
    Text title;
    const char* name;
    double Measurement::*value;
    bool isShare = true;
    const char* origin = "";
};

std::vector<Shown> shownFigures() {
    return {{Text::of("Accuracy"), "accuracy", &Measurement::accuracy},
            {Text::of("Accuracy among the first five"), "top_five_accuracy", &Measurement::topFiveAccuracy},
            {Text::of("Macro precision"), "macro_precision", &Measurement::macroPrecision},
            {Text::of("Macro recall"), "macro_recall", &Measurement::macroRecall},
            {Text::of("Macro F1"), "macro_f1", &Measurement::macroF1},
            {Text::of("Expected calibration error"), "calibration_error", &Measurement::calibrationError,
             true, "calibration_error"},
            {Text::of("Loss"), "loss", &Measurement::loss, false}};
}

Phrase valueOf(const Shown& figure, const std::string& field, double value) {
    if (!std::isfinite(value)) return dash();
    return figure.isShare ? percentDatum(field + figure.name, value)
                          : datum(field + figure.name, value, fixedText(value, 4));
}

Phrase differenceOf(const Shown& figure, double first, double pruned) {
    if (!std::isfinite(pruned - first)) return dash();
    if (figure.isShare) return points(pruned - first);
    const double difference = pruned - first;
    return fmt::format("{}{:.4f}", difference < 0 ? "\u2212" : "+", std::abs(difference));
}

/// Short enough to stand under a picture.
std::string classNameOf(const Source& source, std::uint16_t label) {
    constexpr std::size_t longest = 60;
    return shortened(source.summary.result.classes[label].name, longest);
}

/// As many as there are pictures of.
Pictures picturesOf(const Source& source, const std::vector<view::Flip>& flips,
                    const std::vector<TestPicture>& taken, Phrase caption) {
    Pictures block{std::move(caption)};
    for (const view::Flip& flip : flips) {
        const auto picture = std::find_if(taken.begin(), taken.end(),
                                          [&](const TestPicture& p) { return p.image == flip.image; });
        if (picture == taken.end()) continue;
        block.pictures.push_back({picture->raster, classNameOf(source, flip.truth),
                                  Phrase::of("taken for {}; sample {}", classNameOf(source, flip.second),
                                             countText(static_cast<std::int64_t>(flip.image)))});
    }
    return block;
}

Table tableOf(const Source& source, const std::vector<view::Flip>& flips) {
    Table table{{}, {{Text::of("Sample"), Align::right}, {Text::of("True class")}, {Text::of("Taken for")}}};
    for (const view::Flip& flip : flips) {
        table.rows.push_back({{countText(static_cast<std::int64_t>(flip.image)),
                               classNameOf(source, flip.truth), classNameOf(source, flip.second)}});
    }
    return table;
}

}  // namespace

Table sideBySide(const Source& source) {
    const Measurement& first = figuresOfTwin(source.summary);
    const Measurement& pruned = *source.summary.result.final;
    Table table{Text::of("The two networks on the same test samples"),
                {{Text::of("Figure")},
                 {source.summary.hurt.twin == Twin::reference ? Text::of("First: reference run")
                                                              : Text::of("First: before the first cut"),
                  Align::right},
                 {Text::of("Pruned"), Align::right},
                 {Text::of("Difference"), Align::right}}};
    for (const Shown& figure : shownFigures()) {
        const double one = first.*figure.value;
        const double other = pruned.*figure.value;
        if (!std::isfinite(one) && !std::isfinite(other)) continue;
        const Phrase mark = source.origin(figure.origin);
        table.rows.push_back({{mark.empty() ? Phrase(figure.title) : Phrase::of("{} {}", figure.title, mark),
                               valueOf(figure, "/who_is_hurt/test_of_twin/", one),
                               valueOf(figure, "/result/test/", other), differenceOf(figure, one, other)}});
    }
    table.rows.push_back(
        {{Text::of("Sparsity"), percentDatum("/who_is_hurt/test_of_twin/sparsity_prunable", first.sparsity),
          percentDatum("/result/test/sparsity_prunable", pruned.sparsity), dash()}});
    return table;
}

Blocks lostImages(const Source& source) {
    const HurtSummary& hurt = source.summary.hurt;
    if (!hurt.images) return {};
    Blocks blocks{Heading{Text::of("Samples that only the pruned network gets wrong")}};
    const auto lost = static_cast<std::int64_t>(hurt.images->lost.size());
    if (lost == 0) {
        blocks.push_back(Paragraph{Text::of("There is none.")});
        return blocks;
    }
    const std::vector<view::Flip> shown = hurt.shown();
    const Phrase caption = Phrase::of(
        "{} of {}, of as many classes as possible, those that lost most first. Samples are numbered from 0 "
        "in "
        "the "
        "order of the test set.",
        std::to_string(shown.size()), countText(lost));
    const auto& pictures = source.input.pictures;
    if (pictures && !pictures->pictures.empty()) {
        blocks.push_back(picturesOf(source, shown, pictures->pictures, caption));
        return blocks;
    }
    blocks.push_back(Paragraph{caption});
    if (pictures && !pictures->why.empty()) {
        blocks.push_back(Paragraph{Phrase::of("Their pictures cannot be shown: {}", pictures->why),
                                   Paragraph::Tone::small});
    }
    blocks.push_back(tableOf(source, shown));
    return blocks;
}

}  // namespace prunescope::report
