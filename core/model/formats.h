#pragma once

#include "model/network_format.h"

namespace prunescope::model {

// Each is defined in a file of its own.
NetworkFormat safetensorsFormat();
NetworkFormat runWeightsFormat();
NetworkFormat cFormat();

}  // namespace prunescope::model
