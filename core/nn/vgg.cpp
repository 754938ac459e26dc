#include "nn/graph_builder.h"
#include "nn/networks.h"

#include <fmt/format.h>

#include <array>

namespace prunescope::nn {
namespace {

/// Simonyan & Zisserman 2015, column D, each convolution with a batch norm behind it, in its usual form for
/// 32 x 32 images: what the last pooling leaves, one pixel, goes into a single dense layer. Parameters have
/// torchvision's names.
Graph vgg16(const ModelRequest& r) {
    struct Stage {
        int convolutions;
        Index channels;
    };
    constexpr std::array<Stage, 5> stages{{{2, 64}, {2, 128}, {3, 256}, {3, 512}, {3, 512}}};
    GraphBuilder net(r.input, r.name, r.mostParameters);
    int place = 0;  // among torchvision's features, of which ReLU and pooling are some
    for (const Stage& stage : stages) {
        for (int k = 0; k < stage.convolutions; ++k, place += 3) {
            net.convolution(fmt::format("features.{}", place), {stage.channels, 3, 1, 1, true});
            net.batchNorm(fmt::format("features.{}", place + 1)).relu();
        }
        net.maxPool({2, 2});
        ++place;
    }
    if (net.shape().pixels() > 1) net.globalAveragePool();
    return net.dropout(r.dropout).dense("classifier", r.classes).build();
}

}  // namespace

NetworkEntry vgg16Entry() {
    return {.description = {.name = "vgg-16-bn",
                            .title = "VGG-16",
                            .summary = "Thirteen 3x3 convolutions with batch norm and one dense layer, 14.7 "
                                       "million parameters (Simonyan & Zisserman 2015)."},
            .isMeantBy = nullptr,
            .graph = vgg16,
            .images = {3, 32, 32}};
}

}  // namespace prunescope::nn
