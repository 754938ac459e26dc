#pragma once

#include "parallel/parallel_for.h"

#include <memory>

namespace prunescope::parallel {

/// While one exists, the parallel loops of its thread are shared with helpers that stay awake between them. A
/// step is made of many short loops, and to wake a thread for each costs more than some of them take: on a
/// virtual machine up to a tenth of a millisecond.
///
/// The helpers are workers of the TBB arena that the team is made in; they go back to TBB after a few
/// milliseconds without work, and are called again by the next loop. Which of them come changes no result.
class WorkerTeam {
public:
    WorkerTeam();
    ~WorkerTeam();
    WorkerTeam(const WorkerTeam&) = delete;
    WorkerTeam& operator=(const WorkerTeam&) = delete;

    /// That of the calling thread, or null.
    static WorkerTeam* current();
    /// True while the calling thread, the team's own or a helper, works for a loop of a team.
    static bool isInLoop();

    /// As `parallelFor`; `count` is at most `mostBlocks`.
    void run(std::int64_t count, detail::BlockFunction function, const void* body);
    static constexpr std::int64_t mostBlocks = std::int64_t{1} << 31U;

private:
    class Loop;
    std::unique_ptr<Loop> loop_;
    WorkerTeam* outer_;  ///< that of the same thread until this one came
};

}  // namespace prunescope::parallel
