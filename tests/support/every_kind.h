#pragma once

#include "nn/activation_layers.h"
#include "nn/graph_builder.h"
#include "nn/pair_layers.h"
#include "nn/shortcut.h"
#include "nn/simple_layers.h"
#include "nn/zero_pad.h"

#include <memory>
#include <string>

namespace prunescope::test {

inline void activate(nn::GraphBuilder& net, const std::string& name, const nn::ActivationFunction& function) {
    net.add(name, std::make_shared<nn::ActivationOperation>(function));
}

/// What the whole plane shows weighs its channels.
inline void squeezeAndExcite(nn::GraphBuilder& net, nn::Index channels) {
    const nn::TensorIndex planes = net.here();
    net.globalAveragePool().convolution("squeeze", {channels / 2, 1, 1, 0, true}).relu();
    net.convolution("excite", {channels, 1, 1, 0, true});
    activate(net, "weights", {.kind = nn::ActivationFunction::Kind::hardSigmoid});
    const nn::TensorIndex weights = net.here();
    net.from(planes).combine(std::make_shared<nn::MultiplyOperation>(), weights);
}

/// Padded windows, also such as do not fit whole.
inline void poolEveryWay(nn::GraphBuilder& net) {
    net.maxPool({.window = {3, 2}, .stride = {1, 2}, .padding = {1, 0}, .ceil = true});
    net.averagePool({.window = 3, .stride = {1, 2}, .padding = 1, .countPadding = true});
    net.averagePool({.window = {2, 3}, .stride = {2, 1}, .padding = {0, 1}, .ceil = true});
}

/// A network that has every kind of operation, and of convolutions and pools every form, for planes of 17 x
/// 15 or about as much.
inline nn::Graph graphOfEveryKind(const kernels::Shape& input) {
    using Kind = nn::ActivationFunction::Kind;
    nn::GraphBuilder net(input, "every-kind");
    net.convolution("rectangle", {.outputs = 8, .kernel = {3, 2}, .stride = {2, 1}, .padding = {1, 0}});
    activate(net, "leaky", {.kind = Kind::leakyRelu, .slope = 0.2});
    net.convolution("groups",
                    {.outputs = 8, .kernel = 3, .padding = {2, 1}, .dilation = {2, 1}, .groups = 4});
    net.batchNorm("bn");
    activate(net, "swish", {.kind = Kind::hardSwish});
    squeezeAndExcite(net, 8);
    poolEveryWay(net);
    const nn::TensorIndex fork = net.here();
    net.convolution("gate", {8, 1, 1, 0, true});
    activate(net, "open", {.kind = Kind::sigmoid});
    net.combine(std::make_shared<nn::MultiplyOperation>(), fork);
    const nn::TensorIndex gated = net.here();
    net.from(fork).convolution("deep", {8, 3, 1, 1, false, 1, 8});
    activate(net, "bent", {.kind = Kind::tanh});
    net.plus(gated).combine(std::make_shared<nn::ConcatOperation>(), fork);
    net.add("margins", std::make_shared<nn::ZeroPadOperation>(nn::Margins{.top = 1, .left = 2, .right = 1}));
    activate(net, "clip", {.kind = Kind::clip, .low = -0.5, .high = 1.5});
    net.add("subsample", std::make_shared<nn::SubsampleOperation>(20, 2));
    const nn::TensorIndex planes = net.here();
    const nn::TensorIndex largest = net.add("largest", std::make_shared<nn::GlobalMaxPoolOperation>()).here();
    const nn::TensorIndex weights = net.from(planes).globalAveragePool().plus(largest).here();
    net.from(planes).combine(std::make_shared<nn::MultiplyOperation>(), weights);
    return net.flatten().dropout(0.2).dense("fc1", 12).relu().dense("fc2", 10).build();
}

}  // namespace prunescope::test
