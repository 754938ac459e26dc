#include "nn/graph_builder.h"
#include "nn/networks.h"

namespace prunescope::nn {
namespace {

/// Caffe's LeNet-5: 20 and 50 filters of 5x5, 500 hidden units, with a ReLU after each.
Graph lenet5(const ModelRequest& r) {
    GraphBuilder net(r.input, r.name, r.mostParameters);
    net.convolution("conv1", {20, 5, 1, 0, true}).relu().maxPool({2, 2});
    net.convolution("conv2", {50, 5, 1, 0, true}).relu().maxPool({2, 2});
    return net.flatten().dense("fc1", 500).relu().dropout(r.dropout).dense("fc2", r.classes).build();
}

}  // namespace

NetworkEntry lenet5Entry() {
    return {.description = {.name = "lenet-5",
                            .title = "LeNet-5",
                            .summary = "Two 5x5 convolutions of 20 and 50 filters, 500 hidden units: the "
                                       "LeNet-5 of the pruning literature."},
            .isMeantBy = nullptr,
            .graph = lenet5};
}

}  // namespace prunescope::nn
