#pragma once

#include <cstdint>

namespace prunescope {

/// Bytes of memory that this machine has, whoever uses them.
std::int64_t machineMemory();

}  // namespace prunescope
