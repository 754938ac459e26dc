#pragma once

#include "base/random.h"
#include "model/trained_model.h"
#include "nn/models.h"

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace prunescope::test {

/// A network with random parameters as a run leaves it: nine of ten weights of a prunable parameter are cut,
/// among them all of every third output, so that channels are dead. Batch norm has statistics that it would
/// have measured. `share`: of the weights of the other outputs that are kept.
inline model::TrainedModel trainedModel(nn::Graph graph, double share = 0.1) {
    model::TrainedModel model{.name = "example", .graph = std::move(graph), .weights = {}};
    Random random(7, RandomStream::test);
    for (const nn::Node& node : model.graph.nodes()) {
        for (const nn::ParameterShape& p : node.operation->parameters(node.place.input())) {
            const std::string name = node.place.name + p.suffix;
            const auto size = static_cast<std::size_t>(p.size());
            const bool prunable = p.role == nn::ParameterRole::weight;
            std::vector<float> values(size);
            std::vector<float> latent(size);
            std::vector<std::uint8_t> mask(size);
            const std::size_t outputs = static_cast<std::size_t>(p.shape.front());
            for (std::size_t i = 0; i < size; ++i) {
                const double drawn = random.normal();
                const bool kept = random.uniform() < share && i / (size / outputs) % 3 != 1;
                mask[i] = kept ? 1 : 0;
                latent[i] = static_cast<float>(drawn);
                values[i] = prunable && !kept ? 0.0F : latent[i];
                if (p.suffix == ".running_var") values[i] = static_cast<float>(0.5 + drawn * drawn);
                if (p.role == nn::ParameterRole::normScale) values[i] = static_cast<float>(1 + 0.2 * drawn);
            }
            model.weights.tensors.push_back({name, p.shape, std::move(values)});
            if (!prunable) continue;
            model.weights.tensors.push_back({name + model::latentSuffix, p.shape, std::move(latent)});
            model.weights.tensors.push_back({name + model::maskSuffix, p.shape, std::move(mask)});
        }
    }
    model.weights.metadata = {{"model", model.graph.name()}, {"step", "7"}};
    return model;
}

/// One that is known by name, with ten classes.
inline model::TrainedModel trainedModel(const std::string& network, const kernels::Shape& input) {
    return trainedModel(nn::graphOf({.name = network, .input = input, .classes = 10}));
}

/// So many random images, one after the other.
inline std::vector<float> randomInputs(const kernels::Shape& input, std::int64_t count) {
    Random random(11, RandomStream::test);
    std::vector<float> images(static_cast<std::size_t>(count * input.size()));
    for (float& value : images) value = static_cast<float>(random.normal());
    return images;
}

}  // namespace prunescope::test
