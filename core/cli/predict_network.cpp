#include "cli/predict_network.h"

#include "base/error.h"
#include "cli/output.h"
#include "model/exported_network.h"
#include "model/target_scale.h"
#include "run/record_json.h"
#include "runtime/pixel_scaling.h"
#include "store/measurement_file.h"
#include "workspace/run_model.h"

#include <fmt/format.h>

#include <optional>
#include <system_error>
#include <utility>

namespace prunescope::cli {
namespace {

namespace fs = std::filesystem;

void takeTarget(const std::map<std::string, std::string>& metadata, AskedNetwork& network) {
    const auto target = metadata.find(model::targetKey);
    if (target == metadata.end()) return;
    // A name that is empty is none; the number is there all the same.
    network.target = target->second.empty() ? "value" : target->second;
    if (const auto unit = metadata.find(model::targetUnitKey); unit != metadata.end())
        network.targetUnit = unit->second;
}

AskedNetwork networkOfRun(const store::RunFolder& run) {
    const workspace::ModelOfRun of = workspace::modelOfRun(run);
    for (const Text& problem : of.problems) tell("prunescope-cli: {}", problem);
    const run::RunHeader& header = of.model.record.header;
    AskedNetwork network{.origin = run.path().string(),
                         .graph = of.model.inferenceGraph(),
                         .classNames = of.model.classNames(),
                         .scaling = of.model.scaling,
                         .columns = header.dataset.columns,
                         .dataOptions = header.config.dataOptions};
    takeTarget(of.model.weights.metadata, network);
    return network;
}

std::vector<std::string> numberedClasses(std::int64_t classes) {
    std::vector<std::string> names;
    for (std::int64_t k = 0; k < classes; ++k) names.push_back(fmt::format("class {}", k));
    return names;
}

AskedNetwork networkOfFile(const fs::path& file) {
    model::ExportedNetwork read = model::readExportedNetwork(file);
    const auto& metadata = read.metadata;
    const std::vector<std::string> numbered = numberedClasses(read.classes());
    AskedNetwork network{.origin = file.string(),
                         .graph = std::move(read.graph),
                         .classNames = runtime::classNamesIn(metadata, numbered),
                         .scaling = runtime::inputScalingIn(metadata)};
    takeTarget(metadata, network);
    if (const auto columns = metadata.find(model::columnsFact); columns != metadata.end())
        network.columns = run::columnsFromJson(run::jsonFromText(columns->second, network.origin));
    if (const auto options = metadata.find(model::dataOptionsFact); options != metadata.end())
        network.dataOptions = run::jsonFromText(options->second, network.origin);
    return network;
}

AskedNetwork networkAt(const fs::path& place) {
    std::error_code ignored;
    if (fs::is_directory(place, ignored)) return networkOfRun(store::RunFolder(place));
    if (const auto run = store::runOfWeights(place)) return networkOfRun(*run);
    return networkOfFile(place);
}

}  // namespace

AskedNetwork askedNetwork(const fs::path& place) {
    AskedNetwork network = networkAt(place);
    const auto channels = static_cast<std::size_t>(network.input().channels);
    const model::InputScaling& scaling = network.scaling;
    if (scaling.mean.size() != channels || scaling.deviation.size() != channels) {
        throw Error(network.origin, Text::of("does not say how training scaled its inputs"),
                    Text::of("Name the folder of the run, or a file that was exported from it."));
    }
    return network;
}

}  // namespace prunescope::cli
