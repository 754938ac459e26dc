#include "ui/experiment/error_text.h"

#include "ui/support/engine_text.h"

namespace prunescope::ui {

QString reasonText(const Error& error) {
    if (error.mend().empty()) return engineText(Text::of("{}.", error.problem()));
    return engineText(Text::of("{}. {}", error.problem(), error.mend()));
}

}  // namespace prunescope::ui
