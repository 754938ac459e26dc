#pragma once

#include "report/hurt.h"

#include <QAbstractTableModel>
#include <QString>
#include <vector>

namespace prunescope::ui {

/// The test samples whose error grew most from one network to another, where a number is predicted.
class GrownErrors : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column : int { sample, growth, wanted, first, pruned, group, columns };
    /// The value behind the text: a number sorts as a number.
    static constexpr int sortRole = Qt::UserRole;

    using QAbstractTableModel::QAbstractTableModel;

    /// `unit`: of the number that is predicted.
    void setRows(const std::vector<report::HurtRow>& rows, const QString& unit);
    /// The headings, in a new language.
    void retranslate() { emit headerDataChanged(Qt::Horizontal, 0, columns - 1); }

    int rowCount(const QModelIndex& parent = {}) const override;
    /// Without the groups where the data name none.
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    static double valueOf(const report::HurtRow& row, int column);
    static QString textOf(const report::HurtRow& row, int column);

    std::vector<report::HurtRow> rows_{};
    QString unit_{};
    bool grouped_ = false;
};

}  // namespace prunescope::ui
