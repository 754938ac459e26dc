#include "parallel/parallel_for.h"

#include "base/thread_annotations.h"
#include "parallel/worker_team.h"

#include <tbb/blocked_range.h>
#include <tbb/parallel_for.h>

namespace prunescope::parallel {

void detail::parallelFor(std::int64_t count, BlockFunction function, const void* body) {
    if (count == 1 || WorkerTeam::isInLoop()) {
        for (std::int64_t i = 0; i < count; ++i) function(body, i);
        return;
    }
    if (WorkerTeam* const team = WorkerTeam::current(); team != nullptr && count <= WorkerTeam::mostBlocks) {
        team->run(count, function, body);
        return;
    }
    const char fork = 0;
    const char join = 0;
    announceHandOver(&fork);
    tbb::parallel_for(tbb::blocked_range<std::int64_t>(0, count, 1), [=, &fork, &join](const auto& range) {
        observeHandOver(&fork);
        for (std::int64_t i = range.begin(); i != range.end(); ++i) function(body, i);
        announceHandOver(&join);
    });
    observeHandOver(&join);
}

}  // namespace prunescope::parallel
