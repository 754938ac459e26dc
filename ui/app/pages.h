#pragma once

#include "ui/support/page.h"

namespace prunescope::ui {

/// The pages of the window. Each says which question it answers, and where it stands there.
std::vector<PageEntry> pages();

}  // namespace prunescope::ui
