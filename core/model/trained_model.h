#pragma once

#include "model/weights_file.h"
#include "nn/graph.h"
#include "run/run_record.h"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace prunescope::model {

/// How the inputs of a network come from the numbers in its data, channel by channel:
///
///     in[c] = (number / unit - mean[c]) / deviation[c], and 0 where deviation[c] is 0
struct InputScaling {
    static constexpr double ofBytes = 255;
    /// 255 for pixels of one byte, 1 for numbers; nothing where that is not known.
    std::optional<double> unit{};
    std::vector<double> mean{};
    std::vector<double> deviation{};
};

/// Behind the name of a prunable parameter, where a file has both.
inline constexpr const char* maskSuffix = ".mask";
inline constexpr const char* latentSuffix = ".latent";

/// Among the facts of a file, as JSON: what was asked of the data, and what was decided for the columns of a
/// table.
inline constexpr const char* dataOptionsFact = "data_options";
inline constexpr const char* columnsFact = "columns";

/// A trained network, and all that a file for another program may say of it.
struct TrainedModel {
    std::string name;  ///< of the run; files and what is in them are called so
    nn::Graph graph;
    /// Effective values under the parameters' names, as PyTorch calls them too; a number that it predicts is
    /// in its own unit. Of a prunable parameter NAME.mask (1 = kept) and NAME.latent, the value before masks
    /// and attention, where they are known.
    WeightsFile weights;
    /// Of its run: what it was made with and from, class names, the course. Empty where nothing is known.
    run::RunRecord record{};
    InputScaling scaling{};

    /// Throws `std::logic_error` for a name that is no parameter's.
    const std::vector<float>& values(const std::string& parameter) const;
    /// Null where every weight is kept, or masks are not known.
    const std::vector<std::uint8_t>* mask(const std::string& parameter) const;
    /// Null where they are not known.
    const std::vector<float>* latent(const std::string& parameter) const;

    /// The share of the prunable weights that is cut, in [0, 1].
    double sparsity() const;
    /// Of its outputs: "class 0" and so on where the record has none; the name of the number that it
    /// predicts.
    std::vector<std::string> classNames() const;
    /// What the graph computes, one operation for each of its nodes.
    nn::InferenceGraph inferenceGraph() const;
    /// The same as it is deployed: batch norm folded, channels removed that say nothing.
    nn::InferenceGraph deployed() const;
    bool predictsNumber() const;
    /// Where it comes from, by key, for the metadata of a file: model, dataset, input, classes, method,
    /// sparsity, run, program and so on. What is not known has no key.
    std::map<std::string, std::string> facts() const;
};

}  // namespace prunescope::model
