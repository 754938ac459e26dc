#include "nn/graph_builder.h"
#include "nn/networks.h"

#include <fmt/format.h>

namespace prunescope::nn {
namespace {

/// He et al. 2016, table 1, with the first layers as images of 32 x 32 want them: a 3x3 convolution with
/// stride 1 and no pooling. Parameters have torchvision's names.
Graph resnet18(const ModelRequest& r) {
    constexpr int blocks = 2;
    GraphBuilder net(r.input, r.name, r.mostParameters);
    net.convolution("conv1", {64, 3, 1, 1, false}).batchNorm("bn1").relu();
    int stage = 1;
    for (const Index width : {64, 128, 256, 512}) {
        for (int block = 0; block < blocks; ++block) {
            const Index stride = stage > 1 && block == 0 ? 2 : 1;
            net.residualBlock(fmt::format("layer{}.{}", stage, block), width, stride,
                              {".downsample.0", ".downsample.1"});
        }
        ++stage;
    }
    return net.globalAveragePool().dropout(r.dropout).dense("fc", r.classes).build();
}

}  // namespace

NetworkEntry resnet18Entry() {
    return {.description = {.name = "resnet-18",
                            .title = "ResNet-18",
                            .summary = "Residual network of 64 to 512 channels in its form for 32x32 images, "
                                       "11.2 million parameters (He et al. 2016)."},
            .isMeantBy = nullptr,
            .graph = resnet18,
            .images = {3, 32, 32}};
}

}  // namespace prunescope::nn
