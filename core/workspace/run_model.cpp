#include "workspace/run_model.h"

#include "base/error.h"
#include "base/file.h"
#include "base/sha256.h"
#include "data/registry.h"
#include "model/trained_model_reader.h"
#include "model/weights_reader.h"
#include "nn/models.h"
#include "store/run_reader.h"

#include <system_error>
#include <utility>

namespace prunescope::workspace {
namespace {

/// As weights files are limited.
constexpr std::uint64_t mostBytes = std::uint64_t{4} << 30U;

std::string weightBytes(const store::RunFolder& run) {
    return readFile(run.weights(), mostBytes, Links::refuse);
}

/// Of a record of before: numbers of a table are taken as they are, and the pictures that come with a name
/// are of bytes; of others only the data say.
std::optional<double> unitOfRecord(const run::DatasetDescription& data) {
    if (data.inputUnit > 0) return data.inputUnit;
    if (!data.columns.empty()) return 1;
    const auto facts = data::usualFacts(data.name);
    return facts && facts->augmentation ? std::optional(model::InputScaling::ofBytes) : std::nullopt;
}

model::InputScaling scalingOf(const run::DatasetDescription& data) {
    return {.unit = unitOfRecord(data), .mean = data.mean, .deviation = data.standardDeviation};
}

}  // namespace

WeightsOfRun weightsOfRun(const store::RunFolder& run) {
    const std::string bytes = weightBytes(run);
    return {static_cast<std::int64_t>(bytes.size()), sha256Hex(bytes)};
}

ModelOfRun modelOfRun(const store::RunFolder& run) {
    const std::string bytes = weightBytes(run);
    const std::string origin = run.weights().string();
    ModelOfRun of{model::readTrainedModel(model::WeightsReader(bytes, origin), origin), {}};
    try {
        store::ReadRun read = store::readRun(run);
        of.model.record = std::move(read.record);
        of.problems = std::move(read.problems);
    } catch (const Error& e) {
        of.problems.push_back(e.whole());
    }
    of.model.name = store::runId(run);
    of.model.scaling = scalingOf(of.model.record.header.dataset);
    return of;
}

ModelOfRun courseOfRun(const store::RunFolder& run) {
    std::error_code none;
    if (std::filesystem::exists(run.weights(), none)) return modelOfRun(run);
    store::ReadRun read = store::readRun(run);
    const run::RunHeader& header = read.record.header;
    const auto& [channels, height, width] = header.dataset.imageShape;
    nn::Graph graph = nn::graphOf({.name = header.config.model,
                                   .input = {channels, height, width},
                                   .classes = static_cast<nn::Index>(header.dataset.classNames.size()),
                                   .graph = header.config.graph});
    return {{.name = store::runId(run),
             .graph = std::move(graph),
             .weights = {},
             .record = std::move(read.record)},
            std::move(read.problems)};
}

}  // namespace prunescope::workspace
