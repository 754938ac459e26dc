#pragma once

#include "base/strong_index.h"
#include "ui/live/run_model.h"

#include <QAbstractListModel>
#include <QString>
#include <optional>
#include <vector>

namespace prunescope::ui {

/// The layers of the network of the run on display, from input to output: what each is, and how much of it is
/// pruned now. Those that are pruned can be chosen.
class NetworkLayers : public QAbstractListModel {
    Q_OBJECT
public:
    struct Layer {
        QString name;
        QString kind;
        QString shape;  ///< "6 × 1 × 5 × 5" of the weights, or of what comes out of a layer without any
        std::int64_t weights = 0;
        std::optional<LayerIndex> prunable;
        std::optional<double> pruned;  ///< share of the weights, when it has been measured
    };

    explicit NetworkLayers(RunModel& run, QObject* parent = nullptr);

    /// Another run, or another language.
    void reset();
    /// Takes in how much is pruned now.
    void follow();

    const Layer& layerAt(int row) const { return layers_[static_cast<std::size_t>(row)]; }
    /// -1 when there is no such layer.
    int rowOf(LayerIndex layer) const;

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;

private:
    std::optional<double> prunedNow(LayerIndex layer) const;
    QString sentence(const Layer& layer) const;

    RunModel& run_;
    std::vector<Layer> layers_;
    std::size_t updates_ = 0;  ///< mask updates that the shares are after
};

}  // namespace prunescope::ui
