#include "ui/hurt/hurt_classes.h"

#include "report/text.h"
#include "ui/support/format.h"
#include "ui/support/theme.h"

#include <QStringList>
#include <utility>

namespace prunescope::ui {
namespace {

QString signedText(double difference) {
    return QString::fromStdString(report::signedPoints(difference));
}

}  // namespace

HurtClasses::HurtClasses(const Theme& theme, QObject* parent) : QAbstractTableModel(parent), theme_(theme) {}

void HurtClasses::setRows(std::vector<HurtRow> rows, bool groups) {
    beginResetModel();
    rows_ = std::move(rows);
    groups_ = groups;
    endResetModel();
}

void HurtClasses::setClasses(const std::vector<report::HurtClass>& classes) {
    std::vector<HurtRow> rows;
    rows.reserve(classes.size());
    for (const report::HurtClass& c : classes) {
        rows.push_back({.name = QString::fromStdString(c.name),
                        .images = c.images,
                        .first = c.recallOfTwin,
                        .pruned = c.recall,
                        .change = c.change,
                        .hurt = c.isHurt()});
    }
    setRows(std::move(rows), false);
}

void HurtClasses::setGroups(const std::vector<report::HurtGroup>& groups) {
    std::vector<HurtRow> rows;
    rows.reserve(groups.size());
    for (const report::HurtGroup& g : groups) {
        rows.push_back({.name = QString::fromStdString(g.name),
                        .images = g.figures.pairs.images(),
                        .first = g.accuracyOfTwin(),
                        .pruned = g.accuracy(),
                        .change = g.change,
                        .hurt = g.isHurt()});
    }
    setRows(std::move(rows), true);
}

int HurtClasses::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(rows_.size());
}

int HurtClasses::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : columns;
}

QString HurtClasses::textOf(const HurtRow& c, int column) {
    switch (column) {
        case name:
            return c.name;
        case change:
            return signedText(c.pruned - c.first);
        case interval:
            return QString::fromStdString(report::pointsInterval(c.change.from, c.change.to));
        case first:
            return percentText(c.first);
        case pruned:
            return percentText(c.pruned);
        default:
            return countText(c.images);
    }
}

QVariant HurtClasses::valueOf(const HurtRow& c, int column) {
    switch (column) {
        case name:
            return c.name;
        case change:
            return c.pruned - c.first;
        case interval:
            return c.change.to;
        case first:
            return c.first;
        case pruned:
            return c.pruned;
        default:
            return QVariant::fromValue<qlonglong>(c.images);
    }
}

QVariant HurtClasses::data(const QModelIndex& index, int role) const {
    if (!index.isValid()) return {};
    const HurtRow& c = rows_[static_cast<std::size_t>(index.row())];
    const int column = index.column();
    if (role == Qt::DisplayRole) return textOf(c, column);
    if (role == sortRole) return valueOf(c, column);
    if (role == Qt::TextAlignmentRole)
        return QVariant(column == name ? Qt::AlignLeft | Qt::AlignVCenter
                                       : Qt::AlignRight | Qt::AlignVCenter);
    if (role == Qt::ForegroundRole && (column == change || column == interval) && c.hurt)
        return theme_.warning();
    if (role == Qt::ToolTipRole && c.hurt)
        return groups_ ? tr("The whole interval lies below zero: this group lost accuracy beyond chance.")
                       : tr("The whole interval lies below zero: this class lost recall beyond chance.");
    return {};
}

QVariant HurtClasses::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal) return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant(section == name ? Qt::AlignLeft | Qt::AlignVCenter
                                        : Qt::AlignRight | Qt::AlignVCenter);
    const QStringList titles =
        groups_ ? QStringList{tr("Group"),           tr("Accuracy, points"), tr("95 % interval"),
                              tr("Accuracy, first"), tr("Accuracy, pruned"), tr("Images")}
                : QStringList{tr("Class"),         tr("Recall, points"), tr("95 % interval"),
                              tr("Recall, first"), tr("Recall, pruned"), tr("Images")};
    return role == Qt::DisplayRole ? QVariant(titles.value(section)) : QVariant();
}

}  // namespace prunescope::ui
