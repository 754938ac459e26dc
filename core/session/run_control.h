#pragma once

#include "base/state_visitor.h"

#include <cstdint>
#include <optional>

namespace prunescope::session {

/// Why a run is paused.
enum class PauseReason : std::uint8_t {
    asked,      ///< by a command, or after the one step that was asked for
    recording,  ///< there is no room for more records; it goes on by itself when they have been written
};

/// Whether a live run steps, pauses or stops, and what commands have put off: on its training thread.
struct RunControl {
    bool paused = false;
    PauseReason pauseReason = PauseReason::asked;  ///< while paused
    bool stepOnce = false;                         ///< the next step is followed by a pause
    bool stopping = false;
    bool interrupted = false;  ///< stopped by hand while it caught up with its record
    bool ending = false;       ///< no step comes any more
    /// While the mask is frozen by hand: when it was to freeze before.
    std::optional<StepIndex> plannedFreeze{};
    /// The target that somebody asked for last; a guard may have put a lower one into the schedule.
    double askedTarget = 0;

    bool isTraining() const { return !paused && !ending; }
    /// What of it the next steps depend on.
    void visit(StateVisitor& visitor) {
        visitor.step("planned_freeze", plannedFreeze);
        visitor.number("asked_target", askedTarget, 0, 1);
    }
    void pause(PauseReason reason) {
        paused = true;
        pauseReason = reason;
    }
};

}  // namespace prunescope::session
