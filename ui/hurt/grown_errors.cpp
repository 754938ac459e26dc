#include "ui/hurt/grown_errors.h"

#include "ui/support/format.h"
#include "view/quality_text.h"

#include <QStringList>
#include <algorithm>

namespace prunescope::ui {

void GrownErrors::setRows(const std::vector<report::HurtRow>& rows, const QString& unit) {
    beginResetModel();
    rows_ = rows;
    unit_ = unit;
    grouped_ = std::any_of(rows.begin(), rows.end(), [](const auto& row) { return !row.group.empty(); });
    endResetModel();
}

int GrownErrors::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(rows_.size());
}

int GrownErrors::columnCount(const QModelIndex& parent) const {
    if (parent.isValid()) return 0;
    return grouped_ ? columns : group;
}

double GrownErrors::valueOf(const report::HurtRow& row, int column) {
    switch (column) {
        case sample:
            return static_cast<double>(row.figures.row);
        case growth:
            return row.figures.growth();
        case wanted:
            return row.figures.wanted;
        case first:
            return row.figures.first;
        default:
            return row.figures.second;
    }
}

QString GrownErrors::textOf(const report::HurtRow& row, int column) {
    if (column == group) return QString::fromStdString(row.group);
    if (column == sample) return countText(static_cast<qint64>(row.figures.row));
    return QString::fromStdString(view::qualityText(*run::qualityMeasure("rmse"), valueOf(row, column)));
}

QVariant GrownErrors::data(const QModelIndex& index, int role) const {
    if (!index.isValid()) return {};
    const report::HurtRow& row = rows_[static_cast<std::size_t>(index.row())];
    if (role == Qt::DisplayRole) return textOf(row, index.column());
    if (role == sortRole)
        return index.column() == group ? QVariant(textOf(row, group))
                                       : QVariant(valueOf(row, index.column()));
    if (role == Qt::TextAlignmentRole)
        return QVariant((index.column() == group ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
    return {};
}

QVariant GrownErrors::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal) return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant((section == group ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
    if (role == Qt::ToolTipRole && section == sample)
        return tr("Numbered from 0 in the order of the test set.");
    if (role != Qt::DisplayRole) return {};
    const QStringList titles{
        tr("Sample"), unit_.isEmpty() ? tr("Error, growth") : tr("Error, growth (%1)").arg(unit_),
        tr("True"),   tr("First"),
        tr("Pruned"), tr("Group")};
    return titles.value(section);
}

}  // namespace prunescope::ui
