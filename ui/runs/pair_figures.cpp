#include "ui/runs/pair_figures.h"

#include "report/csv.h"
#include "store/run_list.h"
#include "ui/runs/run_columns.h"
#include "ui/runs/run_differences.h"
#include "ui/runs/runs_model.h"
#include "ui/runs/test_quality.h"
#include "ui/support/engine_text.h"
#include "ui/support/format.h"
#include "view/comparison.h"
#include "view/number_text.h"

#include <fmt/format.h>

#include <QCoreApplication>
#include <cstddef>
#include <cstdint>
#include <utility>

namespace prunescope::ui {
namespace {

struct PairFigures {
    Q_DECLARE_TR_FUNCTIONS(PairFigures)
};

constexpr std::size_t mostEventRows = 1000;

PairRow rowOfColumn(RunsModel::Column column, const store::RunSummary& first,
                    const store::RunSummary& second) {
    const RunColumn& of = runColumns()[static_cast<std::size_t>(column)];
    return {of.title(), of.text(first), of.text(second)};
}

QString epochsAsked(const store::RunSummary& run) {
    return run.epochs ? countText(*run.epochs) : QStringLiteral("–");
}

/// "84.52 % (83.80 % to 85.22 %)", "54.17 kEUR (50.15 to 58.19)"
QString testedText(const store::RunSummary& run, const run::QualityMeasure& measure) {
    const auto value = store::testQuality(run, measure.key);
    if (!value) return QStringLiteral("–");
    const auto bound = [&](double figure) { return qualityText(measure, figure); };
    QString text = qualityText(measure, *value, run.targetUnit);
    view::GroupFigures figures{
        .accuracy = *value, .measure = &measure, .error = store::testQualityError(run, measure.key)};
    if (&measure == &run::mainMeasure(run::Task::classification)) figures.images = run.testImages;
    const auto interval = view::accuracyInterval(figures);
    if (!interval) return text;
    return PairFigures::tr("%1 (%2 to %3)").arg(text, bound(interval->from), bound(interval->to));
}

/// The figures that one of the two has at least.
void addTested(std::vector<PairRow>& rows, const store::RunSummary& first, const store::RunSummary& second) {
    for (const run::Task task : {run::Task::classification, run::Task::regression}) {
        for (const run::QualityMeasure& measure : run::qualityMeasures(task)) {
            if (store::testQuality(first, measure.key) || store::testQuality(second, measure.key))
                rows.push_back(
                    {testQualityTitle(measure), testedText(first, measure), testedText(second, measure)});
        }
    }
}

}  // namespace

std::vector<PairRow> settingRows(const store::RunSummary& first, const store::RunSummary& second) {
    std::vector<PairRow> rows;
    const auto add = [&rows](PairRow row) {
        if (row.first != row.second) rows.push_back(std::move(row));
    };
    for (const auto column : {RunsModel::dataset, RunsModel::network, RunsModel::method, RunsModel::target})
        add(rowOfColumn(column, first, second));
    add({PairFigures::tr("Epochs"), epochsAsked(first), epochsAsked(second)});
    add(rowOfColumn(RunsModel::seed, first, second));
    for (const RunOption& option : differingOptions({first, second}))
        rows.push_back({engineText(option.title), optionText(option, first), optionText(option, second)});
    return rows;
}

std::vector<PairRow> resultRows(const store::RunSummary& first, const store::RunSummary& second) {
    std::vector<PairRow> rows;
    addTested(rows, first, second);
    for (const auto column :
         {RunsModel::sparsity, RunsModel::storedBytes, RunsModel::oneImageMs, RunsModel::speedup})
        rows.push_back(rowOfColumn(column, first, second));
    return rows;
}

std::vector<PairRow> sampleRows(const view::TestedPair& pair) {
    if (pair.errors) {
        return {{PairFigures::tr("Smaller error, samples"), countText(pair.errors->grew),
                 countText(pair.errors->shrank)}};
    }
    if (!pair.answers) return {};
    return {{PairFigures::tr("Right alone, samples"), countText(pair.answers->first),
             countText(pair.answers->second)}};
}

std::vector<PairRow> eventRows(const std::vector<view::EventDifference>& differences) {
    std::vector<PairRow> rows;
    for (const view::EventDifference& each : differences) {
        if (rows.size() == mostEventRows) {
            const auto rest = static_cast<std::int64_t>(differences.size() - mostEventRows);
            const QString more = PairFigures::tr("%1 more").arg(countText(rest));
            rows.push_back({QStringLiteral("…"), more, more});
            break;
        }
        const auto text = [](const Text& words) { return words.empty() ? QString() : engineText(words); };
        rows.push_back(
            {QString::fromStdString(view::epochText(each.epoch)), text(each.first), text(each.second)});
    }
    return rows;
}

std::string pairCsvLines(const char* table, const std::vector<PairRow>& rows) {
    const auto cell = [](const QString& text) { return report::csvText(text.toStdString()); };
    std::string lines;
    for (const PairRow& row : rows)
        lines += fmt::format("{},{},{},{}\r\n", table, cell(row.what), cell(row.first), cell(row.second));
    return lines;
}

}  // namespace prunescope::ui
