#pragma once

#include "model/trained_model.h"
#include "model/weights_header.h"

namespace prunescope::model {

/// What the tensors of a file hold of prunable parameters.
enum class MaskForm {
    applied,  ///< NAME: the effective weight, 0 where it is cut
    /// NAME_orig and NAME_mask, as `torch.nn.utils.prune` keeps them: their product is the effective weight.
    /// Where it is cut NAME_orig is the latent value, so that pruning can be taken back.
    besides,
};

/// All parameters of the network, in its order, in the rows that PyTorch has them in.
std::vector<NamedTensor> networkTensors(const TrainedModel& model, MaskForm form);

/// Whether there is a tensor of the second form among them.
bool hasMasksBeside(const std::vector<TensorEntry>& entries);
/// The file in the first form, whichever it has. Throws `Error` with `origin` for masks of another size.
WeightsFile withMasksApplied(WeightsFile file, const std::string& origin);

/// What the graph computes with those tensors. Throws `Error` with `origin` when one is missing or has
/// another size.
nn::InferenceGraph graphWithTensors(const nn::Graph& graph, const WeightsFile& file, MaskForm form,
                                    const std::string& origin);

/// The option of a format that writes such tensors, and its value.
run::OptionDescription masksOption();
MaskForm maskForm(const nlohmann::json& options);

}  // namespace prunescope::model
