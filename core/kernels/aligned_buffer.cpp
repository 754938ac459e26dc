#include "kernels/aligned_buffer.h"

#ifdef __linux__
#include <sys/mman.h>
#endif

namespace prunescope::kernels::detail {

void* takeMemory(std::size_t bytes) {
    void* const memory = ::operator new(bytes, alignmentOf(bytes));
#ifdef MADV_HUGEPAGE
    if (bytes >= hugePage)
        madvise(memory, bytes, MADV_HUGEPAGE);  // a wish: without it nothing is lost but time
#endif
    return memory;
}

}  // namespace prunescope::kernels::detail
