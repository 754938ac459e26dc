#pragma once

#include "ui/runs/pair_figures.h"

#include <QAbstractTableModel>
#include <QStringList>
#include <QWidget>
#include <vector>

class QLabel;
class QTableView;

namespace prunescope::ui {

/// Lines that set two runs beside each other, as a table.
class PairModel : public QAbstractTableModel {
    Q_OBJECT
public:
    using QAbstractTableModel::QAbstractTableModel;

    /// `titles`: of the three columns. What is there already stays, with its selection.
    void setRows(const QStringList& titles, const std::vector<PairRow>& rows);
    const std::vector<PairRow>& rows() const { return rows_; }

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QStringList titles_;
    std::vector<PairRow> rows_;
};

/// Such a table below a line that says what it is.
class PairTable : public QWidget {
    Q_OBJECT
public:
    /// `name`: of the table, as an object.
    PairTable(const QString& name, QWidget* parent);

    void setCaption(const QString& caption);
    void setRows(const QStringList& titles, const std::vector<PairRow>& rows) {
        model_->setRows(titles, rows);
    }
    const std::vector<PairRow>& rows() const { return model_->rows(); }

private:
    PairModel* model_;
    QLabel* caption_;
    QTableView* table_;
};

}  // namespace prunescope::ui
