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

void HurtClasses::setClasses(std::vector<report::HurtClass> classes) {
    beginResetModel();
    classes_ = std::move(classes);
    endResetModel();
}

int HurtClasses::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(classes_.size());
}

int HurtClasses::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : columns;
}

QString HurtClasses::textOf(const report::HurtClass& c, int column) const {
    switch (column) {
        case name:
            return QString::fromStdString(c.name);
        case change:
            return signedText(c.recall - c.recallOfTwin);
        case interval:
            return QString::fromStdString(report::pointsInterval(c.change.from, c.change.to));
        case recallOfTwin:
            return percentText(c.recallOfTwin);
        case recall:
            return percentText(c.recall);
        default:
            return countText(c.images);
    }
}

QVariant HurtClasses::valueOf(const report::HurtClass& c, int column) {
    switch (column) {
        case name:
            return QString::fromStdString(c.name);
        case change:
            return c.recall - c.recallOfTwin;
        case interval:
            return c.change.to;
        case recallOfTwin:
            return c.recallOfTwin;
        case recall:
            return c.recall;
        default:
            return QVariant::fromValue<qlonglong>(c.images);
    }
}

QVariant HurtClasses::data(const QModelIndex& index, int role) const {
    if (!index.isValid()) return {};
    const report::HurtClass& c = classes_[static_cast<std::size_t>(index.row())];
    const int column = index.column();
    if (role == Qt::DisplayRole) return textOf(c, column);
    if (role == sortRole) return valueOf(c, column);
    if (role == Qt::TextAlignmentRole)
        return QVariant(column == name ? Qt::AlignLeft | Qt::AlignVCenter
                                       : Qt::AlignRight | Qt::AlignVCenter);
    if (role == Qt::ForegroundRole && (column == change || column == interval) && c.isHurt())
        return theme_.warning();
    if (role == Qt::ToolTipRole && c.isHurt())
        return tr("The whole interval lies below zero: this class lost recall beyond chance.");
    return {};
}

QVariant HurtClasses::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal) return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant(section == name ? Qt::AlignLeft | Qt::AlignVCenter
                                        : Qt::AlignRight | Qt::AlignVCenter);
    const QStringList titles{tr("Class"),         tr("Recall, points"), tr("95 % interval"),
                             tr("Recall, first"), tr("Recall, pruned"), tr("Images")};
    return role == Qt::DisplayRole ? QVariant(titles.value(section)) : QVariant();
}

}  // namespace prunescope::ui
