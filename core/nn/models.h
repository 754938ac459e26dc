#pragma once

#include "nn/network.h"
#include "nn/network_builder.h"

#include <string>
#include <vector>

namespace prunescope::nn {

/// One entry of the list of networks that can be asked for by name.
struct ModelDescription {
    std::string name;     ///< as typed, or a pattern such as "resnet-N"
    std::string summary;  ///< one sentence, with its source
};

const std::vector<ModelDescription>& modelDescriptions();

struct ModelRequest {
    std::string name;
    Shape input;
    Index classes = 10;
    Index capacity = 128;  ///< largest batch
    double dropout = 0;    ///< before the last dense layer
    /// A network with more is refused before memory is taken for it.
    Index mostParameters = NetworkBuilder<float>::unlimited;
};

/// Builds a network by name; its parameters are zero until `initialise`. Throws `UsageError` for a name that
/// is not known, a malformed one ("mlp:", "resnet-21") or an input it cannot take. `wrap`, unless empty, is
/// put around every layer.
template <class T>
Network<T> buildNetwork(const ModelRequest& request, const LayerWrapper<T>& wrap = {});

}  // namespace prunescope::nn
