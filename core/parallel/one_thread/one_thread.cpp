// The layer without TBB: every loop runs on the thread that calls it. What is computed is the same, because
// blocks never depend on the number of threads.

#include "parallel/arena_threads.h"
#include "parallel/parallel_for.h"
#include "parallel/thread_arena.h"

namespace prunescope::parallel {

void detail::parallelFor(std::int64_t count, BlockFunction function, const void* body) {
    for (std::int64_t i = 0; i < count; ++i) function(body, i);
}

int threadsOfArena() {
    return 1;
}

struct ThreadArena::Threads {};

ThreadArena::ThreadArena(int /*threads*/) {}

ThreadArena::~ThreadArena() = default;

void ThreadArena::run(const std::function<void()>& task) {
    task();
}

int machineThreads() {
    return 1;
}

}  // namespace prunescope::parallel
