#pragma once

#include "nn/models.h"

namespace prunescope::nn {

// Each is defined in the file of its family.
NetworkEntry lenet5Entry();
NetworkEntry lenet300Entry();
NetworkEntry perceptronEntry();
NetworkEntry resnet18Entry();
NetworkEntry resnet20Entry();
NetworkEntry resnetEntry();
NetworkEntry projectedResnetEntry();
NetworkEntry wideResnetEntry();
NetworkEntry vgg16Entry();
NetworkEntry mobileNetEntry();
NetworkEntry networkFileEntry();

/// The whole number that a part of a network's name is, of at most nine digits, so that a name cannot be
/// padded to any length.
std::optional<Index> numberInName(std::string_view text);

}  // namespace prunescope::nn
