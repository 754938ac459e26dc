#include "ui/schedule/attention_model.h"

#include "ui/support/format.h"
#include "ui/support/theme.h"

#include <QFont>
#include <QIcon>
#include <QPainter>
#include <QPixmap>
#include <algorithm>
#include <cmath>
#include <limits>

namespace prunescope::ui {
namespace {

/// A patch of colour with every other cell left out.
QIcon patchWithHoles(const QColor& color) {
    constexpr int cells = 4;
    constexpr int cell = 8;
    QPixmap patch(cells * cell, cells * cell);
    patch.fill(Qt::transparent);
    QPainter painter(&patch);
    for (int y = 0; y < cells; ++y)
        for (int x = y % 2; x < cells; x += 2) painter.fillRect(x * cell, y * cell, cell, cell, color);
    return patch;
}

}  // namespace

AttentionModel::AttentionModel(Theme& theme, QObject* parent) : QAbstractTableModel(parent), theme_(theme) {}

void AttentionModel::setLayers(std::vector<run::LayerDescription> layers, std::vector<double> strengths) {
    beginResetModel();
    layers_ = std::move(layers);
    if (strengths.size() != layers_.size()) strengths.clear();
    applied_ = strengths;
    draft_ = std::move(strengths);
    now_.assign(layers_.size(), std::numeric_limits<double>::quiet_NaN());
    preview_.reset();
    runsSparse_.clear();
    endResetModel();
}

void AttentionModel::changeColumn(Column column) {
    if (layers_.empty()) return;
    emit dataChanged(index(0, column), index(rowCount() - 1, column));
}

void AttentionModel::setNow(const std::vector<run::LayerStatistic>& statistics) {
    std::vector<double> next = now_;
    for (const run::LayerStatistic& s : statistics) {
        if (s.layer.value >= 0 && s.layer.index() < next.size()) next[s.layer.index()] = s.sparsity();
    }
    const auto same = [](double a, double b) { return a == b || (std::isnan(a) && std::isnan(b)); };
    if (std::equal(next.begin(), next.end(), now_.begin(), now_.end(), same)) return;
    now_ = std::move(next);
    changeColumn(nowColumn);
}

void AttentionModel::setRunsSparse(const std::vector<bool>& runsSparse) {
    if (runsSparse.size() != layers_.size() || runsSparse == runsSparse_) return;
    runsSparse_ = runsSparse;
    changeColumn(layerColumn);
}

void AttentionModel::setPreview(std::shared_ptr<const session::MaskPreview> preview) {
    if (preview != nullptr && preview->kept.size() != layers_.size()) preview.reset();
    if (preview == preview_) return;
    preview_ = std::move(preview);
    changeColumn(thenColumn);
}

void AttentionModel::setApplied(const std::vector<double>& strengths) {
    if (strengths.size() != layers_.size() || strengths == applied_) return;
    if (!isChanged()) draft_ = strengths;
    applied_ = strengths;
    changeColumn(strengthColumn);
}

void AttentionModel::setAll(double strength) {
    if (!hasStrengths()) return;
    std::fill(draft_.begin(), draft_.end(), strength);
    changeColumn(strengthColumn);
    emit draftEdited();
}

void AttentionModel::dropDraft() {
    if (!isChanged()) return;
    draft_ = applied_;
    changeColumn(strengthColumn);
}

void AttentionModel::retranslate() {
    emit headerDataChanged(Qt::Horizontal, 0, columns - 1);
}

int AttentionModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(layers_.size());
}

int AttentionModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : columns;
}

QString AttentionModel::text(std::size_t row, int column) const {
    switch (column) {
        case layerColumn:
            return QString::fromStdString(layers_[row].name);
        case strengthColumn:
            return hasStrengths() ? decimalText(draft_[row], 2) : decimalText(std::nan(""), 2);
        case nowColumn:
            return percentText(now_[row], 1);
        default:
            break;
    }
    if (preview_ == nullptr || layers_[row].weights <= 0) return percentText(std::nan(""), 1);
    return percentText(
        1 - static_cast<double>(preview_->kept[row]) / static_cast<double>(layers_[row].weights), 1);
}

QVariant AttentionModel::mark(std::size_t row) const {
    const QColor color = theme_.layer(row, layers_.size());
    if (row < runsSparse_.size() && runsSparse_[row]) return patchWithHoles(color);
    return color;
}

QString AttentionModel::kernelText(std::size_t row) const {
    if (row >= runsSparse_.size()) return {};
    return runsSparse_[row] ? tr("Runs sparse: only the kept weights are multiplied.")
                            : tr("Runs dense: all weights are multiplied, which is as fast here or faster.");
}

QVariant AttentionModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
    const auto row = static_cast<std::size_t>(index.row());
    switch (role) {
        case Qt::DisplayRole:
            return text(row, index.column());
        case Qt::EditRole:
            if (index.column() == strengthColumn && hasStrengths()) return draft_[row];
            return text(row, index.column());
        case Qt::DecorationRole:
            if (index.column() == layerColumn) return mark(row);
            return {};
        case Qt::ToolTipRole:
        case Qt::AccessibleDescriptionRole:
            if (index.column() == layerColumn)
                return QString(index.data().toString() + QLatin1Char('\n') + kernelText(row)).trimmed();
            return {};
        case Qt::TextAlignmentRole:
            return QVariant::fromValue((index.column() == layerColumn ? Qt::AlignLeft : Qt::AlignRight) |
                                       Qt::AlignVCenter);
        case Qt::FontRole:
            if (index.column() == strengthColumn && hasStrengths() && draft_[row] != applied_[row]) {
                QFont changed;
                changed.setBold(true);
                return changed;
            }
            return {};
        default:
            return {};
    }
}

QVariant AttentionModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || section < 0 || section >= columns) return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue((section == layerColumn ? Qt::AlignLeft : Qt::AlignRight) |
                                   Qt::AlignVCenter);
    const QStringList titles{tr("Layer"), tr("z"), tr("Now"), tr("Would be")};
    const QStringList tips{
        tr("Prunable layers from input to output."),
        tr("Attention strength: how fast attention to small weights fades as the network gets sparse. "
           "b = (1 - p)^z"),
        tr("How sparse the layer is, measured at the last mask update: pruned weights over all."),
        tr("How sparse the layer would be if masks were chosen now for the target: an estimate, because "
           "weights move on.")};
    if (role == Qt::DisplayRole) return titles[section];
    if (role == Qt::ToolTipRole) return tips[section];
    return {};
}

Qt::ItemFlags AttentionModel::flags(const QModelIndex& index) const {
    const Qt::ItemFlags flags = QAbstractTableModel::flags(index);
    const bool editable = editable_ && hasStrengths() && index.isValid() && index.column() == strengthColumn;
    return editable ? flags | Qt::ItemIsEditable : flags;
}

bool AttentionModel::setData(const QModelIndex& index, const QVariant& value, int role) {
    if (role != Qt::EditRole || !flags(index).testFlag(Qt::ItemIsEditable)) return false;
    bool isNumber = false;
    const double strength = value.toDouble(&isNumber);
    if (!isNumber || !(strength > 0) || strength > 100) return false;
    double& current = draft_[static_cast<std::size_t>(index.row())];
    if (current == strength) return true;
    current = strength;
    emit dataChanged(index, index);
    emit draftEdited();
    return true;
}

}  // namespace prunescope::ui
