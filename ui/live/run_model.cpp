#include "ui/live/run_model.h"

namespace prunescope::ui {

std::vector<std::string> RunModel::layerNames() const {
    std::vector<std::string> names;
    if (!hasRun()) return names;
    for (const run::LayerDescription& layer : header()->network.layers) {
        if (layer.prunable) names.push_back(layer.name);
    }
    return names;
}

}  // namespace prunescope::ui
