#include "base/error.h"
#include "nn/graph_builder.h"
#include "nn/networks.h"

#include <fmt/format.h>

namespace prunescope::nn {
namespace {

constexpr std::string_view widePrefix = "wrn-";
constexpr Index deepestWide = 1000;
constexpr Index widest = 64;

struct WideSize {
    Index blocks;  ///< of each stage
    Index width;
};

/// Of "wrn-28-10".
WideSize wideSizeOf(std::string_view name) {
    const std::string_view numbers = name.substr(widePrefix.size());
    const std::size_t dash = numbers.find('-');
    const bool both = dash != std::string_view::npos;
    const auto depth = numberInName(numbers.substr(0, dash));
    const auto width = both ? numberInName(numbers.substr(dash + 1)) : std::nullopt;
    const bool fits = depth && width && *depth >= 10 && *depth <= deepestWide && (*depth - 4) % 6 == 0 &&
                      *width >= 1 && *width <= widest;
    if (fits) return {(*depth - 4) / 6, *width};
    throw UsageError("model", Text::of("there is no '{}'", name.substr(0, 100)),
                     Text::of("The depth is 6n+4, up to {}, and the width a factor from 1 to {}: wrn-16-4, "
                              "wrn-28-10, wrn-40-2.",
                              deepestWide, widest));
}

/// Batch norm and ReLU before each of two 3x3 convolutions (Zagoruyko & Komodakis 2016, figure 1a). Where the
/// number of channels changes, the shortcut is a 1x1 convolution of what the first ReLU gives.
void wideBlock(GraphBuilder& net, const std::string& name, Index outputs, Index stride) {
    const TensorIndex in = net.here();
    const bool widens = net.shape().channels != outputs;
    const TensorIndex active = net.batchNorm(name + ".bn1").relu().here();
    net.convolution(name + ".conv1", {outputs, 3, stride, 1, false}).batchNorm(name + ".bn2").relu();
    const TensorIndex path = net.convolution(name + ".conv2", {outputs, 3, 1, 1, false}).here();
    TensorIndex shortcut = in;
    if (widens)
        shortcut =
            net.from(active).convolution(name + ".convShortcut", {outputs, 1, stride, 0, false}).here();
    net.from(path).plus(shortcut);
}

/// Zagoruyko & Komodakis 2016, table 1: depth 6n+4, stages of 16, 32 and 64 channels times the width.
/// Parameters have the names of the usual PyTorch code.
Graph wideResnet(const ModelRequest& r) {
    const WideSize size = wideSizeOf(r.name);
    GraphBuilder net(r.input, r.name, r.mostParameters);
    net.convolution("conv1", {16, 3, 1, 1, false});
    int stage = 1;
    for (const Index channels : {16, 32, 64}) {
        for (Index block = 0; block < size.blocks; ++block) {
            const Index stride = stage > 1 && block == 0 ? 2 : 1;
            wideBlock(net, fmt::format("block{}.layer.{}", stage, block), channels * size.width, stride);
        }
        ++stage;
    }
    net.batchNorm("bn1").relu().globalAveragePool().dropout(r.dropout);
    return net.dense("fc", r.classes).build();
}

}  // namespace

NetworkEntry wideResnetEntry() {
    return {
        .description = {.name = "wrn-D-K",
                        .title = "Wide ResNet",
                        .summary = "Residual network of depth D = 6n+4 that is K times as wide: wrn-16-4, "
                                   "wrn-28-10 … (Zagoruyko & Komodakis 2016)."},
        .isMeantBy = [](std::string_view name) { return name.starts_with(widePrefix); },
        .graph = wideResnet,
        .images = {3, 32, 32}};
}

}  // namespace prunescope::nn
