// The result of a network that predicts a number: its errors, and what it predicted beside the truth.

#include "report/chapters.h"
#include "report/text.h"
#include "view/predictions.h"
#include "view/quality_text.h"

#include <algorithm>

namespace prunescope::report {
namespace {

using Align = Table::Align;
using Tile = Tiles::Tile;

constexpr std::size_t mostBands = 24;

Table::Row rowOf(const Source& source, Phrase name, const Measurement& m, const std::string& field,
                 Phrase evidence) {
    Table::Row row{{std::move(name), epochText(m.epoch), countText(m.step.value), percentText(m.sparsity)}};
    for (const run::QualityMeasure& measure : run::qualityMeasures(run::Task::regression))
        row.cells.push_back(qualityDatum(source, measure, field, m));
    for (Phrase cell : {Phrase(fixedText(m.loss, 4)), Phrase(countText(m.images)), std::move(evidence)})
        row.cells.push_back(std::move(cell));
    return row;
}

Table errorsBeforeAndAfter(const Source& source) {
    const ResultSummary& r = source.summary.result;
    Table table{Text::of("Errors before and after pruning"),
                {{Text::of("Evaluation")},
                 {Text::of("Epoch"), Align::right},
                 {Text::of("Step"), Align::right},
                 {Text::of("Sparsity"), Align::right}}};
    for (const run::QualityMeasure& measure : run::qualityMeasures(run::Task::regression))
        table.columns.push_back({measure.title, Align::right});
    for (const Text& title : {Text::of("Loss"), Text::of("Samples")})
        table.columns.push_back({title, Align::right});
    table.columns.push_back({Text::of("Evidence")});
    const auto add = [&](Phrase name, const std::optional<Measurement>& m, const char* field,
                         const char* key) {
        if (m) table.rows.push_back(rowOf(source, std::move(name), *m, field, source.evidence(key)));
    };
    add(Text::of("Test, before the first cut"), r.before, "/result/test_before", "errors_before");
    add(source.summary.complete ? strong(Text::of("Test, final: the result"))
                                : Phrase(Text::of("Test, last measured (run not finished)")),
        r.final, "/result/test", "errors");
    add(Text::of("Test, best epoch (not a result)"), r.best, "/result/test_best", "errors_best");
    add(Text::of("Validation, last measured"), r.validation, "/result/validation", "errors_of_validation");
    if (source.summary.reference)
        add(Phrase::of("Reference run {}, test, final", source.summary.reference->id),
            source.summary.reference->final, "/reference/test", "reference");
    return table;
}

Phrase intervalOfErrors(const Source& source) {
    const ResultSummary& r = source.summary.result;
    const run::QualityMeasure& measure = run::mainMeasure(run::Task::regression);
    const auto bound = [&](const char* end, double value) {
        return datum(std::string("/result/test_rmse_interval/") + end, value,
                     view::qualityText(measure, value, source.unit()));
    };
    return Phrase::of("With {} test samples, the RMSE is known to between {} and {} (95 % confidence, {}).",
                      countText(r.final->images), bound("low", r.intervalLow), bound("high", r.intervalHigh),
                      source.evidence("interval"));
}

LineChart predictedAgainstTrue(const Source& source, const run::ImageAnswers& answers) {
    const auto bands = view::predictionBands(answers, mostBands);
    std::vector<view::Point> low, median, high, perfect;
    LineChart chart{
        .id = "predicted",
        .title = Text::of("Predicted values against true ones"),
        .description = Text::of("Test samples in groups of as many by their true value: the median "
                                "prediction of each, and where 90 % of them lie.")};
    chart.x = {bands.front().wanted, bands.back().wanted};
    chart.y = {bands.front().low, bands.front().high};
    for (const view::PredictionBand& band : bands) {
        low.push_back({band.wanted, band.low});
        median.push_back({band.wanted, band.median});
        high.push_back({band.wanted, band.high});
        perfect.push_back({band.wanted, band.wanted});
        chart.y.from = std::min({chart.y.from, band.low, band.wanted});
        chart.y.to = std::max({chart.y.to, band.high, band.wanted});
    }
    chart.xTitle =
        source.unit().empty() ? Text::of("true value") : Text::of("true value ({})", source.unit());
    chart.height = 360;
    const Colour colour = Colour::of(view::Series::test);
    chart.series = {{Text::of("perfect"), {Colour::Kind::soft}, LineStyle::dashed, std::move(perfect)},
                    {Text::of("95 % lie below"), colour, LineStyle::faint, std::move(high)},
                    {Text::of("median"), colour, LineStyle::solid, median},
                    {Text::of("5 % lie below"), colour, LineStyle::faint, std::move(low)},
                    {{}, colour, LineStyle::dots, median}};
    return chart;
}

Table residualTable(const run::ImageAnswers& answers, const run::ImageAnswers* before) {
    Table table{Text::of("Quantiles of the residuals: predicted less true"), {{Text::of("Network")}}};
    for (const double share : view::residualShares)
        table.columns.push_back({fmt::format("{:.0f} %", 100 * share), Align::right});
    const auto add = [&](const Text& name, const run::ImageAnswers& of, const char* field) {
        Table::Row row{{name}};
        const auto quantiles = view::residualQuantiles(of);
        for (std::size_t k = 0; k < quantiles.size(); ++k) {
            row.cells.push_back(datum(fmt::format("/residuals/{}/{}", field, k), quantiles[k],
                                      view::significantText(quantiles[k])));
        }
        table.rows.push_back(std::move(row));
    };
    if (before != nullptr) add(Text::of("Before the first cut"), *before, "before");
    add(Text::of("Final"), answers, "final");
    return table;
}

const run::ImageAnswers* answersTo(const Source& source, const std::optional<Measurement>& m) {
    const run::RunRecord& record = source.record();
    return m ? run::answersOf(record.imageAnswers, record.evaluations[m->position]) : nullptr;
}

}  // namespace

void addErrorTiles(const Source& source, std::vector<Tile>& tiles) {
    const ResultSummary& r = source.summary.result;
    const auto& measures = run::qualityMeasures(run::Task::regression);
    if (!r.final) {
        tiles.push_back({Text::of("Test {}", measures.front().name), soft(Text::of("not measured")),
                         Text::of("no test evaluation was recorded")});
        return;
    }
    const auto at = [&](const Measurement& m, const char* key) {
        return Phrase::of("epoch {}, {} samples; {}", epochText(m.epoch), countText(m.images),
                          source.evidence(key));
    };
    for (const run::QualityMeasure& measure : measures)
        tiles.push_back({Text::of("Test {}", measure.name),
                         qualityDatum(source, measure, "/result/test", *r.final), at(*r.final, "errors")});
    const run::QualityMeasure& main = measures.front();
    if (r.before && !source.summary.dense)
        tiles.push_back({Text::of("Test {} before the first cut", main.name),
                         qualityDatum(source, main, "/result/test_before", *r.before),
                         at(*r.before, "errors_before")});
    tiles.push_back({Text::of("Best test epoch, not the result"),
                     qualityDatum(source, main, "/result/test_best", *r.best), at(*r.best, "errors_best")});
}

Blocks errorBlocks(const Source& source) {
    Blocks blocks{errorsBeforeAndAfter(source), Paragraph{intervalOfErrors(source)}};
    return blocks;
}

Blocks predictionsChapter(const Source& source) {
    const ResultSummary& r = source.summary.result;
    if (!r.final || source.task() != run::Task::regression) return {};
    const run::ImageAnswers* answers = answersTo(source, r.final);
    if (answers == nullptr || view::predictionBands(*answers, 1).empty())
        return {Paragraph{Text::of("What was predicted for each test sample was not recorded.")}};
    const run::ImageAnswers* before = source.summary.dense ? nullptr : answersTo(source, r.before);
    return {Figure{Text::of("Predicted values against true ones"), source.evidence("residuals"),
                   predictedAgainstTrue(source, *answers)},
            residualTable(*answers, before)};
}

Phrase qualityDatum(const Source& source, const run::QualityMeasure& measure, const std::string& field,
                    const Measurement& m) {
    return datum(field + "/" + measure.key, m.of(measure),
                 view::qualityText(measure, m.of(measure), source.unit()));
}

Text qualityChange(const Source& source, const Measurement& from, const Measurement& to) {
    const run::QualityMeasure& measure = run::mainMeasure(source.task());
    if (measure.unit == run::QualityUnit::share) return points(to.accuracy - from.accuracy);
    return view::qualityChangeText(measure, from.of(measure), to.of(measure), source.unit());
}

}  // namespace prunescope::report
