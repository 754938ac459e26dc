#include "ui/bench/bench_model.h"

#include "ui/bench/bench_figures.h"

namespace prunescope::ui {
namespace {

const BenchFigure& figureOf(int row) {
    return benchFigures()[static_cast<std::size_t>(row)];
}

int columnsOf(const speed::Report* report) {
    return report == nullptr ? 0 : BenchModel::firstSparsity + static_cast<int>(report->results.size());
}

}  // namespace

void BenchModel::setReport(std::shared_ptr<const speed::Report> report) {
    // Figures that grow more exact keep selection and column widths.
    if (report_ != nullptr && columnsOf(report_.get()) == columnsOf(report.get())) {
        report_ = std::move(report);
        emit dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
        emit headerDataChanged(Qt::Horizontal, 0, columnCount() - 1);
        return;
    }
    beginResetModel();
    report_ = std::move(report);
    endResetModel();
}

void BenchModel::retranslate() {
    if (columnCount() == 0) return;
    emit dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
    emit headerDataChanged(Qt::Horizontal, 0, columnCount() - 1);
    emit headerDataChanged(Qt::Vertical, 0, rowCount() - 1);
}

int BenchModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() || report_ == nullptr ? 0 : static_cast<int>(benchFigures().size());
}

int BenchModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : columnsOf(report_.get());
}

QString BenchModel::cell(int row, int column) const {
    const BenchFigure& figure = figureOf(row);
    if (column == evidence) return evidenceText(figure.evidence);
    if (column == dense) return figureText(figure, *report_, nullptr);
    const auto place = static_cast<std::size_t>(column - firstSparsity);
    return figureText(figure, *report_, &report_->results[place]);
}

QVariant BenchModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
    switch (role) {
        case Qt::DisplayRole:
            return cell(index.row(), index.column());
        case Qt::ToolTipRole:
            return benchText(figureOf(index.row()).help);
        case Qt::TextAlignmentRole:
            return QVariant::fromValue((index.column() == evidence ? Qt::AlignLeft : Qt::AlignRight) |
                                       Qt::AlignVCenter);
        default:
            return {};
    }
}

QVariant BenchModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (section < 0 || section >= (orientation == Qt::Vertical ? rowCount() : columnCount())) return {};
    if (orientation == Qt::Vertical) {
        if (role == Qt::DisplayRole) return benchText(figureOf(section).title);
        if (role == Qt::ToolTipRole) return benchText(figureOf(section).help);
        if (role == Qt::TextAlignmentRole) return QVariant::fromValue(Qt::AlignLeft | Qt::AlignVCenter);
        return {};
    }
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue((section == evidence ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
    if (role != Qt::DisplayRole) return {};
    if (section == evidence) return tr("known how");
    if (section == dense) return tr("no pruning");
    return sparsityName(report_->results[static_cast<std::size_t>(section - firstSparsity)]);
}

}  // namespace prunescope::ui
