// With M_l the multiply-accumulates of layer l for one image, k_l of its w_l weights kept, L_l = M_l k_l /
// w_l:
//
// forward          sum L_l
// step, dense      sum 3 M_l - M_1           forward, gradient of the data (none for the first layer) and of
//                                            the weights
// exploration      sum (2 L_l + M_l) - L_1   the gradient of the weights is that of a dense layer
// exploitation     sum 3 L_l - L_1
// bytes moved      stored bytes + batch x 4 x (input + answers): what a program that keeps all between in
//                  its caches still moves
// stored bytes     sum of run::storedBytes + 4 x other parameters

#include "speed/theory.h"

#include <algorithm>
#include <cassert>

namespace prunescope::speed {
namespace {

void addLayer(Theory& theory, const run::LayerDescription& layer, std::int64_t kept) {
    const auto macs = static_cast<double>(layer.macs);
    const double left = macs * static_cast<double>(kept) / static_cast<double>(layer.weights);
    const double dataGradients = theory.macs == 0 ? 0 : 1;
    theory.macs += macs;
    theory.macsLeft += left;
    theory.stepMacs += (2 + dataGradients) * macs;
    theory.explorationMacs += (1 + dataGradients) * left + macs;
    theory.exploitationMacs += (2 + dataGradients) * left;
}

}  // namespace

double Theory::bytesMoved(std::int64_t batch) const {
    return edgeBytes * static_cast<double>(batch) + static_cast<double>(storedBytes);
}

double Theory::intensity(std::int64_t batch) const {
    return 2 * macsLeft * static_cast<double>(batch) / bytesMoved(batch);
}

Theory theoryOf(const run::NetworkDescription& network, const std::vector<std::int64_t>& kept,
                std::int64_t inputSize) {
    Theory theory;
    const auto& answers = network.layers.back().outputShape;
    theory.edgeBytes = sizeof(float) * static_cast<double>(inputSize + answers[0] * answers[1] * answers[2]);
    std::int64_t prunable = 0;
    std::int64_t left = 0;
    for (const run::LayerDescription& layer : network.layers) {
        theory.denseBytes += 4 * layer.parameters;
        if (!layer.prunable) {
            theory.storedBytes += 4 * layer.parameters;
            continue;
        }
        assert(layer.prunable->index() < kept.size());
        const std::int64_t k = kept[layer.prunable->index()];
        theory.storedBytes +=
            run::storedBytes(layer.weightShape, layer.weights, k) + 4 * (layer.parameters - layer.weights);
        addLayer(theory, layer, k);
        prunable += layer.weights;
        left += k;
    }
    theory.sparsity = 1 - static_cast<double>(left) / static_cast<double>(prunable);
    return theory;
}

}  // namespace prunescope::speed
