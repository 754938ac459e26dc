#pragma once

#include "base/strong_index.h"

#include <filesystem>

namespace prunescope::ui {

/// The saved state that a run is to begin with: whose, and of which step.
struct BranchOrigin {
    std::filesystem::path folder;
    StepIndex step{};
};

}  // namespace prunescope::ui
