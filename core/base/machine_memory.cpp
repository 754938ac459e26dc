#include "base/machine_memory.h"

#include <unistd.h>

namespace prunescope {

std::int64_t machineMemory() {
    return static_cast<std::int64_t>(::sysconf(_SC_PHYS_PAGES)) * ::sysconf(_SC_PAGESIZE);
}

}  // namespace prunescope
