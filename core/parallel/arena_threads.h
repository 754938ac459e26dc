#pragma once

namespace prunescope::parallel {

/// Threads of the current TBB arena, on which the loops of its caller run.
int threadsOfArena();

}  // namespace prunescope::parallel
