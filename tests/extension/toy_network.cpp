// A network of somebody else's.

#include "extension/extensions.h"
#include "nn/graph_builder.h"
#include "nn/models.h"

namespace prunescope::extension {
namespace {

nn::Graph toy(const nn::ModelRequest& request) {
    nn::GraphBuilder net(request.input, request.name, request.mostParameters);
    net.averagePool({2, 2}).convolution("edges", {4, 3, 2, 1, false}).batchNorm("norm").relu();
    return net.globalAveragePool().dropout(request.dropout).dense("answer", request.classes).build();
}

nn::NetworkEntry toyNetwork() {
    return {.description = {.name = "toy", .title = "Toy", .summary = "Four filters on half of the pixels."},
            .isMeantBy = nullptr,
            .graph = toy};
}

}  // namespace

void addToyNetwork() {
    nn::networks().add(toyNetwork());
}

}  // namespace prunescope::extension
