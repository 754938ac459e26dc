#include "ui/experiment/config_check.h"

#include "base/error.h"
#include "data/registry.h"
#include "prune/layer_budgets.h"
#include "prune/method.h"
#include "train/resolved_config.h"
#include "ui/experiment/error_text.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <vector>

namespace prunescope::ui {
namespace {

/// What is told of single layers, and what they leave of the target.
void checkLayers(const run::RunConfig& config, const std::vector<run::LayerDescription>& layers) {
    prune::MethodSetup setup{.options = config.methodOptions, .layerNames = {}};
    std::vector<prune::LayerSize> sizes;
    for (const run::LayerDescription& layer : layers) {
        setup.layerNames.push_back(layer.name);
        sizes.push_back({layer.name, layer.weights});
    }
    // The method's constructor checks its own options.
    prune::methods().get(config.method).make(setup);
    prune::expectPossible(config, sizes);
}

void checkAll(const run::RunConfig& config, const std::optional<NetworkFacts>& facts,
              const std::optional<StartFacts>& start) {
    const run::RunConfig resolved = train::checkedWithoutFiles(config);
    const data::DatasetEntry& dataset = data::datasets().get(config.dataset);
    // Where only the data tell what they are, the run refuses.
    if (const auto known = dataset.describe(resolved.dataOptions))
        data::resolvedAugmentation(config.augment, *known, dataset.description.title);
    if (facts && facts->isKnown()) checkLayers(resolved, facts->layers);
    if (facts && !facts->isKnown()) throw Error(facts->where, facts->problem, facts->mend);
    if (start && !start->isKnown()) throw Error(start->where, start->problem, start->mend);
}

}  // namespace

std::optional<ConfigProblem> problemOf(const run::RunConfig& config, const std::optional<NetworkFacts>& facts,
                                       const std::optional<StartFacts>& start) {
    try {
        checkAll(config, facts, start);
    } catch (const Error& e) {
        // Attention strengths of single layers are refused by the method, which knows no option's key.
        const std::string where = e.where().english() == "attention" ? "method.layer_z" : e.where().english();
        return ConfigProblem{where, reasonText(e)};
    }
    const QString folder = QString::fromStdString(config.dataDir);
    // What is there and is no such data set is told by the data set itself, with its reason.
    if (folder.isEmpty() || QFile::exists(folder)) return std::nullopt;
    return ConfigProblem{
        "data_dir", QCoreApplication::translate("ConfigCheck",
                                                "There is no such file or folder. Choose one with the data "
                                                "set's files, or leave the field empty.")};
}

}  // namespace prunescope::ui
