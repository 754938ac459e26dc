#include "parallel/background_arena.h"

#include "base/thread_annotations.h"
#include "parallel/worker_allowance.h"
#include "parallel/worker_team.h"

#include <sys/resource.h>
#include <sys/syscall.h>
#include <tbb/task_arena.h>
#include <tbb/task_scheduler_observer.h>
#include <unistd.h>

#include <deque>
#include <optional>
#include <utility>

namespace prunescope::parallel {

/// Lowers the priority of the threads that come into an arena. They are TBB's workers, which nothing but
/// training uses.
class Yielding : public tbb::task_scheduler_observer {
public:
    explicit Yielding(tbb::task_arena& arena) : tbb::task_scheduler_observer(arena) { observe(true); }
    ~Yielding() override { observe(false); }
    Yielding(const Yielding&) = delete;
    Yielding& operator=(const Yielding&) = delete;
    void on_scheduler_entry(bool /*worker*/) override {
        // On Linux the number of a thread stands for that thread alone. A refusal costs nothing but
        // smoothness.
        setpriority(PRIO_PROCESS, static_cast<id_t>(syscall(SYS_gettid)), niceness);
    }

private:
    static constexpr int niceness = 15;
};

/// Nobody waits inside the arena: all of its threads are workers.
struct BackgroundArena::Threads {
    explicit Threads(int count) : allowed(count), arena(count, 0) {}

    WorkerAllowance allowed;
    std::deque<std::function<void()>> tasks;  ///< handed over; what has begun is empty
    tbb::task_arena arena;
    std::optional<Yielding> yielding;
};

BackgroundArena::BackgroundArena(int threads, bool yielding) : threads_(std::make_unique<Threads>(threads)) {
    if (yielding) threads_->yielding.emplace(threads_->arena);
}

BackgroundArena::~BackgroundArena() = default;

void BackgroundArena::enqueue(std::function<void()> task) {
    // Not a part of what TBB is given: a worker drops that some time after the task, perhaps never in a
    // program that ends then.
    std::function<void()>* const held = &threads_->tasks.emplace_back(std::move(task));
    announceHandOver(held);
    threads_->arena.enqueue([held] {
        observeHandOver(held);
        const std::function<void()> own = std::exchange(*held, nullptr);
        const WorkerTeam team;
        own();
    });
}

}  // namespace prunescope::parallel
