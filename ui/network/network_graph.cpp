#include "ui/network/network_graph.h"

#include "base/error.h"
#include "nn/models.h"
#include "ui/support/engine_text.h"
#include "ui/support/format.h"

#include <QCoreApplication>
#include <QStringList>
#include <algorithm>

namespace prunescope::ui {
namespace {

struct NetworkText {
    Q_DECLARE_TR_FUNCTIONS(NetworkText)
};

template <class Extents>
QString extentsText(const Extents& extents) {
    QStringList words;
    for (const std::int64_t extent : extents) words << QString::number(extent);
    return words.join(QStringLiteral(" × "));
}

std::array<std::int64_t, 3> extentsOf(const nn::Shape& shape) {
    return {shape.channels, shape.height, shape.width};
}

}  // namespace

NetworkGraph networkGraphOf(const nn::Graph& graph) {
    const run::NetworkDescription described = graph.describe();
    NetworkGraph nodes{{.outputShape = extentsOf(graph.inputShape())}};
    std::vector<std::size_t> place(graph.nodes().size() + 1, 0);  // of each tensor
    for (const std::size_t k : graph.executionOrder()) {
        const nn::Node& made = graph.nodes()[k];
        NetworkNode node{.name = made.place.name,
                         .kind = std::string(made.operation->kind()),
                         .outputShape = extentsOf(made.output)};
        const auto layer = std::find_if(described.layers.begin(), described.layers.end(),
                                        [&](const auto& one) { return one.name == node.name; });
        if (layer != described.layers.end()) {
            node.weightShape = layer->weightShape;
            node.parameters = layer->parameters;
            node.macs = layer->macs;
            node.prunable = layer->prunable;
        }
        for (const nn::TensorIndex tensor : made.inputs) node.reads.push_back(place[tensor.index()]);
        place[k + 1] = nodes.size();
        nodes.push_back(std::move(node));
    }
    return nodes;
}

NetworkGraph networkGraphOf(const run::RunHeader& header) {
    const auto [channels, height, width] = header.dataset.imageShape;
    try {
        NetworkGraph graph =
            networkGraphOf(nn::graphOf({.name = header.config.model,
                                        .input = {channels, height, width},
                                        .classes = static_cast<nn::Index>(header.dataset.classNames.size()),
                                        .graph = header.config.graph}));
        // A file that has changed since, or a network that is built otherwise today, is not the run's.
        const auto pruned = std::count_if(graph.begin(), graph.end(),
                                          [](const NetworkNode& node) { return node.prunable.has_value(); });
        const auto recorded = run::prunableNames(header.network);
        return pruned == static_cast<std::ptrdiff_t>(recorded.size()) ? graph : NetworkGraph{};
    } catch (const Error&) {
        return {};
    }
}

QString outputText(const NetworkNode& node) {
    const auto [channels, height, width] = node.outputShape;
    return height * width == 1 ? QString::number(channels) : extentsText(node.outputShape);
}

QString kindText(const NetworkNode& node) {
    if (node.kind.empty()) return NetworkText::tr("image");
    const QString kind = engineText(node.kind);
    return node.weightShape.empty() ? kind : kind + QStringLiteral(" · ") + extentsText(node.weightShape);
}

QString costText(const NetworkNode& node) {
    if (node.parameters == 0) return {};
    if (node.macs == 0) return NetworkText::tr("parameters: %1").arg(countText(node.parameters));
    return NetworkText::tr("parameters: %1, MACs: %2").arg(countText(node.parameters), countText(node.macs));
}

QString nodeSentence(const NetworkNode& node) {
    const QString made = NetworkText::tr("gives %1").arg(outputText(node));
    QStringList parts{kindText(node), made};
    if (const QString cost = costText(node); !cost.isEmpty()) parts << cost;
    const QString all = parts.join(QStringLiteral("; "));
    return node.name.empty() ? all : NetworkText::tr("%1: %2").arg(QString::fromStdString(node.name), all);
}

}  // namespace prunescope::ui
