#pragma once

#include "ui/support/page.h"

namespace prunescope::ui {

/// The pages of the window in the order of their tabs; the first is the one that a run is watched on.
std::vector<PageEntry> pages();

}  // namespace prunescope::ui
