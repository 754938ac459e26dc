#include "train/initial_weights.h"

#include "base/error.h"
#include "base/quoted.h"
#include "base/sha256.h"
#include "model/weights_source.h"
#include "nn/arrays.h"

#include <algorithm>
#include <filesystem>

namespace prunescope::train {
namespace {

constexpr const char* startKey = "start.weights";

std::string wholePath(const std::string& path) {
    return path.empty() ? path : std::filesystem::absolute(path).lexically_normal().string();
}

/// What is wrong with the file is told of the option that names it.
model::WeightsSource sourceOf(const run::StartConfig& start) {
    try {
        model::WeightsSource source = model::openWeightsSource(start.weights);
        const std::string hash = model::hashOfFiles(source.files);
        if (start.sha256.empty() || start.sha256 == hash) return source;
        throw UsageError(startKey,
                         Text::of("{} has the SHA-256 {}, and {} is expected", start.weights, hash,
                                  inQuotes(start.sha256)),
                         Text::of("Give the file that the run began with, or leave start.sha256 out."));
    } catch (const UsageError&) {
        throw;
    } catch (const Error& e) {
        throw UsageError(startKey, Text::of("{}: {}", e.where(), e.problem()),
                         Text::of("Give the file of weights again, or begin with new ones: "
                                  "start.weights=new."));
    }
}

model::TensorNames namesOf(const run::StartConfig& start) {
    if (start.names.empty()) return {};
    try {
        return model::readTensorNames(start.names);
    } catch (const Error& e) {
        throw UsageError("start.names", Text::of("{}: {}", e.where(), e.problem()), e.mend());
    }
}

void take(const model::NamedTensor& tensor, const nn::ParameterShape& shape,
          nn::Parameter<float>& parameter) {
    const auto& values = std::get<std::vector<float>>(tensor.values);
    const nn::ConstFloatArray all(values.data(), static_cast<Eigen::Index>(values.size()));
    const bool isVariance = shape.suffix.ends_with(".running_var");
    if (!all.isFinite().all() || (isVariance && !(all >= 0).all())) {
        throw UsageError(startKey, Text::of("{} has values that no network can have", inQuotes(tensor.name)),
                         Text::of("The file is damaged, or its training diverged; choose another."));
    }
    std::copy(values.begin(), values.end(), parameter.value());
}

}  // namespace

void resolveStart(run::RunConfig& config, const std::string& ownFile) {
    run::StartConfig& start = config.start;
    if (start.weights.empty()) start.weights = ownFile;
    if (start.weights.empty() || start.weights == run::newWeights) {
        if (!start.names.empty()) {
            throw UsageError("start.names", Text::of("there is no file of weights whose tensors it names"),
                             Text::of("Leave it out, or give that file as start.weights."));
        }
        start = {};
        return;
    }
    start.weights = wholePath(start.weights);
    start.names = wholePath(start.names);
    start.sha256 = model::hashOfFiles(sourceOf(start).files);
}

std::optional<run::InitialWeights> loadInitialWeights(const run::RunConfig& config,
                                                      nn::Network<float>& network) {
    const run::StartConfig& start = config.start;
    if (start.weights.empty()) return std::nullopt;
    model::WeightsSource source = sourceOf(start);
    const auto matched = model::matchTensors(network.graph(), *source.tensors, namesOf(start), start.weights);
    for (const auto& [parameter, entry] : matched)
        take(source.tensors->read(*entry), parameter, *network.find(parameter.suffix));
    if (!start.names.empty()) {
        const std::filesystem::path names = start.names;
        source.files.push_back({names.filename().string(),
                                static_cast<std::int64_t>(std::filesystem::file_size(names)),
                                sha256HexOfFile(names)});
    }
    return run::InitialWeights{.files = std::move(source.files), .producer = std::move(source.producer)};
}

}  // namespace prunescope::train
