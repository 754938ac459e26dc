#pragma once

#include <functional>
#include <memory>

namespace prunescope::parallel {

/// The TBB arena that a run trains in, and the permission for TBB to start as many workers.
class BackgroundArena {
public:
    /// `yielding`: its threads give way to others that want a core, such as the thread of a window.
    BackgroundArena(int threads, bool yielding);
    ~BackgroundArena();
    BackgroundArena(const BackgroundArena&) = delete;
    BackgroundArena& operator=(const BackgroundArena&) = delete;

    /// Returns at once; a thread of the arena runs the task, which must have begun before the arena goes.
    /// From one thread.
    void enqueue(std::function<void()> task);

private:
    struct Threads;
    std::unique_ptr<Threads> threads_;
};

}  // namespace prunescope::parallel
