#pragma once

#include "model/tensor_reader.h"
#include "model/trained_model.h"
#include "nn/parameter.h"
#include "speed/request.h"

#include <filesystem>
#include <string>
#include <vector>

namespace prunescope::speed {

/// A trained network as a run left it in its weights file.
class OwnModel {
public:
    using Parameters = std::vector<nn::Parameter<float>*>;

    /// Throws `Error` as `model::readTrainedModel` does, and `UsageError` for a file of an unknown kind.
    explicit OwnModel(const std::filesystem::path& file);
    /// The same for a file that is open; `origin` names it in messages.
    OwnModel(const model::TensorReader& reader, std::string origin);

    /// The same request for this network and for images like those it was trained on.
    Request completed(Request request) const;
    /// Sets every parameter of a network built to that request. Weights that were cut become so small that
    /// ranking by magnitude puts them below all others, in the order that the run left them in: at `sparsity`
    /// exactly they are cut again.
    void copyTo(const Parameters& parameters) const;
    /// The share of the prunable weights that is zero, such that masks chosen for it keep all others. Throws
    /// `Error` when nothing else is left.
    double sparsity(const Parameters& parameters) const;

private:
    float shrinkage(const Parameters& parameters) const;

    std::string origin_;
    model::TrainedModel model_;
};

}  // namespace prunescope::speed
