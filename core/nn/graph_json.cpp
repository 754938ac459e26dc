#include "nn/graph_json.h"

#include "base/clean_text.h"
#include "base/error.h"
#include "base/json_reader.h"
#include "run/json_fields.h"

#include <fmt/format.h>

#include <array>
#include <map>
#include <optional>
#include <utility>

namespace prunescope::nn {
namespace {

using Json = nlohmann::json;
using run::JsonFields;

constexpr const char* formatName = "prunescope.graph.1";
constexpr const char* inputName = "input";
constexpr const char* softmaxKind = "softmax";
constexpr std::size_t mostNodes = 16'384;
constexpr std::size_t mostInputs = 2;
/// Of one image in all tensors: what is read from outside must not take all memory for its first batch.
constexpr Index mostValuesRead = Index{1} << 26U;
constexpr std::size_t longestName = 200;

Text remedy() {
    return Text::of("Mend the description of the network, or choose another network.");
}

/// A name that can stand in a file, a table and a message.
std::string nameAt(const JsonFields& fields) {
    std::string name;
    fields.read("name", name);
    const bool plain = !name.empty() && name.size() <= longestName && terminalLine(name) == name;
    if (!plain)
        run::refuseJson(fields.pathTo("name"), Text::of("a name of 1 to {} letters", longestName), name);
    return name;
}

/// Complete and in range; an attribute must be there unless it has a value of its own.
Json attributesAt(const JsonFields& fields, const OperationEntry& entry) {
    const Json* given = fields.find("attributes");
    if (given == nullptr) throw Error(fields.pathTo("attributes"), Text::of("is missing"), remedy());
    const JsonFields attributes(*given, fields.pathTo("attributes"));
    for (const run::OptionDescription& option : entry.description.options) {
        if (option.defaultValue.is_null() && attributes.find(option.key.c_str()) == nullptr)
            throw Error(attributes.pathTo(option.key), Text::of("is missing"), remedy());
    }
    return run::completedOptions(
        entry.description, {.prefix = fields.pathTo("attributes"), .field = fields.pathTo("attributes")},
        *given);
}

std::vector<std::string> kindsOfNodes() {
    std::vector<std::string> kinds = operations().names();
    kinds.emplace_back(softmaxKind);
    return kinds;
}

/// Where an object begins that is the `number`th in the list `nodes`: the lists and objects of a graph's
/// text, which was read before, tell it by their depth alone.
std::size_t beginOfNode(std::string_view text, std::size_t number) {
    constexpr int depthOfNodes = 2;  // in an object, in a list
    int depth = 0;
    bool quoted = false;
    std::size_t seen = 0;
    for (std::size_t at = 0; at < text.size(); ++at) {
        const char c = text[at];
        if (quoted) {
            if (c == '\\') ++at;
            quoted = c != '"';
        } else if (c == '"') {
            quoted = true;
        } else if (c == '{' || c == '[') {
            if (c == '{' && depth == depthOfNodes && seen++ == number) return at;
            ++depth;
        } else if (c == '}' || c == ']') {
            --depth;
        }
    }
    return 0;
}

void expectKeys(const Json& object, const std::string& path, std::initializer_list<std::string_view> known) {
    for (const auto& [key, value] : object.items()) {
        if (std::find(known.begin(), known.end(), key) == known.end())
            throw unknownName("unknown member '{}'", key, {known.begin(), known.end()}, path);
    }
}

class GraphReader {
public:
    GraphReader(const Json& json, Index parameterLimit)
        : json_(json), fields_(json, "graph"), limit_(parameterLimit) {}

    Graph read() {
        expectKeys(json_, "graph", {"format", "name", "input", "nodes"});
        std::string format;
        fields_.read("format", format);
        if (format != formatName) {
            throw Error(fields_.pathTo("format"),
                        Text::of("is '{}' where '{}' is expected", format.substr(0, 100), formatName),
                        remedy());
        }
        std::array<std::int64_t, 3> extents{};
        fields_.readCounts("input", extents);
        Graph graph(nameAt(fields_), {extents[0], extents[1], extents[2]}, limit_);
        for (const Json* node : fields_.list("nodes", mostNodes)) {
            node_ = node_ ? *node_ + 1 : 0;
            readNode(graph, *node);
        }
        node_.reset();
        graph.expectClassifier();
        return graph;
    }

