#pragma once

#include "ui/network/network_graph.h"

#include <QWidget>
#include <map>
#include <string>

class QLabel;
class QSettings;

namespace prunescope::ui {

class NetworkView;
class Section;
class Theme;

/// The network that is asked for as a graph, with what may be pruned of each layer. A layer is kept whole, or
/// not any more, by a double click or by Enter; its budget is typed in the list, which shows the same.
class NetworkPanel : public QWidget {
    Q_OBJECT
public:
    /// Share of a layer that may be pruned at most, by its name.
    using Budgets = std::map<std::string, double>;

    NetworkPanel(Theme& theme, QSettings& settings, QWidget* parent = nullptr);

    void setGraph(const NetworkGraph& graph);
    void setBudgets(const Budgets& budgets);
    void retranslate();

signals:
    void layerChosen(const std::string& layer);
    /// With another budget for one layer.
    void edited(const std::map<std::string, double>& budgets);

private:
    const std::string& nameOf(LayerIndex layer) const;
    QString markOf(LayerIndex layer) const;
    void toggleKept(LayerIndex layer);

    Section* section_;
    NetworkView* view_;
    QLabel* hint_;
    Budgets budgets_;
};

}  // namespace prunescope::ui
