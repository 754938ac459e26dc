#pragma once

#include <vector>

namespace prunescope::ui {

/// The engine's sentences that carry values: %1, %2 … stand for them in their order. Keys of the translation
/// context "Engine".
const std::vector<const char*>& enginePatterns();

}  // namespace prunescope::ui