    /// The node that was being read when something was wrong; nothing when it was no node.
    std::optional<std::size_t> node() const { return node_; }

private:
    void readNode(Graph& graph, const Json& json) {
        const std::string path = fmt::format("graph.nodes[{}]", node_.value_or(0));
        const JsonFields fields(json, path);
        expectKeys(json, path, {"name", "kind", "inputs", "attributes"});
        const std::string name = nameAt(fields);
        std::string kind;
        fields.read("kind", kind);
        if (kind == softmaxKind) return readSoftmax(graph, fields, name);
        const OperationEntry* entry = operations().find(kind);
        if (entry == nullptr)
            throw unknownName("unknown operation '{}'", kind, kindsOfNodes(), fields.pathTo("kind"));
        const auto operation = entry->make(attributesAt(fields, *entry));
        if (name == inputName)
            throw Error(fields.pathTo("name"), Text::of("'{}' stands for the images", name), remedy());
        const TensorIndex made = graph.add(name, operation, inputsAt(fields, operation->inputs()));
        tensors_[name] = made;
        values_ += graph.shape(made).size();
        if (values_ > mostValuesRead) {
            throw UsageError("model", Text::of("{}: what {} makes is too large", graph.name(), name),
                             Text::of("Choose a smaller network."));
        }
    }

    /// The logits are the answer here, and training has its own softmax: the node changes nothing, and is not
    /// kept. Nothing may come behind it.
    void readSoftmax(const Graph& graph, const JsonFields& fields, const std::string& name) {
        const TensorIndex in = inputsAt(fields, 1).front();
        if (in != graph.output()) {
            throw Error(fields.pathTo("inputs"), Text::of("a softmax reads what the last node makes"),
                        remedy());
        }
        if (fields_.list("nodes", mostNodes).size() != *node_ + 1) {
            throw Error(fields.pathTo("kind"), Text::of("'{}' is a softmax and not the last node", name),
                        remedy());
        }
    }

    std::vector<TensorIndex> inputsAt(const JsonFields& fields, std::size_t count) const {
        std::vector<std::string> names;
        fields.read("inputs", names, mostInputs);
        if (names.size() != count) {
            throw Error(fields.pathTo("inputs"),
                        Text::of("has {} names where {} are needed", names.size(), count), remedy());
        }
        std::vector<TensorIndex> tensors;
        for (const std::string& name : names) {
            const auto found = tensors_.find(name);
            if (found == tensors_.end()) {
                throw Error(fields.pathTo("inputs"),
                            Text::of("names '{}', which no node before it is called", name.substr(0, 100)),
                            remedy());
            }
            tensors.push_back(found->second);
        }
        return tensors;
    }

    const Json& json_;
    JsonFields fields_;
    Index limit_;
    std::optional<std::size_t> node_{};
    Index values_ = 0;  ///< of one image in the tensors so far
    std::map<std::string, TensorIndex> tensors_{{inputName, Graph::input()}};
};

}  // namespace

Json graphToJson(const Graph& graph) {
    const auto nameOf = [&](TensorIndex tensor) {
        return tensor == Graph::input() ? inputName : graph.nodes()[tensor.index() - 1].place.name;
    };
    Json nodes = Json::array();
    for (const Node& node : graph.nodes()) {
        Json inputs = Json::array();
        for (const TensorIndex tensor : node.inputs) inputs.push_back(nameOf(tensor));
        nodes.push_back({{"name", node.place.name},
                         {"kind", node.operation->kind()},
                         {"inputs", std::move(inputs)},
                         {"attributes", node.operation->attributes()}});
    }
    const Shape& in = graph.inputShape();
    return {{"format", formatName},
            {"name", graph.name()},
            {"input", {in.channels, in.height, in.width}},
            {"nodes", std::move(nodes)}};
}

Graph graphFromJson(const Json& json, Index parameterLimit) {
    return GraphReader(json, parameterLimit).read();
}

Graph readGraph(std::string_view text, const std::string& where, Index parameterLimit) {
    Json json;
    try {
        json = readJson(text, where, remedy());
    } catch (const Error& e) {
        throw UsageError(e.where(), e.problem(), e.mend());
    }
    GraphReader reader(json, parameterLimit);
    try {
        return reader.read();
    } catch (const Error& e) {
        // Where it stands in the text; a graph's own errors name the node, and the option where the name was.
        const std::size_t at = reader.node() ? beginOfNode(text, *reader.node()) : 0;
        const Text place = Text::of("{}, {}", where, placeInText(text, at));
        const bool hasPath = e.where().english() != "model" && !e.where().empty();
        throw UsageError(hasPath ? Text::of("{}: {}", place, e.where()) : place, e.problem(), e.mend());
    }
}

}  // namespace prunescope::nn
