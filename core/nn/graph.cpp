#include "nn/graph.h"

#include "base/error.h"

#include <algorithm>
#include <utility>

namespace prunescope::nn {
namespace {

UsageError misplaced(const Node& node) {
    return {"model",
            Text::of("{}: {} ({}) cannot stand right behind a flattening", node.place.network,
                     node.place.name, node.operation->kind()),
            Text::of("Put a dense layer between them, or leave the flattening out.")};
}

run::LayerDescription described(const Node& node) {
    run::LayerDescription layer{.name = node.place.name,
                                .kind = std::string(node.operation->kind()),
                                .outputShape = {node.output.channels, node.output.height, node.output.width}};
    for (const ParameterShape& p : node.operation->parameters(node.place.input())) {
        if (p.role == ParameterRole::statistic) continue;
        layer.parameters += p.size();
        if (p.role != ParameterRole::weight) continue;
        layer.weightShape = p.shape;
        layer.weights += p.size();
        layer.macs += p.size() * node.output.pixels();
    }
    return layer;
}

}  // namespace

Graph::Graph(std::string name, const Shape& input, Index parameterLimit)
    : name_(std::move(name)), input_(input), parameterLimit_(parameterLimit) {
    const auto fits = [&](Index extent) { return extent >= 1 && extent <= mostValues; };
    const bool each = fits(input.channels) && fits(input.height) && fits(input.width);
    if (each && fits(input.pixels()) && fits(input.channels * input.pixels())) return;
    throw UsageError("model", Text::of("{} cannot read images of this size", name_),
                     Text::of("Choose images of 1 to {} values.", mostValues));
}

const Shape& Graph::shape(TensorIndex tensor) const {
    return tensor == input() ? input_ : nodes_[tensor.index() - 1].output;
}

Index Graph::countOf(std::string_view kind) const {
    return std::count_if(nodes_.begin(), nodes_.end(),
                         [&](const Node& node) { return node.operation->kind() == kind; });
}

bool Graph::handsOnFlattened(const Node& node) const {
    const bool reads = std::any_of(node.inputs.begin(), node.inputs.end(), [&](TensorIndex t) {
        return t != input() && nodes_[t.index() - 1].flattened;
    });
    if (reads && !node.operation->readsFlattened()) throw misplaced(node);
    // A layer with weights makes something new of it.
    return reads && node.operation->parameters(node.place.input()).empty();
}

TensorIndex Graph::add(std::string name, std::shared_ptr<const Operation> operation,
                       std::vector<TensorIndex> inputs) {
    const auto number = countOf(operation->kind());
    Node node{.place = {.network = name_, .name = std::move(name), .number = number},
              .operation = std::move(operation),
              .inputs = std::move(inputs),
              .output = {}};
    for (const TensorIndex tensor : node.inputs) node.place.inputs.push_back(shape(tensor));
    if (names_.contains(node.place.name)) {
        throw UsageError("model", Text::of("{} has two nodes of the name '{}'", name_, node.place.name),
                         Text::of("Give each node a name of its own."));
    }
    node.output = node.operation->output(node.place);
    const bool flattens = node.operation->kind() == "flatten" && node.place.input().pixels() > 1;
    node.flattened = handsOnFlattened(node) || flattens;
    const Index values = values_ + node.output.size();
    if (values > mostValues) {
        throw UsageError("model", Text::of("{}: what {} makes is too large", name_, node.place.name),
                         Text::of("Choose a smaller network."));
    }
    Index parameters = parameters_;
    for (const ParameterShape& p : node.operation->parameters(node.place.input()))
        parameters = std::min(parameters + p.size(), parameterLimit_ + 1);
    if (parameters > parameterLimit_) {
        throw UsageError("model", Text::of("{} has more parameters than are expected", name_),
                         Text::of("Choose a smaller network."));
    }
    parameters_ = parameters;
    values_ = values;
    names_.insert(node.place.name);
    for (const TensorIndex tensor : node.inputs) ++readers_[tensor.index()];
    readers_.push_back(0);
    nodes_.push_back(std::move(node));
    return output();
}

void Graph::expectComplete() const {
    if (nodes_.empty())
        throw UsageError("model", Text::of("{} has no node", name_), Text::of("Give it at least one."));
    for (std::size_t k = 0; k + 1 < nodes_.size(); ++k) {
        if (readers_[k + 1] > 0) continue;
        throw UsageError("model", Text::of("{}: nobody reads what {} makes", name_, nodes_[k].place.name),
                         Text::of("Leave it out, or put it at the end."));
    }
}

void Graph::expectClassifier() const {
    expectComplete();
    if (parameters_ == 0) {
        throw UsageError("model", Text::of("{} has nothing to learn", name_),
                         Text::of("Give it a layer with weights."));
    }
    if (outputShape().pixels() == 1) return;
    throw UsageError("model",
                     Text::of("{} gives {} x {} pixels for each class, not one", name_, outputShape().height,
                              outputShape().width),
                     Text::of("Let it end in a dense layer or in an average over the pixels."));
}

std::vector<std::size_t> Graph::executionOrder() const {
    enum class Mark : std::uint8_t { fresh, open, done };
    std::vector<Mark> marks(nodes_.size(), Mark::fresh);
    std::vector<std::size_t> order;
    std::vector<std::size_t> open{nodes_.size() - 1};
    while (!open.empty()) {
        const std::size_t k = open.back();
        if (marks[k] != Mark::fresh) {
            open.pop_back();
            if (marks[k] == Mark::open) order.push_back(k);
            marks[k] = Mark::done;
            continue;
        }
        marks[k] = Mark::open;
        // What is pushed last is run first.
        for (const TensorIndex tensor : nodes_[k].inputs)
            if (tensor != input() && marks[tensor.index() - 1] == Mark::fresh)
                open.push_back(tensor.index() - 1);
    }
    return order;
}

run::NetworkDescription Graph::describe() const {
    run::NetworkDescription description{.name = name_, .layers = {}};
    std::int32_t prunable = 0;
    for (const Node& node : nodes_) {
        if (node.operation->parameters(node.place.input()).empty()) continue;
        description.layers.push_back(described(node));
        run::LayerDescription& layer = description.layers.back();
        if (layer.weights > 0) layer.prunable = LayerIndex{prunable++};
    }
    return description;
}

InferenceGraph inferenceGraph(const Graph& graph, const ParameterValues& values) {
    InferenceGraph deployed(graph.inputShape());
    std::vector<TensorIndex> made(graph.nodes().size() + 1, InferenceGraph::input());
    for (const std::size_t k : graph.executionOrder()) {
        const Node& node = graph.nodes()[k];
        Lowering at{.place = node.place, .inputs = {}, .values = values};
        for (const TensorIndex tensor : node.inputs) at.inputs.push_back(made[tensor.index()]);
        made[k + 1] = node.operation->lower(deployed, at);
    }
    return deployed;
}

}  // namespace prunescope::nn
