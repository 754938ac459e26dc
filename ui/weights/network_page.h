#pragma once

#include "ui/support/page.h"

class QLabel;
class QListView;
class QStackedWidget;
class QToolButton;

namespace prunescope::ui {

class NetworkLayers;
class NetworkView;

/// The network as a map, from input to output, with how much of each layer is pruned now: as a list of its
/// layers, or as a graph of all that it computes. The layer that is chosen here is the one whose weights are
/// shown, and the other way round.
class NetworkPage : public Page {
    Q_OBJECT
public:
    explicit NetworkPage(const PageContext& context, QWidget* parent = nullptr);
    QString title() const override { return tr("Network"); }
    Place place() const override { return {Tab::explain, Side::left}; }

protected:
    void retranslate() override;
    void showEvent(QShowEvent* event) override;

private:
    void layOut();
    void connectAll();
    void catchUp();
    void showForm();
    void showGraph();
    void showSum();
    void select(LayerIndex layer);

    PageContext context_;
    NetworkLayers* model_;
    QLabel* sum_;
    QToolButton* form_;  ///< down: as a graph
    QStackedWidget* stack_;
    QListView* list_;
    NetworkView* graph_;
    LayerIndex shown_{0};
    bool stale_ = true;  ///< another run has come since the map was drawn
};

}  // namespace prunescope::ui
