#include "ui/runs/pair_table.h"

#include "ui/support/plain_label.h"
#include "ui/support/row_table.h"

#include <QHeaderView>
#include <QLabel>
#include <QTableView>
#include <QVBoxLayout>

namespace prunescope::ui {

void PairModel::setRows(const QStringList& titles, const std::vector<PairRow>& rows) {
    if (titles == titles_ && rows == rows_) return;
    beginResetModel();
    titles_ = titles;
    rows_ = rows;
    endResetModel();
}

int PairModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(rows_.size());
}

int PairModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : 3;
}

QVariant PairModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid)) return {};
    // A cell may be narrower than its text.
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole) return {};
    const PairRow& row = rows_[static_cast<std::size_t>(index.row())];
    return index.column() == 0 ? row.what : index.column() == 1 ? row.first : row.second;
}

QVariant PairModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal) return {};
    if (role == Qt::TextAlignmentRole) return static_cast<int>(Qt::AlignLeft | Qt::AlignVCenter);
    return role == Qt::DisplayRole || role == Qt::ToolTipRole ? QVariant(titles_.value(section)) : QVariant();
}

PairTable::PairTable(const QString& name, QWidget* parent)
    : QWidget(parent),
      model_(new PairModel(this)),
      caption_(new ElidedLabel(this)),
      table_(new QTableView(this)) {
    table_->setObjectName(name);
    table_->setModel(model_);
    makeRowTable(*table_);
    // The order says which comes first.
    table_->setSortingEnabled(false);
    table_->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    table_->horizontalHeader()->setSectionResizeMode(0, QHeaderView::ResizeToContents);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(8, 4, 8, 4);
    column->setSpacing(4);
    column->addWidget(caption_);
    column->addWidget(table_, 1);
}

void PairTable::setCaption(const QString& caption) {
    caption_->setText(caption);
    table_->setAccessibleName(caption);
}

}  // namespace prunescope::ui
