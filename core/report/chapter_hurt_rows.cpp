// Who is hurt by pruning where a number is predicted: the errors of the two networks on the same rows, which
// groups lose, and the rows whose error grew most.

#include "report/chapters.h"
#include "report/text.h"
#include "view/quality_text.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace prunescope::report {
namespace {

using Align = Table::Align;

/// Of the groups, by grown RMSE; all of them are in report.json.
constexpr std::size_t mostNumberGroupsShown = 40;
constexpr std::size_t mostNumberGroupsNamed = 5;

const run::QualityMeasure& rmseMeasure() {
    return *run::qualityMeasure("rmse");
}

/// With the target's unit.
std::string errorText(const Source& source, double value) {
    return view::qualityText(rmseMeasure(), value, source.unit());
}

Phrase whatWilcoxonSays(const Source& source) {
    const view::PairedErrors& e = *source.summary.hurt.errors;
    const std::string field = "/who_is_hurt/rows/";
    const auto figure = [&](const char* key, double value) {
        const std::string sign = value < 0 ? "\u2212" : "+";
        return datum(field + key, value,
                     sign + view::qualityText(run::mainMeasure(run::Task::regression), std::abs(value),
                                              source.unit()));
    };
    const Phrase counted = Phrase::of(
        "Of {} test samples, the absolute error grew in {} and shrank in {}. It changed by {} on average, "
        "with "
        "a "
        "95 % interval from {} to {} ({}). Were growing and shrinking equally likely, the ranks would be "
        "divided at least as unevenly with a probability of {} (Wilcoxon's signed-rank test).",
        countText(e.rows), countDatum(field + "error_grew", e.grew),
        countDatum(field + "error_shrank", e.shrank), figure("mean_change", e.meanChange),
        figure("mean_change_low", e.interval.from), figure("mean_change_high", e.interval.to),
        source.evidence("paired_errors"), datum(field + "wilcoxon_p", e.p, view::significantText(e.p, 2)));
    const Text verdict =
        e.isWorse() ? Text::of("The pruned network is worse than the first, by more than chance explains.")
        : e.isBetter()
            ? Text::of("The pruned network is better than the first, by more than chance explains.")
            : Text::of("By these samples, the two networks cannot be told apart.");
    return Phrase::of("{} {}", counted, strong(verdict));
}

Table errorsOfBoth(const Source& source) {
    const HurtSummary& hurt = source.summary.hurt;
    Table table{Text::of("The two networks on the same test samples"),
                {{Text::of("Figure")},
                 {hurt.twin == Twin::reference ? Text::of("First: reference run")
                                               : Text::of("First: before the first cut"),
                  Align::right},
                 {Text::of("Pruned"), Align::right},
                 {Text::of("Change"), Align::right}}};
    const Measurement& first = figuresOfTwin(source.summary);
    const Measurement& pruned = *source.summary.result.final;
    for (const run::QualityMeasure& measure : run::qualityMeasures(run::Task::regression)) {
        table.rows.push_back(
            {{measure.title, qualityDatum(source, measure, "/who_is_hurt/test_of_twin", first),
              qualityDatum(source, measure, "/result/test", pruned),
              view::qualityChangeText(measure, first.of(measure), pruned.of(measure), source.unit())}});
    }
    return table;
}

Phrase whichNumberGroups(const HurtSummary& hurt) {
    std::vector<Text> names;
    std::int64_t count = 0;
    std::int64_t unknown = 0;
    for (const HurtNumberGroup& g : hurt.numberGroups) {
        unknown += g.figures.change ? 0 : 1;
        if (!g.isHurt()) continue;
        if (++count <= static_cast<std::int64_t>(mostNumberGroupsNamed)) names.emplace_back(g.name);
    }
    const std::string all = countText(static_cast<std::int64_t>(hurt.numberGroups.size()));
    Phrase said = count == 0
                      ? Phrase::of(
                            "Of none of the {} groups does the interval of the change of RMSE lie above "
                            "zero: no group is known to be hurt.",
                            all)
                      : Phrase::of(
                            "Of {} of {} groups, the whole interval of the change of RMSE lies above "
                            "zero, first: {}.",
                            countText(count), all, strong(listed(names)));
    if (unknown == 0) return said;
    return Phrase::of("{} {}", said,
                      Phrase::of("{} of them have too few samples for an interval: fewer than {}.",
                                 countText(unknown), countText(view::fewestForChange)));
}

Table::Row rowOfNumberGroup(const Source& source, std::size_t place) {
    const HurtNumberGroup& g = source.summary.hurt.numberGroups[place];
    const std::string field = fmt::format("/who_is_hurt/groups_by_grown_rmse/{}/", place);
    const auto error = [&](const char* key, double value) {
        return datum(field + key, value, errorText(source, value));
    };
    const Phrase change =
        datum(field + "rmse_change", g.figures.rmseChange(),
              view::qualityChangeText(rmseMeasure(), 0, g.figures.rmseChange(), source.unit()));
    return {{g.name, countText(g.figures.second.rows), error("rmse_of_twin", g.figures.first.rmse()),
             error("rmse", g.figures.second.rmse()), g.isHurt() ? strong(change) : change,
             g.figures.change ? Phrase(view::qualityChangeIntervalText(rmseMeasure(), *g.figures.change))
                              : dash(),
             error("mae_of_twin", g.figures.first.meanAbsolute),
             error("mae", g.figures.second.meanAbsolute)}};
}

void addNumberGroups(const Source& source, Blocks& blocks) {
    const HurtSummary& hurt = source.summary.hurt;
    if (hurt.numberGroups.empty()) return;
    blocks.push_back(Heading{Text::of("By group")});
    blocks.push_back(Paragraph{whichNumberGroups(hurt)});
    Table table{Text::of("Groups by grown RMSE"),
                {{Text::of("Group")},
                 {Text::of("Samples"), Align::right},
                 {Text::of("RMSE, first"), Align::right},
                 {Text::of("RMSE, pruned"), Align::right},
                 {Text::of("Change"), Align::right},
                 {Text::of("95 % interval"), Align::right},
                 {Text::of("MAE, first"), Align::right},
                 {Text::of("MAE, pruned"), Align::right}}};
    for (std::size_t i = 0; i < std::min(hurt.numberGroups.size(), mostNumberGroupsShown); ++i)
        table.rows.push_back(rowOfNumberGroup(source, i));
    blocks.push_back(std::move(table));
    if (hurt.numberGroups.size() > mostNumberGroupsShown) {
        blocks.push_back(Paragraph{Phrase::of("The first {} of {} groups are shown; all are in report.json.",
                                              std::to_string(mostNumberGroupsShown),
                                              std::to_string(hurt.numberGroups.size()))});
    }
    blocks.push_back(Paragraph{
        Phrase::of(
            "Which sample is of which group is said by the data; the network does not see it. Intervals "
            "{}. Each stands for its group alone: by chance, about one group in forty that lost "
            "nothing has its whole interval above zero.",
            source.evidence("group_rmse")),
        Paragraph::Tone::small});
}

void addGrownErrors(const Source& source, Blocks& blocks) {
    const HurtSummary& hurt = source.summary.hurt;
    blocks.push_back(Heading{Text::of("Samples whose error grew most")});
    if (hurt.grown.empty()) {
        blocks.push_back(Paragraph{Text::of("There is none.")});
        return;
    }
    const bool grouped = !hurt.numberGroups.empty();
    Table table{Text::of("Samples are numbered from 0 in the order of the test set."),
                {{Text::of("Sample"), Align::right},
                 {Text::of("True value"), Align::right},
                 {Text::of("Predicted, first"), Align::right},
                 {Text::of("Predicted, pruned"), Align::right},
                 {Text::of("Growth of the error"), Align::right}}};
    if (grouped) table.columns.push_back({Text::of("Group")});
    for (std::size_t i = 0; i < hurt.grown.size(); ++i) {
        const HurtRow& row = hurt.grown[i];
        const std::string field = fmt::format("/who_is_hurt/rows/error_grew_most/{}/", i);
        const auto value = [&](const char* key, double number) {
            return datum(field + key, number, errorText(source, number));
        };
        table.rows.push_back(
            {{countText(static_cast<std::int64_t>(row.figures.row)), value("true_value", row.figures.wanted),
              value("predicted_by_twin", row.figures.first), value("predicted", row.figures.second),
              value("error_growth", row.figures.growth())}});
        if (grouped) table.rows.back().cells.push_back(known(row.group));
    }
    blocks.push_back(std::move(table));
}

}  // namespace

Blocks hurtRows(const Source& source) {
    const HurtSummary& hurt = source.summary.hurt;
    Blocks blocks{errorsOfBoth(source),
                  Paragraph{hurt.errors ? whatWilcoxonSays(source) : Phrase(hurt.whyNotByImage)}};
    if (!hurt.errors) return blocks;
    addNumberGroups(source, blocks);
    addGrownErrors(source, blocks);
    return blocks;
}

}  // namespace prunescope::report
