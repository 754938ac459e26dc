#include "cli/commands.h"
#include "data/registry.h"
#include "nn/models.h"
#include "prune/method.h"

#include <fmt/format.h>

namespace prunescope::cli {

int listDatasets() {
    for (const auto& source : data::datasetSources())
        fmt::print("{:16}{}\n", source.name, source.description);
    return 0;
}

int listModels() {
    for (const auto& model : nn::modelDescriptions()) fmt::print("{:22}{}\n", model.name, model.summary);
    return 0;
}

int listMethods() {
    for (const auto& entry : prune::methodEntries()) {
        fmt::print("{:8}{}\n", entry.description.name, entry.description.summary);
        for (const auto& option : entry.description.options) {
            fmt::print("        --set method.{}=…  {} Default {}; {}.\n", option.key, option.help,
                       option.defaultValue.dump(), run::allowedValues(option));
        }
    }
    return 0;
}

}  // namespace prunescope::cli
