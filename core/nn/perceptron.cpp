#include "base/error.h"
#include "nn/graph_builder.h"
#include "nn/networks.h"

#include <fmt/format.h>

namespace prunescope::nn {
namespace {

constexpr std::string_view perceptronPrefix = "mlp:";
constexpr Index widestLayer = 100'000;
constexpr std::size_t mostHiddenLayers = 32;

UsageError wrongWidths(Text problem) {
    return {
        "model", std::move(problem),
        Text::of("Give up to {} widths from 1 to {}, such as mlp:300,100.", mostHiddenLayers, widestLayer)};
}

/// Of "mlp:300,100".
std::vector<Index> hiddenWidths(std::string_view name) {
    const std::string_view shown = name.substr(0, 100);
    std::string_view list = name.substr(perceptronPrefix.size());
    if (list.empty()) throw wrongWidths(Text::of("'{}' has no list of layer widths", shown));
    std::vector<Index> widths;
    while (true) {
        const std::size_t comma = list.find(',');
        const std::string_view item = list.substr(0, comma);
        const auto width = numberInName(item);
        const std::size_t number = widths.size() + 1;
        if (widths.size() == mostHiddenLayers)
            throw wrongWidths(Text::of("'{}' has more than {} layer widths", shown, mostHiddenLayers));
        if (item.empty()) throw wrongWidths(Text::of("'{}' has no number as layer width {}", shown, number));
        if (!width || *width < 1 || *width > widestLayer)
            throw wrongWidths(Text::of("'{}' has '{}' as layer width {}", shown, item.substr(0, 20), number));
        widths.push_back(*width);
        if (comma == std::string_view::npos) return widths;
        list.remove_prefix(comma + 1);
    }
}

/// Dense layers of those widths, each with a ReLU, and the one that answers.
Graph perceptron(const ModelRequest& r, const std::vector<Index>& widths) {
    GraphBuilder net(r.input, r.name, r.mostParameters);
    net.flatten();
    int layer = 1;
    for (const Index width : widths) net.dense(fmt::format("fc{}", layer++), width).relu();
    return net.dropout(r.dropout).dense(fmt::format("fc{}", layer), r.classes).build();
}

}  // namespace

NetworkEntry lenet300Entry() {
    return {.description = {.name = "lenet-300-100",
                            .title = "LeNet-300-100",
                            .summary = "Dense layers of 300 and 100 units (LeCun et al. 1998)."},
            .isMeantBy = nullptr,
            .graph = [](const ModelRequest& r) {
                return perceptron(r, {300, 100});
            }};
}

NetworkEntry perceptronEntry() {
    return {.description = {.name = "mlp:WIDTHS",
                            .title = "Multilayer perceptron",
                            .summary = "Dense layers of the given widths, such as mlp:300,100."},
            .isMeantBy = [](std::string_view name) { return name.starts_with(perceptronPrefix); },
            .graph = [](const ModelRequest& r) { return perceptron(r, hiddenWidths(r.name)); }};
}

}  // namespace prunescope::nn
