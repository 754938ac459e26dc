#pragma once

#include "model/tensor_reader.h"
#include "model/trained_model.h"

#include <string>
#include <string_view>

namespace prunescope::model {

/// The images that a network of that name is usually shown; 1x28x28 where the name is not known.
kernels::Shape usualInput(std::string_view network);

/// The network that a file of weights names, with its tensors; `origin` is what messages call the file.
///
/// What the header says is held against the network before memory is taken for either: a name costs a few
/// bytes, and may stand for any amount of memory. Masks and latent values are taken where the file has them
/// in the right size. Throws `Error` for a file that does not say which network it belongs to, holds other
/// tensors than that, values that are not finite, or weights that their masks cut and that are not 0.
TrainedModel readTrainedModel(const TensorReader& reader, const std::string& origin);

}  // namespace prunescope::model
