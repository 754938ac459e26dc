#include "ui/support/engine_patterns.h"

#include <QtGlobal>

namespace prunescope::ui {

const std::vector<const char*>& enginePatterns() {
    static const std::vector<const char*> patterns{
        QT_TRANSLATE_NOOP("Engine", "the ramp would end at step %1, but the run is at step %2"),
        QT_TRANSLATE_NOOP("Engine",
                          "the mask would freeze at step %1, before the ramp ends at %2, so the "
                          "target would not be reached"),
        QT_TRANSLATE_NOOP("Engine", "the target %1 keeps %2 weights, but every layer keeping %3 needs %4"),
        QT_TRANSLATE_NOOP("Engine",
                          "the mask is frozen at %1 sparsity and cannot change to %2; unfreeze it "
                          "first or move the freeze point past step %3"),
        QT_TRANSLATE_NOOP("Engine", "the target %1 is below the %2 that is already frozen"),
        QT_TRANSLATE_NOOP("Engine", "there is no prunable layer %1"),
    };
    return patterns;
}

}  // namespace prunescope::ui
