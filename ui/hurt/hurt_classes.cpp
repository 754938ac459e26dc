#include "ui/hurt/hurt_classes.h"

#include "report/text.h"
#include "ui/support/format.h"
#include "ui/support/theme.h"
#include "view/quality_text.h"

#include <QStringList>
#include <limits>
#include <utility>

namespace prunescope::ui {
namespace {

const run::QualityMeasure& rmse() {
    return *run::qualityMeasure("rmse");
}

}  // namespace

HurtClasses::HurtClasses(const Theme& theme, QObject* parent) : QAbstractTableModel(parent), theme_(theme) {}

void HurtClasses::setRows(std::vector<HurtRow> rows, Of of) {
    beginResetModel();
    rows_ = std::move(rows);
    of_ = of;
    endResetModel();
}

void HurtClasses::setClasses(const std::vector<report::HurtClass>& classes) {
    std::vector<HurtRow> rows;
    rows.reserve(classes.size());
    for (const report::HurtClass& c : classes) {
        rows.push_back({.name = QString::fromStdString(c.name),
                        .samples = c.images,
                        .first = c.recallOfTwin,
                        .pruned = c.recall,
                        .change = c.change,
                        .hurt = c.isHurt()});
    }
    setRows(std::move(rows), Of::classes);
}

void HurtClasses::setGroups(const std::vector<report::HurtGroup>& groups) {
    std::vector<HurtRow> rows;
    rows.reserve(groups.size());
    for (const report::HurtGroup& g : groups) {
        rows.push_back({.name = QString::fromStdString(g.name),
                        .samples = g.figures.pairs.images(),
                        .first = g.accuracyOfTwin(),
                        .pruned = g.accuracy(),
                        .change = g.change,
                        .hurt = g.isHurt()});
    }
    setRows(std::move(rows), Of::groups);
}

void HurtClasses::setNumberGroups(const std::vector<report::HurtNumberGroup>& groups, const QString& unit) {
    std::vector<HurtRow> rows;
    rows.reserve(groups.size());
    for (const report::HurtNumberGroup& g : groups) {
        rows.push_back({.name = QString::fromStdString(g.name),
                        .samples = g.figures.second.rows,
                        .first = g.figures.first.rmse(),
                        .pruned = g.figures.second.rmse(),
                        .change = g.figures.change,
                        .hurt = g.isHurt()});
    }
    unit_ = unit;
    setRows(std::move(rows), Of::numberGroups);
}

int HurtClasses::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(rows_.size());
}

int HurtClasses::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : columns;
}

QString HurtClasses::textOf(const HurtRow& c, int column) const {
    const bool errors = of_ == Of::numberGroups;
    const auto figure = [&](double value) {
        return errors ? QString::fromStdString(view::qualityText(rmse(), value)) : percentText(value);
    };
    switch (column) {
        case name:
            return c.name;
        case change:
            return QString::fromStdString(errors ? view::qualityChangeText(rmse(), c.first, c.pruned)
                                                 : report::signedPoints(c.pruned - c.first));
        case interval:
            if (!c.change) return QString::fromUtf8(view::missing.data());
            return QString::fromStdString(errors ? view::qualityChangeIntervalText(rmse(), *c.change)
                                                 : report::pointsInterval(c.change->from, c.change->to));
        case first:
            return figure(c.first);
        case pruned:
            return figure(c.pruned);
        default:
            return countText(c.samples);
    }
}

QVariant HurtClasses::valueOf(const HurtRow& c, int column) {
    switch (column) {
        case name:
            return c.name;
        case change:
            return c.pruned - c.first;
        case interval:
            return c.change ? c.change->to : std::numeric_limits<double>::quiet_NaN();
        case first:
            return c.first;
        case pruned:
            return c.pruned;
        default:
            return QVariant::fromValue<qlonglong>(c.samples);
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
    if (role == Qt::ToolTipRole && c.hurt) return whyHurt();
    return {};
}

QString HurtClasses::whyHurt() const {
    switch (of_) {
        case Of::classes:
            return tr("The whole interval lies below zero: this class lost recall beyond chance.");
        case Of::groups:
            return tr("The whole interval lies below zero: this group lost accuracy beyond chance.");
        case Of::numberGroups:
            return tr("The whole interval lies above zero: this group's RMSE grew beyond chance.");
    }
    return {};
}

QStringList HurtClasses::titles() const {
    switch (of_) {
        case Of::classes:
            return {tr("Class"),         tr("Recall, points"), tr("95 % interval"),
                    tr("Recall, first"), tr("Recall, pruned"), tr("Samples")};
        case Of::groups:
            return {tr("Group"),           tr("Accuracy, points"), tr("95 % interval"),
                    tr("Accuracy, first"), tr("Accuracy, pruned"), tr("Samples")};
        case Of::numberGroups:
            return {tr("Group"),
                    unit_.isEmpty() ? tr("RMSE, change") : tr("RMSE, change (%1)").arg(unit_),
                    tr("95 % interval"),
                    tr("RMSE, first"),
                    tr("RMSE, pruned"),
                    tr("Samples")};
    }
    return {};
}

QVariant HurtClasses::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal) return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant(section == name ? Qt::AlignLeft | Qt::AlignVCenter
                                        : Qt::AlignRight | Qt::AlignVCenter);
    return role == Qt::DisplayRole ? QVariant(titles().value(section)) : QVariant();
}

}  // namespace prunescope::ui
