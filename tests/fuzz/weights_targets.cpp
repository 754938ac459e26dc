// Weight files, as tensors and as the network that they name.

#include "base/error.h"
#include "model/weights_file.h"
#include "model/weights_reader.h"
#include "nn/graph_json.h"
#include "nn/models.h"
#include "speed/own_model.h"
#include "support/pruned_weights.h"
#include "targets.h"

#include <cmath>

namespace prunescope::fuzz {
namespace {

/// What was read is written and read again alike.
void readWeights(std::string_view bytes) {
    const model::WeightsFile file = model::parseWeights(bytes, "input");
    const std::string written = model::formatWeights(file);
    expect(model::formatWeights(model::parseWeights(written, "written")) == written,
           "tensors read back as they were written");
}

/// A network that is accepted takes the file's weights, and has the sparsity that they say.
void readNetwork(std::string_view bytes) {
    const speed::OwnModel own(model::WeightsReader(bytes, "input"), "input");
    const speed::Request request = own.completed({});
    nn::Network<float> network = nn::buildNetwork<float>({.name = request.model,
                                                          .input = speed::imageShape(request),
                                                          .classes = request.classes,
                                                          .capacity = 1,
                                                          .graph = request.graph});
    own.copyTo(network.parameters());
    const double sparsity = own.sparsity(network.parameters());
    expect(sparsity >= 0 && sparsity < 1, "a sparsity is from 0 to below 1");
    for (const nn::Parameter<float>* p : network.parameters()) {
        for (std::int64_t i = 0; i < p->size(); ++i)
            expect(std::isfinite(p->value()[i]), "weights are finite");
    }
}

/// A network of few weights, so that the fuzzer meets its bytes often.
std::string smallNetwork(const std::string& model, bool withGraph = false) {
    const auto network = nn::buildNetwork<float>({.name = model, .input = {1, 28, 28}, .capacity = 1});
    model::WeightsFile file{{{"model", model}, {"dataset", "mnist"}}, {}};
    if (withGraph) file.metadata["graph"] = nn::graphToJson(network.graph()).dump();
    for (const nn::Parameter<float>* p : network.parameters()) {
        std::vector<float> values(static_cast<std::size_t>(p->size()));
        for (std::size_t i = 0; i < values.size(); i += 3) values[i] = 0.5F;
        file.tensors.push_back({p->name(), p->shape(), std::move(values)});
    }
    return model::formatWeights(file);
}

}  // namespace

Target weightsTarget() {
    return {.name = "weights",
            .run = answered<readWeights>,
            .seeds =
                [] {
                    const model::WeightsFile file{
                        {{"model", "lenet-5"}},
                        {{"steps", {}, std::vector<std::int64_t>{-7}},
                         {"fc1.weight", {2, 3}, std::vector<float>{1, -2, 0.5F, 0, 3, 4}},
                         {"nothing", {0, 4}, std::vector<float>{}},
                         {"fc1.mask", {3}, std::vector<std::uint8_t>{1, 0, 255}}}};
                    return std::vector<std::string>{model::formatWeights(file), model::formatWeights({})};
                },
            .longest = 65536};
}

Target networkTarget() {
    return {.name = "network",
            .run = answered<readNetwork>,
            .seeds =
                [] {
                    return std::vector<std::string>{smallNetwork("mlp:1"), smallNetwork("mlp:2,1"),
                                                    smallNetwork("mlp:1", true),
                                                    model::formatWeights(test::prunedWeights())};
                },
            .longest = 1 << 18};
}

}  // namespace prunescope::fuzz
