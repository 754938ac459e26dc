#include "cli/commands.h"
#include "cli/output.h"
#include "data/registry.h"
#include "nn/models.h"
#include "prune/method.h"

namespace prunescope::cli {

int listDatasets() {
    for (const auto& source : data::datasetSources()) say("{:16}{}", source.name, source.description);
    return 0;
}

int listModels() {
    for (const auto& entry : nn::networks())
        say("{:22}{}", entry.description.name, entry.description.summary);
    return 0;
}

int listMethods() {
    for (const auto& entry : prune::methods()) {
        say("{:8}{}", entry.description.name, entry.description.summary);
        for (const auto& option : entry.description.options) {
            say("        --set method.{}=…  {} Default {}; {}.", option.key, option.help,
                option.defaultValue.dump(), run::allowedValues(option));
        }
    }
    return 0;
}

}  // namespace prunescope::cli
