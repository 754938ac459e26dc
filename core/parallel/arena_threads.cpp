#include "parallel/arena_threads.h"

#include <tbb/task_arena.h>

namespace prunescope::parallel {

int threadsOfArena() {
    return tbb::this_task_arena::max_concurrency();
}

}  // namespace prunescope::parallel
