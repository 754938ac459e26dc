#include "ui/experiment/recognised_data.h"

#include "data/registry.h"

namespace prunescope::ui {

std::optional<run::RunConfig> withRecognisedData(run::RunConfig config) {
    const data::DatasetEntry* const found = data::recognised(config.dataDir);
    const data::DatasetEntry* const now = data::datasets().find(config.dataset);
    if (found == nullptr || found == now) return std::nullopt;
    const data::PlaceListing listing(config.dataDir);
    if (now != nullptr && now->likenessOf(listing) == data::Likeness::clear) return std::nullopt;
    config.dataset = found->description.name;
    // Those of the other data set are none of this one's.
    config.dataOptions = nlohmann::json::object();
    return config;
}

}  // namespace prunescope::ui
