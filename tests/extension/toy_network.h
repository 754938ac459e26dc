#pragma once

#include "nn/models.h"

namespace prunescope::extension {

nn::NetworkEntry toyNetwork();

}  // namespace prunescope::extension
