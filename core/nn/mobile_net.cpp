#include "nn/graph_builder.h"
#include "nn/networks.h"

#include <fmt/format.h>

#include <array>

namespace prunescope::nn {
namespace {

/// A row of Sandler et al. 2018, table 2.
struct BottleneckStage {
    Index expansion;
    Index channels;
    int blocks;
    Index stride;  ///< of the first block
};

/// Of the paper's table, but for the strides of the second stage and of the first convolution, which are 1
/// for images of 32 x 32.
constexpr std::array<BottleneckStage, 7> bottlenecks{{{1, 16, 1, 1},
                                                      {6, 24, 2, 1},
                                                      {6, 32, 3, 2},
                                                      {6, 64, 4, 2},
                                                      {6, 96, 3, 1},
                                                      {6, 160, 3, 2},
                                                      {6, 320, 1, 1}}};

/// A convolution without bias, batch norm and ReLU6.
void activated(GraphBuilder& net, const std::string& name, const ConvolutionOptions& options) {
    net.convolution(name + ".0", options).batchNorm(name + ".1").relu6();
}

/// A 1x1 convolution that widens, a depthwise 3x3 one and a 1x1 one that narrows, with a residual sum where
/// the shape stays (Sandler et al. 2018, table 1).
void invertedResidual(GraphBuilder& net, const std::string& name, Index expansion, Index outputs,
                      Index stride) {
    const TensorIndex in = net.here();
    const Shape before = net.shape();
    const Index width = before.channels * expansion;
    int part = 0;
    const auto next = [&] { return fmt::format("{}.conv.{}", name, part++); };
    if (expansion > 1) activated(net, next(), {width, 1, 1, 0, false});
    activated(net, next(), {width, 3, stride, 1, false, 1, width});
    net.convolution(next(), {outputs, 1, 1, 0, false}).batchNorm(next());
    if (net.shape() == before) net.plus(in);
}

Graph mobileNet(const ModelRequest& r) {
    GraphBuilder net(r.input, r.name, r.mostParameters);
    activated(net, "features.0", {32, 3, 1, 1, false});
    int place = 1;
    for (const BottleneckStage& stage : bottlenecks) {
        for (int block = 0; block < stage.blocks; ++block) {
            const Index stride = block == 0 ? stage.stride : 1;
            invertedResidual(net, fmt::format("features.{}", place++), stage.expansion, stage.channels,
                             stride);
        }
    }
    activated(net, fmt::format("features.{}", place), {1280, 1, 1, 0, false});
    return net.globalAveragePool().dropout(r.dropout).dense("classifier.1", r.classes).build();
}

}  // namespace

NetworkEntry mobileNetEntry() {
    return {.description = {.name = "mobilenet-v2",
                            .title = "MobileNetV2",
                            .summary = "Inverted residuals with depthwise convolutions in their form for "
                                       "32x32 images, 2.2 million parameters (Sandler et al. 2018)."},
            .isMeantBy = nullptr,
            .graph = mobileNet,
            .images = {3, 32, 32}};
}

}  // namespace prunescope::nn
