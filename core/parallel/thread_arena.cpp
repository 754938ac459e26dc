#include "parallel/thread_arena.h"

#include "parallel/worker_team.h"

#include <tbb/global_control.h>
#include <tbb/info.h>
#include <tbb/task_arena.h>

#include <algorithm>

namespace prunescope::parallel {

/// Threads that others may hold meanwhile, such as the loop of a paused run.
constexpr int heldElsewhere = 2;

/// TBB keeps no more workers than the machine has threads, unless it is told that more may exist. How many
/// work here, the arena says.
struct ThreadArena::Threads {
    explicit Threads(int count)
        : allowed(tbb::global_control::max_allowed_parallelism,
                  static_cast<std::size_t>(std::max(count, machineThreads()) + heldElsewhere)),
          arena(count) {}

    tbb::global_control allowed;
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
