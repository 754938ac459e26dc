#pragma once

#include "base/person.h"
#include "base/strong_index.h"
#include "base/text.h"
#include "run/event_kinds.h"
#include "run/schedule.h"

#include <filesystem>
#include <optional>
#include <string>
#include <variant>

namespace prunescope::session {

struct Pause {};
struct Resume {};
/// One step, then pause.
struct Step {};
/// Saves the state now, whenever that would come else: the run can be taken up from here.
struct SaveState {};
/// May be asked for again and again: the later ones change nothing.
struct Stop {};
struct EditSchedule {
    run::SparsitySchedule schedule;
};
/// Attention strength z of one prunable layer, or of all.
struct SetAttention {
    std::optional<LayerIndex> layer;
    double strength = 1;
};
/// Freezes the mask as it is at the next step.
struct Freeze {};
/// Lets the mask move again until `freeze`. Without one it moves until the moment at which it was to freeze
/// before it was frozen by hand or, when that has passed, to the end of the run.
struct Unfreeze {
    std::optional<StepIndex> freeze{};
};
/// Goes on recording in a new folder below this one, with all that was recorded so far.
struct SaveElsewhere {
    std::filesystem::path parent;
};

using Action = std::variant<Pause, Resume, Step, SaveState, Stop, EditSchedule, SetAttention, Freeze,
                            Unfreeze, SaveElsewhere>;

/// What somebody wants of a live run. It is applied at a step boundary or refused; both leave an audit event.
struct Command {
    Action action;
    std::string who = personHere();
    std::string reason{};  ///< in that person's own words
    Text note{};           ///< what the program has to say of it: that the window was closed
};

struct CommandResult {
    bool accepted = false;
    Text refusal;    ///< why not; empty when accepted
    StepIndex step;  ///< the boundary at which it was decided
};

namespace event = run::event;

}  // namespace prunescope::session
