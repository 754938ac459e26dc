#include "session/background_arena.h"

#include "base/thread_annotations.h"

#include <tbb/global_control.h>
#include <tbb/task_arena.h>

#include <utility>

namespace prunescope::session {

/// Nobody waits inside the arena: all of its threads are workers, so one more than it has slots may exist.
struct BackgroundArena::Threads {
    explicit Threads(int count)
        : allowed(tbb::global_control::max_allowed_parallelism, static_cast<std::size_t>(count) + 1),
          arena(count, 0) {}

    tbb::global_control allowed;
    tbb::task_arena arena;
};

BackgroundArena::BackgroundArena(int threads) : threads_(std::make_unique<Threads>(threads)) {}

BackgroundArena::~BackgroundArena() = default;

void BackgroundArena::enqueue(std::function<void()> task) {
    const auto held = std::make_shared<std::function<void()>>(std::move(task));
    announceHandOver(held.get());
    threads_->arena.enqueue([held] {
        observeHandOver(held.get());
        // The task ends with this thread; the other copy of `held` may go later, and is empty then.
        const std::function<void()> own = std::exchange(*held, nullptr);
        own();
    });
}

}  // namespace prunescope::session
