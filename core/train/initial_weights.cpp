#include "train/initial_weights.h"

#include "base/clean_text.h"
#include "base/error.h"
#include "base/quoted.h"
#include "base/sha256.h"
#include "model/tensor_fit.h"
#include "nn/arrays.h"

#include <algorithm>
#include <filesystem>

namespace prunescope::train {
namespace {

constexpr const char* startKey = "start.weights";

/// In one message: whoever mends a file wants to see all of them.
constexpr std::size_t mostNamesTold = 1000;

std::string wholePath(const std::string& path) {
    return path.empty() ? path : std::filesystem::absolute(path).lexically_normal().string();
}

void expectHash(const run::StartConfig& start, const std::string& hash) {
    if (start.sha256.empty() || start.sha256 == hash) return;
    throw UsageError(startKey,
                     Text::of("{} has the SHA-256 {}, and {} is expected", start.weights, hash,
                              terminalLine(start.sha256.substr(0, sha256Digits))),
                     Text::of("Give the file that the run began with, or leave start.sha256 out."));
}

/// What is wrong with the file is told of the option that names it.
template <class Open>
auto opened(const std::string& file, const Open& open) {
    try {
        return open(file);
    } catch (const UsageError&) {
        throw;
    } catch (const Error& e) {
        throw UsageError(startKey, Text::of("{}: {}", e.where(), e.problem()),
                         Text::of("Give the file of weights again, or begin with new ones: "
                                  "start.weights=new."));
    }
}

StartingWeights openedSource(const std::string& file) {
    return opened(file, [](const std::string& name) {
        return std::make_shared<const model::WeightsSource>(model::openWeightsSource(name));
    });
}

/// Tensors are read long after the file was opened and its hash taken.
void expectUnchanged(const run::StartConfig& start, const model::WeightsSource& weights) {
    if (weights.isInMemory) return;
    expectHash(start, model::hashOfFiles(openedSource(start.weights)->files));
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

bool areNew(const run::StartConfig& start) {
    return start.weights.empty() || start.weights == run::newWeights;
}

void expectNoNames(const run::StartConfig& start) {
    if (start.names.empty()) return;
    throw UsageError("start.names", Text::of("there is no file of weights whose tensors it names"),
                     Text::of("Leave it out, or give that file as start.weights."));
}

}  // namespace

StartingWeights resolveStart(run::RunConfig& config, StartingWeights own) {
    run::StartConfig& start = config.start;
    if (start.weights.empty() && own != nullptr) start.weights = config.model;
    if (areNew(start)) {
        expectNoNames(start);
        start = {};
        return nullptr;
    }
    start.weights = wholePath(start.weights);
    start.names = wholePath(start.names);
    const bool isOwn = own != nullptr && start.weights == wholePath(config.model);
    StartingWeights weights = isOwn ? std::move(own) : openedSource(start.weights);
    const std::string hash = model::hashOfFiles(weights->files);
    expectHash(start, hash);
    start.sha256 = hash;
    return weights;
}

std::optional<StartFit> fitOfStart(const run::RunConfig& config, const nn::Graph& graph) {
    run::StartConfig start = config.start;
    const bool ownWeights = config.graph.is_null() && !run::onnxFileNamed(config.model).empty();
    if (start.weights.empty() && ownWeights) start.weights = config.model;
    if (areNew(start)) {
        expectNoNames(start);
        return std::nullopt;
    }
    start.weights = wholePath(start.weights);
    if (!start.sha256.empty()) expectHash(start, model::hashOfFiles(openedSource(start.weights)->files));
    StartFit fit{.file = start.weights, .tensors = opened(start.weights, model::openTensors)};
    fit.fit = model::fitTensors(graph, *fit.tensors, namesOf(start));
    return fit;
}

std::optional<run::InitialWeights> loadInitialWeights(const run::StartConfig& start,
                                                      const StartingWeights& weights,
                                                      nn::Network<float>& network) {
    if (weights == nullptr) return std::nullopt;
    const model::TensorFit fit = model::fitTensors(network.graph(), *weights->tensors, namesOf(start));
    model::expectWhole(fit, network.graph(), start.weights, mostNamesTold);
    for (const auto& [parameter, entry] : fit.matched)
        take(weights->tensors->read(*entry), parameter, *network.find(parameter.suffix));
    expectUnchanged(start, *weights);
    run::InitialWeights origin{.files = weights->files, .producer = weights->producer};
    if (!start.names.empty()) {
        const std::filesystem::path names = start.names;
        origin.files.push_back({names.filename().string(),
                                static_cast<std::int64_t>(std::filesystem::file_size(names)),
                                sha256HexOfFile(names)});
    }
    return origin;
}

}  // namespace prunescope::train
