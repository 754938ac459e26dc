#include "ui/runs/group_cells.h"

#include "run/spread.h"
#include "store/run_list.h"
#include "ui/runs/run_columns.h"
#include "ui/runs/runs_model.h"
#include "ui/support/run_title.h"

#include <QStringList>
#include <algorithm>
#include <optional>
#include <utility>

namespace prunescope::ui {
namespace {

constexpr qsizetype mostValues = 4;  ///< that a cell of a group lists

/// A run that was cut short says nothing of where the experiment ends.
std::optional<run::Spread> spreadOfFinished(const RunsModel& model, const std::vector<int>& members,
                                            int column) {
    std::vector<double> values;
    for (const int row : members) {
        const QVariant value = model.sortValue(row, column);
        if (model.run(row).state == run::RunState::finished && RunsModel::isNumber(value))
            values.push_back(value.toDouble());
    }
    return run::spreadOf(values);
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
    const auto spread = run::spreadOf(values);
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
    for (int column = 0; column < RunsModel::firstOption; ++column) {
        const auto text = runColumns()[static_cast<std::size_t>(column)].spread;
        if (text == nullptr) continue;
        const auto spread = spreadOfFinished(model, members, column);
        set(column, spread ? text(*spread) : QStringLiteral("–"),
            spread ? QVariant(spread->mean) : QVariant());
    }
    return cells;
}

}  // namespace prunescope::ui
