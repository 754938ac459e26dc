#pragma once

#include "report/phrase.h"

namespace prunescope::ui {

/// The language that the window speaks, for what is made of the engine's texts.
report::Language windowLanguage();

}  // namespace prunescope::ui
