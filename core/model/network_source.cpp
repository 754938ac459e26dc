#include "model/network_source.h"

#include "base/error.h"
#include "nn/network_file.h"
#include "run/run_config.h"

#include <array>
#include <charconv>

namespace prunescope::model {
namespace {

/// Three whole numbers with an x between them; nothing for an empty text.
std::optional<nn::Shape> imagesNamed(std::string_view text) {
    if (text.empty()) return std::nullopt;
    std::array<std::int32_t, 3> extents{};
    const char* at = text.data();
    const char* const end = at + text.size();
    for (std::size_t k = 0; k < extents.size(); ++k) {
        if (k > 0 && (at == end || *at++ != 'x')) break;
        const auto [rest, code] = std::from_chars(at, end, extents[k]);
        if (code != std::errc{} || extents[k] < 1) break;
        at = rest;
        if (k + 1 == extents.size() && at == end) return nn::Shape{extents[0], extents[1], extents[2]};
    }
    throw UsageError("model", Text::of("'{}' says in a wrong way what images are read", text.substr(0, 100)),
                     Text::of("Give channels, rows and columns, such as net.onnx:3x48x192."));
}

}  // namespace

OnnxNetwork readNamedOnnx(std::string_view name) {
    const std::string_view file = run::onnxFileNamed(name);
    const std::string_view behind = name.substr(file.size());
    return readOnnxNetwork(file, imagesNamed(behind.empty() ? behind : behind.substr(1)));
}

nn::Graph readNetworkNamed(const std::string& name) {
    return run::onnxFileNamed(name).empty() ? nn::readNetworkFile(name) : readNamedOnnx(name).graph;
}

nn::Graph graphOf(const nn::ModelRequest& request) {
    if (!request.graph.is_null() || run::onnxFileNamed(request.name).empty()) return nn::graphOf(request);
    nn::Graph graph = readNamedOnnx(request.name).graph;
    nn::expectFit(graph, request);
    return graph;
}

}  // namespace prunescope::model
