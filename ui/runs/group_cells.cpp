#include "ui/runs/group_cells.h"

#include "store/run_groups.h"
#include "store/run_list.h"
#include "ui/runs/run_columns.h"
#include "ui/runs/runs_model.h"
#include "ui/support/run_name.h"

#include <QStringList>
#include <algorithm>
#include <optional>
#include <utility>

namespace prunescope::ui {
namespace {

constexpr qsizetype mostValues = 4;  ///< that a cell of a group lists

/// A run that was cut short says nothing of where the experiment ends.
std::optional<store::Spread> spreadOfFinished(const RunsModel& model, const std::vector<int>& members,
                                              std::optional<double> store::RunSummary::*figure) {
    std::vector<double> values;
    for (const int row : members) {
        const store::RunSummary& run = model.run(row);
        if (run.state == run::RunState::finished && run.*figure) values.push_back(*(run.*figure));
    }
    return store::spreadOf(values);
}

QString groupTitle(const RunsModel& model, const std::vector<int>& members) {
    const store::RunSummary& first = model.run(members.front());
    const bool oneName = std::all_of(members.begin(), members.end(),
                                     [&](int row) { return model.run(row).name == first.name; });
    if (members.size() == 1 || !first.config || (oneName && !first.name.empty())) return shownName(first);
    return runTitle(*first.config, {});
}

/// "1, 2, 3", in the order of the runs, each once.
QString listedTexts(const RunsModel& model, const std::vector<int>& members, int column) {
    QStringList texts;
    for (const int row : members) {
        const QString& text = model.text(row, column);
        if (texts.contains(text)) continue;
        if (texts.size() == mostValues) return texts.join(QStringLiteral(", ")) + QStringLiteral(", …");
        texts << text;
    }
    return texts.join(QStringLiteral(", "));
}

/// The mean where the runs have numbers; of one that is not known, and of words, what the first run has.
QVariant meanValue(const RunsModel& model, const std::vector<int>& members, int column) {
    QVariant first = model.sortValue(members.front(), column);
    if (!RunsModel::isNumber(first)) return first;
    std::vector<double> values;
    for (const int row : members) {
        const QVariant value = model.sortValue(row, column);
        if (RunsModel::isNumber(value)) values.push_back(value.toDouble());
    }
    const auto spread = store::spreadOf(values);
    return spread ? QVariant(spread->mean) : QVariant();
}

}  // namespace

RunCells cellsOfGroup(const RunsModel& model, const std::vector<int>& members) {
    RunCells cells;
    for (int column = 0; column < model.columnCount(); ++column) {
        cells.texts.push_back(listedTexts(model, members, column));
        cells.values.push_back(meanValue(model, members, column));
    }
    const auto set = [&cells](int column, const QString& text, QVariant value) {
        cells.texts[static_cast<std::size_t>(column)] = text;
        cells.values[static_cast<std::size_t>(column)] = std::move(value);
    };
    const QString title = groupTitle(model, members);
    set(RunsModel::name, title, title);
    using Figure = std::pair<int, std::optional<double> store::RunSummary::*>;
    for (const auto& [column, figure] : {Figure{RunsModel::sparsity, &store::RunSummary::sparsity},
                                         Figure{RunsModel::testAccuracy, &store::RunSummary::testAccuracy}}) {
        const auto spread = spreadOfFinished(model, members, figure);
        set(column, spread ? spreadText(*spread) : QStringLiteral("–"),
            spread ? QVariant(spread->mean) : QVariant());
    }
    return cells;
}

}  // namespace prunescope::ui
