#include "ui/experiment/layer_budget_model.h"

#include "ui/experiment/written_share.h"
#include "ui/support/format.h"
#include "ui/support/theme.h"

#include <QFont>
#include <algorithm>
#include <utility>

namespace prunescope::ui {
namespace {

/// Outputs and kernel of a convolution, "20@5×5"; inputs and outputs of a dense layer, "800→500".
QString kernelShape(const std::vector<std::int64_t>& shape) {
    if (shape.size() == 4) return QStringLiteral("%1@%2×%3").arg(shape[0]).arg(shape[2]).arg(shape[3]);
    if (shape.size() == 2) return QStringLiteral("%1→%2").arg(shape[1]).arg(shape[0]);
    QStringList extents;
    for (const std::int64_t extent : shape) extents << QString::number(extent);
    return extents.join(QStringLiteral("×"));
}

std::optional<double> budgetIn(const LayerBudgetModel::Budgets& budgets, const std::string& layer) {
    const auto budget = budgets.find(layer);
    return budget == budgets.end() ? std::nullopt : std::optional(budget->second);
}

}  // namespace

LayerBudgetModel::LayerBudgetModel(Theme& theme, QObject* parent)
    : QAbstractTableModel(parent), theme_(theme) {}

QStringList LayerBudgetModel::setLayers(std::vector<run::LayerDescription> layers) {
    beginResetModel();
    layers_ = std::move(layers);
    refused_.clear();
    QStringList gone;
    for (auto budget = budgets_.begin(); budget != budgets_.end();) {
        const bool known = std::any_of(layers_.begin(), layers_.end(),
                                       [&](const auto& layer) { return layer.name == budget->first; });
        if (!known) gone << QString::fromStdString(budget->first);
        budget = known ? std::next(budget) : budgets_.erase(budget);
    }
    endResetModel();
    return gone;
}

void LayerBudgetModel::setBudgets(Budgets budgets) {
    budgets_ = std::move(budgets);
    refused_.clear();
    for (int row = 0; row < rowCount(); ++row) changeRow(row);
}

void LayerBudgetModel::setReference(Budgets reference) {
    reference_ = std::move(reference);
    for (int row = 0; row < rowCount(); ++row) changeRow(row);
}

QString LayerBudgetModel::refusal() const {
    if (refused_.empty()) return {};
    const auto& [row, text] = *refused_.begin();
    return tr("%1: “%2” is not allowed. Give a percentage from %3 to %4, auto or never. Esc brings %5 back.")
        .arg(QString::fromStdString(nameOf(row)), text, percentAsGiven(0), percentAsGiven(1),
             allowedText(row));
}

bool LayerBudgetModel::giveUp() {
    if (refused_.empty()) return false;
    const int row = refused_.begin()->first;
    refused_.erase(row);
    changeRow(row);
    emit edited();
    return true;
}

void LayerBudgetModel::retranslate() {
    emit headerDataChanged(Qt::Horizontal, 0, columns - 1);
    for (int row = 0; row < rowCount(); ++row) changeRow(row);
}

void LayerBudgetModel::changeRow(int row) {
    emit dataChanged(index(row, 0), index(row, columns - 1));
}

std::optional<double> LayerBudgetModel::budgetOf(int row) const {
    return budgetIn(budgets_, nameOf(row));
}

bool LayerBudgetModel::isChanged(int row) const {
    return refused_.contains(row) || budgetOf(row) != budgetIn(reference_, nameOf(row));
}

void LayerBudgetModel::setBudget(int row, std::optional<double> budget) {
    refused_.erase(row);
    if (budget) {
        budgets_[nameOf(row)] = *budget;
    } else {
        budgets_.erase(nameOf(row));
    }
    changeRow(row);
    emit edited();
}

void LayerBudgetModel::takeText(int row, const QString& text) {
    const auto means = [&text](const QString& word) { return text.compare(word, Qt::CaseInsensitive) == 0; };
    if (text.isEmpty() || means(tr("auto"))) return setBudget(row, std::nullopt);
    if (means(tr("never"))) return setBudget(row, 0);
    const auto share = writtenShare(text);
    if (share && *share >= 0 && *share <= 1) return setBudget(row, *share);
    refused_[row] = text;
    changeRow(row);
    emit edited();
}

QString LayerBudgetModel::allowedText(int row) const {
    const auto budget = budgetOf(row);
    if (!budget) return tr("auto");
    return *budget > 0 ? shareAsWritten(*budget) : tr("never");
}

QString LayerBudgetModel::mostText(int row) const {
    const auto refused = refused_.find(row);
    return refused == refused_.end() ? allowedText(row) : refused->second;
}

QString LayerBudgetModel::layerText(int row) const {
    const run::LayerDescription& layer = layers_[static_cast<std::size_t>(row)];
    return QStringLiteral("%1\n%2 · %3")
        .arg(QString::fromStdString(layer.name), kernelShape(layer.weightShape), countText(layer.weights));
}

QString LayerBudgetModel::accessibleText(const QModelIndex& index) const {
    const run::LayerDescription& layer = layers_[static_cast<std::size_t>(index.row())];
    const QString name = QString::fromStdString(layer.name);
    if (index.column() == mostColumn) return tr("%1, at most: %2").arg(name, mostText(index.row()));
    if (index.column() == neverColumn) return tr("Never prune %1").arg(name);
    return tr("%1, %2, %3 weights").arg(name, kernelShape(layer.weightShape), countText(layer.weights));
}

int LayerBudgetModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(layers_.size());
}

int LayerBudgetModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : columns;
}

QVariant LayerBudgetModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
    const int row = index.row();
    switch (role) {
        case Qt::DisplayRole:
        case Qt::EditRole:
            if (index.column() == layerColumn) return layerText(row);
            return index.column() == mostColumn ? mostText(row) : QVariant();
        case Qt::CheckStateRole:
            if (index.column() != neverColumn) return {};
            return budgetOf(row) == 0.0 ? Qt::Checked : Qt::Unchecked;
        case Qt::ToolTipRole:
        case Qt::AccessibleTextRole:
            return accessibleText(index);
        case Qt::ForegroundRole:
            if (index.column() == mostColumn && refused_.contains(row)) return theme_.error();
            return {};
        case Qt::FontRole:
            if (index.column() != neverColumn && isChanged(row)) {
                QFont changed;
                changed.setBold(true);
                return changed;
            }
            return {};
        default:
            return {};
    }
}

QVariant LayerBudgetModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || section < 0 || section >= columns) return {};
    if (role == Qt::TextAlignmentRole) return QVariant::fromValue(Qt::AlignLeft | Qt::AlignVCenter);
    const QStringList titles{tr("Layer"), tr("At most"), tr("Keep")};
    const QStringList tips{
        tr("Prunable layers from input to output, with the shape of their weights and how many there are."),
        tr("Largest share of the layer's weights that may be pruned: a percentage, or auto, where the scope "
           "decides. kept ≥ N − floor(p N)"),
        tr("The layer is never pruned; the others lose more instead, so that the whole network is as sparse "
           "as asked.")};
    if (role == Qt::DisplayRole) return titles[section];
    if (role == Qt::ToolTipRole) return tips[section];
    return {};
}

Qt::ItemFlags LayerBudgetModel::flags(const QModelIndex& index) const {
    const Qt::ItemFlags flags = QAbstractTableModel::flags(index);
    if (!index.isValid()) return flags;
    if (index.column() == mostColumn) return flags | Qt::ItemIsEditable;
    return index.column() == neverColumn ? flags | Qt::ItemIsUserCheckable : flags;
}

bool LayerBudgetModel::setData(const QModelIndex& index, const QVariant& value, int role) {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return false;
    const int row = index.row();
    if (role == Qt::CheckStateRole && index.column() == neverColumn) {
        setBudget(row, value.toInt() == Qt::Checked ? std::optional(0.0) : std::nullopt);
        return true;
    }
    if (role != Qt::EditRole || index.column() != mostColumn) return false;
    const QString text = value.toString().trimmed();
    // A field that was opened and left keeps every digit of its budget.
    if (text != mostText(row)) takeText(row, text);
    return true;
}

}  // namespace prunescope::ui
