#include "nn/models.h"

#include "nn/graph_json.h"
#include "nn/network_file.h"
#include "nn/networks.h"
#include "run/run_config.h"

#include <charconv>

namespace prunescope::nn {

/// A new network is one file and one line here.
Registry<NetworkEntry>& networks() {
    static Registry<NetworkEntry> all(
        "unknown network '{}'", "model",
        {lenet5Entry(), lenet300Entry(), perceptronEntry(), resnet18Entry(), resnet20Entry(), resnetEntry(),
         projectedResnetEntry(), wideResnetEntry(), vgg16Entry(), mobileNetEntry(), networkFileEntry()});
    return all;
}

Graph graphOf(const ModelRequest& request) {
    if (!request.graph.is_null()) {
        Graph graph = graphFromJson(request.graph, request.mostParameters);
        expectFit(graph, request);
        return graph;
    }
    // The name of a file may begin as those of a family do.
    if (run::namesNetworkFile(request.name)) return networkFileEntry().graph(request);
    return networks().get(request.name).graph(request);
}

std::optional<Index> numberInName(std::string_view text) {
    constexpr std::size_t mostDigits = 9;
    Index value = 0;
    const auto [end, code] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (code != std::errc{} || end != text.data() + text.size() || text.size() > mostDigits)
        return std::nullopt;
    return value;
}

}  // namespace prunescope::nn
