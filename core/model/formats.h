#pragma once

#include "model/network_format.h"

namespace prunescope::model {

// Each is defined in a file of its own.
NetworkFormat safetensorsFormat();
NetworkFormat runWeightsFormat();
NetworkFormat npzFormat();
NetworkFormat onnxFormat();
NetworkFormat tensorboardFormat();
NetworkFormat mlflowFormat();
NetworkFormat cFormat();

}  // namespace prunescope::model
