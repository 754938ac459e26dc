#pragma once

#include "model/trained_model.h"
#include "nn/inference_graph.h"
#include "run/records.h"

#include <nlohmann/json.hpp>

#include <filesystem>
#include <string>
#include <vector>

namespace prunescope::cli {

/// A trained network with all that was decided for its inputs.
struct AskedNetwork {
    std::string origin;  ///< what messages call it
    nn::InferenceGraph graph;
    std::vector<std::string> classNames{};
    std::string target{};      ///< the number that it predicts, in its own unit; empty where it names classes
    std::string targetUnit{};  ///< empty for none
    model::InputScaling scaling{};
    std::vector<run::ColumnDescription> columns{};  ///< of a table, in the order of its file
    nlohmann::json dataOptions = nlohmann::json::object();

    const kernels::Shape& input() const { return graph.shape(nn::InferenceGraph::input()); }
};

/// From a run's folder, the weights in one, or a file that was exported. Throws `Error` where it cannot be
/// read, or does not say how its inputs are scaled.
AskedNetwork askedNetwork(const std::filesystem::path& place);

}  // namespace prunescope::cli
