#include "base/error.h"
#include "nn/graph_builder.h"
#include "nn/networks.h"

#include <fmt/format.h>

namespace prunescope::nn {
namespace {

constexpr std::string_view residualPrefix = "resnet-";
constexpr std::string_view projected = ":projection";
constexpr Shape cifar{3, 32, 32};
constexpr Index deepest = 1202;  // of the paper

/// The number of "resnet-20" or "resnet-20:projection".
Index depthOf(std::string_view name, bool project) {
    std::string_view digits = name.substr(residualPrefix.size());
    if (project) digits.remove_suffix(projected.size());
    const auto depth = numberInName(digits);
    if (!depth || *depth < 8 || *depth > deepest || (*depth - 2) % 6 != 0) {
        throw UsageError("model", Text::of("there is no '{}'", name.substr(0, 100)),
                         Text::of("The depth is 6n+2: resnet-8, resnet-14, resnet-20, resnet-32, "
                                  "resnet-44, resnet-56, up to {}.",
                                  deepest));
    }
    return *depth;
}

/// The CIFAR network of He et al. 2016, section 4.2: depth 6n+2, three stages of n blocks, 16, 32 and 64
/// wide.
Graph residualNetwork(const ModelRequest& r, bool project) {
    const Index blocks = (depthOf(r.name, project) - 2) / 6;
    const Projection shortcut = project ? Projection{".shortcut.conv", ".shortcut.bn"} : Projection{};
    GraphBuilder net(r.input, r.name, r.mostParameters);
    net.convolution("conv1", {16, 3, 1, 1, false}).batchNorm("bn1").relu();
    Index stage = 1;
    for (const Index width : {16, 32, 64}) {
        for (Index block = 1; block <= blocks; ++block) {
            const Index stride = stage > 1 && block == 1 ? 2 : 1;
            net.residualBlock(fmt::format("stage{}.block{}", stage, block), width, stride, shortcut);
        }
        ++stage;
    }
    return net.globalAveragePool().dropout(r.dropout).dense("fc", r.classes).build();
}

Graph withoutProjection(const ModelRequest& r) {
    return residualNetwork(r, false);
}

}  // namespace

NetworkEntry resnet20Entry() {
    return {.description = {.name = "resnet-20",
                            .title = "ResNet-20",
                            .summary = "CIFAR residual network with parameter-free shortcuts (He et al. "
                                       "2016, option A)."},
            .isMeantBy = nullptr,
            .graph = withoutProjection,
            .images = cifar};
}

NetworkEntry resnetEntry() {
    return {.description = {.name = "resnet-N",
                            .title = "ResNet",
                            .summary = "The same at any depth N = 6n+2: resnet-8, resnet-32, resnet-56 …"},
            .isMeantBy =
                [](std::string_view name) {
                    return name.starts_with(residualPrefix) && !name.ends_with(projected);
                },
            .graph = withoutProjection,
            .images = cifar};
}

NetworkEntry projectedResnetEntry() {
    return {.description = {.name = "resnet-N:projection",
                            .title = "ResNet with projections",
                            .summary = "The same with 1x1 convolutions as shortcuts where the shape changes "
                                       "(option B)."},
            .isMeantBy =
                [](std::string_view name) {
                    return name.starts_with(residualPrefix) && name.ends_with(projected);
                },
            .graph = [](const ModelRequest& r) { return residualNetwork(r, true); },
            .images = cifar};
}

}  // namespace prunescope::nn
