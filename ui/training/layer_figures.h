#pragma once

#include "view/run_history.h"

#include <QString>
#include <optional>
#include <utility>
#include <vector>

namespace prunescope::ui {

/// A figure that each layer has at every mask update, as a chart shows it.
struct LayerFigure {
    enum class Kind { ofMethod, sparsity, churn, update };

    Kind kind = Kind::sparsity;
    QString key{};    ///< in settings
    QString name{};   ///< in the list of figures
    QString title{};  ///< of the chart
    QString help{};
    bool share = false;                     ///< in per cent
    bool canBeLogarithmic = true;           ///< it spans powers of ten
    std::pair<double, double> least{0, 0};  ///< that its axis holds in any case
    std::size_t place = 0;                  ///< of a method's figure, among its measures
    std::optional<std::size_t> bound{};     ///< likewise of the figure that bounds it
    QString boundTitle{};

    const view::Curve& of(const view::LayerCurves& layer) const;
};

/// Those that the run on display has, that of its method first; in the window's language.
std::vector<LayerFigure> layerFigures(const view::RunHistory& history);

}  // namespace prunescope::ui
