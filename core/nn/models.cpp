#include "nn/models.h"

#include "base/suggest.h"

#include <fmt/format.h>

#include <charconv>
#include <optional>
#include <utility>

namespace prunescope::nn {
namespace {

constexpr Index widestLayer = 100'000;
constexpr std::size_t mostHiddenLayers = 32;
constexpr Index deepestResidual = 1202;  // the deepest of the paper

/// At most nine digits, so that a name cannot be padded to any length.
std::optional<Index> wholeNumber(std::string_view text) {
    constexpr std::size_t mostDigits = 9;
    Index value = 0;
    const auto [end, code] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (code != std::errc{} || end != text.data() + text.size() || text.size() > mostDigits)
        return std::nullopt;
    return value;
}

UsageError wrongWidths(Text problem) {
    return {
        "model", std::move(problem),
        Text::of("Give up to {} widths from 1 to {}, such as mlp:300,100.", mostHiddenLayers, widestLayer)};
}

std::vector<Index> hiddenWidths(std::string_view name, std::string_view list) {
    const std::string_view shown = name.substr(0, 100);
    if (list.empty()) throw wrongWidths(Text::of("'{}' has no list of layer widths", shown));
    std::vector<Index> widths;
    while (true) {
        const std::size_t comma = list.find(',');
        const std::string_view item = list.substr(0, comma);
        const auto width = wholeNumber(item);
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

template <class T>
Sequential<T> multilayerPerceptron(const ModelRequest& r, const LayerWrapper<T>& wrap,
                                   const std::vector<Index>& widths) {
    NetworkBuilder<T> net(r.input, r.name, wrap, r.mostParameters);
    net.flatten();
    int layer = 1;
    for (const Index width : widths) net.dense(fmt::format("fc{}", layer++), width).relu();
    return net.dropout(r.dropout).dense(fmt::format("fc{}", layer), r.classes).build();
}

/// LeNet-5 as the pruning literature uses it (Caffe's): 20 and 50 filters of 5x5, 500 hidden units, with a
/// ReLU after each.
template <class T>
Sequential<T> lenet5(const ModelRequest& r, const LayerWrapper<T>& wrap) {
    NetworkBuilder<T> net(r.input, r.name, wrap, r.mostParameters);
    net.convolution("conv1", {20, 5, 1, 0, true}).relu().maxPool({2, 2});
    net.convolution("conv2", {50, 5, 1, 0, true}).relu().maxPool({2, 2});
    return net.flatten().dense("fc1", 500).relu().dropout(r.dropout).dense("fc2", r.classes).build();
}

/// The CIFAR network of He et al. 2016, section 4.2: depth 6n+2, three stages of n blocks, 16, 32 and 64
/// wide.
template <class T>
Sequential<T> residualNetwork(const ModelRequest& r, const LayerWrapper<T>& wrap, Index depth, bool project) {
    NetworkBuilder<T> net(r.input, r.name, wrap, r.mostParameters);
    net.convolution("conv1", {16, 3, 1, 1, false}).batchNorm("bn1").relu();
    Index stage = 1;
    for (const Index width : {16, 32, 64}) {
        for (Index block = 1; block <= (depth - 2) / 6; ++block) {
            const Index stride = stage > 1 && block == 1 ? 2 : 1;
            net.residualBlock(fmt::format("stage{}.block{}", stage, block), width, stride, project);
        }
        ++stage;
    }
    return net.globalAveragePool().dropout(r.dropout).dense("fc", r.classes).build();
}

/// Depth and kind of shortcut of "resnet-20" or "resnet-20:projection"; nothing for another name.
std::optional<std::pair<Index, bool>> residualDepth(const std::string& name) {
    constexpr std::string_view prefix = "resnet-";
    constexpr std::string_view suffix = ":projection";
    if (!name.starts_with(prefix)) return std::nullopt;
    const bool project = name.ends_with(suffix);
    std::string_view digits(name);
    digits.remove_prefix(prefix.size());
    if (project) digits.remove_suffix(suffix.size());
    const auto depth = wholeNumber(digits);
    if (!depth || *depth < 8 || *depth > deepestResidual || (*depth - 2) % 6 != 0) {
        throw UsageError("model", Text::of("there is no '{}'", name.substr(0, 100)),
                         Text::of("The depth is 6n+2: resnet-8, resnet-14, resnet-20, resnet-32, "
                                  "resnet-44, resnet-56, up to {}.",
                                  deepestResidual));
    }
    return std::pair{*depth, project};
}

template <class T>
Sequential<T> layersOf(const ModelRequest& r, const LayerWrapper<T>& wrap) {
    if (r.name == "lenet-300-100") return multilayerPerceptron<T>(r, wrap, {300, 100});
    if (r.name == "lenet-5") return lenet5<T>(r, wrap);
    if (const auto depth = residualDepth(r.name))
        return residualNetwork<T>(r, wrap, depth->first, depth->second);
    constexpr std::string_view perceptron = "mlp:";
    if (r.name.starts_with(perceptron)) {
        return multilayerPerceptron<T>(
            r, wrap, hiddenWidths(r.name, std::string_view(r.name).substr(perceptron.size())));
    }
    std::vector<std::string> names;
    for (const auto& model : modelDescriptions()) names.push_back(model.name);
    throw unknownName("unknown network '{}'", r.name, names, "model");
}

}  // namespace

const std::vector<ModelDescription>& modelDescriptions() {
    static const std::vector<ModelDescription> models{
        {"lenet-5",
         "Two 5x5 convolutions of 20 and 50 filters, 500 hidden units: the LeNet-5 of the pruning "
         "literature."},
        {"lenet-300-100", "Dense layers of 300 and 100 units (LeCun et al. 1998)."},
        {"mlp:WIDTHS", "Dense layers of the given widths, such as mlp:300,100."},
        {"resnet-20", "CIFAR residual network with parameter-free shortcuts (He et al. 2016, option A)."},
        {"resnet-N", "The same at any depth N = 6n+2: resnet-8, resnet-32, resnet-56 …"},
        {"resnet-N:projection",
         "The same with 1x1 convolutions as shortcuts where the shape changes (option B)."},
    };
    return models;
}

template <class T>
Network<T> buildNetwork(const ModelRequest& request, const LayerWrapper<T>& wrap) {
    return Network<T>(request.name, layersOf<T>(request, wrap), request.capacity);
}

template Network<float> buildNetwork<float>(const ModelRequest&, const LayerWrapper<float>&);
template Network<double> buildNetwork<double>(const ModelRequest&, const LayerWrapper<double>&);

}  // namespace prunescope::nn
