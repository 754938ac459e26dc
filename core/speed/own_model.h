#pragma once

#include "base/error.h"
#include "model/tensor_reader.h"
#include "nn/parameter.h"
#include "speed/request.h"

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace prunescope::speed {

/// A trained network as a run left it in its weights file.
class OwnModel {
public:
    using Parameters = std::vector<nn::Parameter<float>*>;

    /// Compares what the file's header says with the network that it names, before memory is taken for
    /// either, and reads the tensors of that network. Throws `Error` for a file that cannot be read, does not
    /// say which network it belongs to, or holds other tensors than that.
    explicit OwnModel(const std::filesystem::path& file);
    /// The same for a file that is open; `origin` names it in messages.
    OwnModel(const model::TensorReader& reader, std::string origin);

    /// The same request for this network and for images like those it was trained on.
    Request completed(Request request) const;
    /// Sets every parameter of a network built to that request. Weights that were cut become so small that
    /// ranking by magnitude puts them below all others, in the order that the run left them in: at `sparsity`
    /// exactly they are cut again. Throws `Error` when the file holds other tensors than these.
    void copyTo(const Parameters& parameters) const;
    /// The share of the prunable weights that is zero, such that masks chosen for it keep all others. Throws
    /// `Error` when nothing else is left.
    double sparsity(const Parameters& parameters) const;

private:
    std::vector<const model::TensorEntry*> entriesOfNetwork(const model::TensorReader& reader) const;
    Error missing(const nn::Parameter<float>& parameter) const;
    std::optional<std::vector<std::int64_t>> numbersAt(const std::string& key, std::size_t count) const;
    const std::vector<float>& valuesOf(const nn::Parameter<float>& parameter) const;
    float shrinkage(const Parameters& parameters) const;

    std::string origin_;
    model::WeightsFile file_;  ///< the tensors of its network alone
};

}  // namespace prunescope::speed
