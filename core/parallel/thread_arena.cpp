#include "parallel/thread_arena.h"

#include "parallel/worker_allowance.h"
#include "parallel/worker_team.h"

#include <tbb/info.h>
#include <tbb/task_arena.h>

#include <algorithm>

namespace prunescope::parallel {

/// All but the calling thread are workers. How many work here, the arena says.
struct ThreadArena::Threads {
    explicit Threads(int count) : allowed(count - 1), arena(count) {}

    WorkerAllowance allowed;
    tbb::task_arena arena;
};

ThreadArena::ThreadArena(int threads) : threads_(std::make_unique<Threads>(threads)) {}

ThreadArena::~ThreadArena() = default;

void ThreadArena::run(const std::function<void()>& task) {
    threads_->arena.execute([&task] {
        const WorkerTeam team;
        task();
    });
}

int machineThreads() {
    return std::max(1, tbb::info::default_concurrency());
}

}  // namespace prunescope::parallel
