#pragma once

#include "base/strong_index.h"
#include "nn/graph.h"
#include "run/records.h"
#include "run/run_record.h"

#include <QString>
#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace prunescope::ui {

/// One operation of a network, or the image that it begins with, in the engine's words.
struct NetworkNode {
    std::string name{};                         ///< empty for the image
    std::string kind{};                         ///< "convolution", "add", …
    std::vector<std::int64_t> weightShape{};    ///< empty without weights
    std::array<std::int64_t, 3> outputShape{};  ///< channels, height, width
    std::int64_t parameters = 0;
    std::int64_t macs = 0;
    std::optional<LayerIndex> prunable{};
    std::vector<std::size_t> reads{};  ///< nodes, by position

    bool operator==(const NetworkNode&) const = default;
};

/// The image, then every operation in the order in which the network runs them.
using NetworkGraph = std::vector<NetworkNode>;

NetworkGraph networkGraphOf(const nn::Graph& graph);
/// Of a run's network; empty when this program does not know how it is built. Makes no weights.
NetworkGraph networkGraphOf(const run::RunHeader& header);

/// "20 × 24 × 24"; of an image of one pixel, how many values it has.
QString outputText(const NetworkNode& node);
/// "convolution · 20 × 1 × 5 × 5"; the image is called so.
QString kindText(const NetworkNode& node);
/// "520 parameters, 288,000 multiply-accumulates"; empty without any.
QString costText(const NetworkNode& node);
/// All of it in a sentence.
QString nodeSentence(const NetworkNode& node);

}  // namespace prunescope::ui
