#include "ui/weights/network_layers.h"

#include "ui/support/engine_text.h"
#include "ui/support/format.h"

#include <QStringList>
#include <algorithm>

namespace prunescope::ui {
namespace {

constexpr int decimalsOfPruned = 1;

template <class Extents>
QString shapeText(const Extents& extents) {
    QStringList words;
    for (const std::int64_t extent : extents) words << QString::number(extent);
    return words.join(QStringLiteral(" × "));
}

}  // namespace

NetworkLayers::NetworkLayers(RunModel& run, QObject* parent) : QAbstractListModel(parent), run_(run) {}

void NetworkLayers::reset() {
    beginResetModel();
    layers_.clear();
    updates_ = 0;
    if (run_.hasRun()) {
        for (const run::LayerDescription& described : run_.header()->network.layers) {
            layers_.push_back({.name = QString::fromStdString(described.name),
                               .kind = engineText(described.kind),
                               .shape = described.prunable ? shapeText(described.weightShape)
                                                           : shapeText(described.outputShape),
                               .weights = described.weights,
                               .prunable = described.prunable,
                               .pruned = std::nullopt});
        }
    }
    endResetModel();
    follow();
}

void NetworkLayers::follow() {
    const std::size_t updates = run_.hasRun() ? run_.history().updates().size() : 0;
    if (updates == updates_ || layers_.empty()) return;
    updates_ = updates;
    for (Layer& layer : layers_) {
        if (layer.prunable) layer.pruned = prunedNow(*layer.prunable);
    }
    emit dataChanged(index(0), index(rowCount() - 1));
}

std::optional<double> NetworkLayers::prunedNow(LayerIndex layer) const {
    const auto& curves = run_.history().layers();
    if (layer.index() >= curves.size() || curves[layer.index()].sparsity.empty()) return std::nullopt;
    const view::Curve& sparsity = curves[layer.index()].sparsity;
    return sparsity.at(sparsity.size() - 1);
}

int NetworkLayers::rowOf(LayerIndex layer) const {
    const auto found =
        std::find_if(layers_.begin(), layers_.end(), [&](const Layer& one) { return one.prunable == layer; });
    return found == layers_.end() ? -1 : static_cast<int>(found - layers_.begin());
}

int NetworkLayers::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(layers_.size());
}

QString NetworkLayers::sentence(const Layer& layer) const {
    if (!layer.prunable) return tr("%1: %2, gives %3").arg(layer.name, layer.kind, layer.shape);
    const QString what =
        tr("%1: %2, %3 weights (%4)").arg(layer.name, layer.kind, countText(layer.weights), layer.shape);
    return layer.pruned ? tr("%1, %2 pruned").arg(what, percentText(*layer.pruned, decimalsOfPruned)) : what;
}

QVariant NetworkLayers::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid)) return {};
    const Layer& layer = layerAt(index.row());
    switch (role) {
        case Qt::DisplayRole:
            return layer.name;
        case Qt::ToolTipRole:
        case Qt::AccessibleTextRole:
            return sentence(layer);
        default:
            return {};
    }
}

Qt::ItemFlags NetworkLayers::flags(const QModelIndex& index) const {
    if (!index.isValid() || !layerAt(index.row()).prunable) return Qt::NoItemFlags;
    return Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemNeverHasChildren;
}

}  // namespace prunescope::ui
