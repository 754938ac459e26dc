#pragma once

#include "model/weights_file.h"
#include "nn/graph.h"

#include <deque>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace prunescope::model {

/// A network with its weights, as it is put together from the nodes of an ONNX graph: what a later node does
/// may still be taken into the weights of an earlier one, and what nobody reads is left out in the end.
class OnnxDraft {
public:
    /// An operation with the values of its parameters by their suffix, ".weight".
    struct Step {
        std::string name;
        std::string kind;  ///< as `nn::operations()` knows it
        nlohmann::json attributes;
        std::vector<nn::TensorIndex> inputs;
        std::map<std::string, std::vector<float>> arrays{};
        nn::Shape output{};
    };

    /// Throws `UsageError` for an input that is empty or too large.
    OnnxDraft(std::string name, const nn::Shape& input);

    const nn::Shape& shape(nn::TensorIndex tensor) const;
    /// The step that makes a tensor; null for the images.
    Step* maker(nn::TensorIndex tensor);

    /// Appends a step and returns what it makes. Its name is made plain, and unlike all others. Throws
    /// `UsageError` for attributes out of range and shapes that do not suit the operation, and when the
    /// network gets larger than one that is read from outside may be.
    nn::TensorIndex add(const std::string& name, const std::string& kind, nlohmann::json attributes,
                        std::vector<nn::TensorIndex> inputs,
                        std::map<std::string, std::vector<float>> arrays = {});
    /// The tensor as one value for each pixel and channel, which a dense layer reads.
    nn::TensorIndex flattened(nn::TensorIndex tensor);
    /// out = scale in + shift by channel: within the step before where it has weights and `sole` says that
    /// nobody else reads it, else as a depthwise convolution of one pixel. `scale` and `shift` have a value
    /// for each channel.
    nn::TensorIndex scaled(nn::TensorIndex tensor, bool sole, const std::string& name,
                           const std::vector<float>& scale, const std::vector<float>& shift);

    /// What leads to `output`, and its weights by name. Throws `UsageError` as `nn::Graph`.
    std::pair<nn::Graph, WeightsFile> finish(nn::TensorIndex output) const;

private:
    std::string uniqueName(const std::string& wanted, const std::string& kind);
    std::vector<bool> needed(nn::TensorIndex output) const;

    std::string name_;
    nn::Shape input_;
    std::deque<Step> steps_{};
    std::set<std::string> names_;
    std::map<nn::TensorIndex, nn::TensorIndex> flattened_{};
    nn::Index values_ = 0;  ///< of one image in all tensors
};

/// A name that may stand in files, tables and messages: no path, no blanks at its ends; empty where nothing
/// is left of it.
std::string plainOnnxName(std::string_view name);

}  // namespace prunescope::model
