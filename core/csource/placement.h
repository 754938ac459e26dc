#pragma once

#include "csource/plan.h"

namespace prunescope::csource {

/// Gives every buffer its place in the scratch memory: the largest first, each in the lowest gap between
/// those that are needed at a time at which it is. The output has none where it is the caller's. Throws
/// `Error` when all together are more than a program can count in `int`.
void place(Plan& plan);

}  // namespace prunescope::csource
