#pragma once

#include "base/registry.h"
#include "nn/network.h"
#include "run/description.h"

#include <string>
#include <string_view>

namespace prunescope::nn {

struct ModelRequest {
    std::string name;
    Shape input;
    Index classes = 10;
    Index capacity = 128;  ///< largest batch
    double dropout = 0;    ///< rate before the last dense layer
    /// A network with more is refused before memory is taken for it.
    Index mostParameters = Graph::mostParameters;
    /// Of a network that is not known by name: its description, as `graphToJson` writes it; else null. `name`
    /// then counts for nothing.
    nlohmann::json graph = nullptr;
};

/// A network, or a family of them, that can be asked for by name.
struct NetworkEntry {
    /// The name is as typed, or a pattern such as "resnet-N".
    run::Description description;
    /// Whether this family is meant by `name`, well-formed or not; null for a name that stands for itself.
    bool (*isMeantBy)(std::string_view name);
    /// Throws `UsageError` for a malformed name or an input that it cannot take.
    Graph (*graph)(const ModelRequest& request);
    /// What the network is usually shown.
    Shape images{1, 28, 28};

    bool matches(std::string_view name) const {
        return isMeantBy == nullptr ? name == description.name : isMeantBy(name);
    }
};

Registry<NetworkEntry>& networks();

/// The architecture of that name, or of the request's own description. Throws `UsageError` for a name that is
/// not known, a malformed one ("mlp:", "resnet-21"), a description that does not hold, or an input it cannot
/// take.
Graph graphOf(const ModelRequest& request);

/// The same compiled for training; its parameters are zero until `initialise`.
template <class T>
Network<T> buildNetwork(const ModelRequest& request) {
    return Network<T>(graphOf(request), request.capacity);
}

}  // namespace prunescope::nn
