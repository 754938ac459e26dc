#pragma once

#include "model/trained_model.h"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace prunescope::runtime {

/// How pixels of one byte become inputs, channel by channel: input = factor pixel + shift.
struct PixelScaling {
    std::vector<float> factor;
    std::vector<float> shift;
};

/// From the metadata `unit`, `mean` and `deviation` of an export; what is missing or no number is left out.
model::InputScaling inputScalingIn(const std::map<std::string, std::string>& metadata);

/// From the metadata `unit`, `mean` and `deviation` of an export (see `model::InputScaling`); nothing where
/// they are missing, are no numbers, or are not of so many channels of bytes.
std::optional<PixelScaling> pixelScalingIn(const std::map<std::string, std::string>& metadata,
                                           std::size_t channels);

/// The metadata `class_names`, a list in JSON; `otherwise` where it is none of as many texts.
std::vector<std::string> classNamesIn(const std::map<std::string, std::string>& metadata,
                                      std::vector<std::string> otherwise);

}  // namespace prunescope::runtime
