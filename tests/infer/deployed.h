#pragma once

#include "base/random.h"
#include "infer/layout.h"
#include "nn/network.h"

#include <string>
#include <vector>

/// A network as a run might leave it, and what it answers by itself.
namespace prunescope::infer {

/// Weights drawn, statistics and shifts of batch norm moved from their start, some weights 0, and in every
/// layer but the last some whole output channels 0.
template <class T>
void trainAndPrune(nn::Network<T>& network, double pruned) {
    nn::initialise(network, 3);
    Random random(11, RandomStream::weights);
    for (nn::Parameter<T>* p : network.parameters()) {
        for (Index i = 0; i < p->size(); ++i) {
            const double u = random.uniform();
            T& value = p->value()[i];
            switch (p->role()) {
                case nn::ParameterRole::weight:
                    if (u < pruned || (pruned > 0 && i / p->fanIn() % 5 == 1)) value = 0;
                    break;
                case nn::ParameterRole::normScale:
                    value = static_cast<T>(0.5 + u);
                    break;
                case nn::ParameterRole::statistic:
                    value = static_cast<T>(0.2 + u);
                    break;
                default:
                    value = static_cast<T>(u - 0.5);
            }
        }
    }
}

inline std::vector<float> randomImages(const Shape& shape, Index count) {
    Random random(5, RandomStream::augmentation);
    std::vector<float> images(static_cast<std::size_t>(count * shape.size()));
    for (float& value : images) value = static_cast<float>(random.normal());
    return images;
}

/// What the network itself says.
template <class T>
std::vector<double> answersOf(nn::Network<T>& network, const std::vector<float>& images) {
    const Shape shape = network.inputShape();
    const auto count = static_cast<Index>(images.size()) / shape.size();
    kernels::Tensor<T> in(shape, count);
    auto value = images.begin();
    for (Index n = 0; n < count; ++n)
        for (Index c = 0; c < shape.channels; ++c)
            for (Index y = 0; y < shape.height; ++y)
                for (Index x = 0; x < shape.width; ++x) in.at(c, y, x, n) = static_cast<T>(*value++);
    const kernels::Tensor<T>& out = network.infer(in);
    std::vector<double> logits;
    for (Index n = 0; n < count; ++n)
        for (Index c = 0; c < network.classes(); ++c)
            logits.push_back(static_cast<double>(out.at(c, 0, 0, n)));
    return logits;
}

}  // namespace prunescope::infer
