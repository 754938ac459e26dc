#pragma once

#include "speed/report.h"

#include <QAbstractTableModel>
#include <memory>

namespace prunescope::ui {

/// A report as a table: a figure on each line, beside it whether it is measured, then the network without
/// pruning and every sparsity.
class BenchModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { evidence, dense, firstSparsity };

    using QAbstractTableModel::QAbstractTableModel;

    void setReport(std::shared_ptr<const speed::Report> report);
    const std::shared_ptr<const speed::Report>& report() const { return report_; }
    void retranslate();

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QString cell(int row, int column) const;

    std::shared_ptr<const speed::Report> report_;
};

}  // namespace prunescope::ui
