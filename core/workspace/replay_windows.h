#pragma once

#include "run/run_record.h"
#include "session/saved_state.h"
#include "store/run_folder.h"
#include "workspace/verification.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace prunescope::workspace {

/// A place of a run that it can be trained from once more: its start, or a state that was saved. A branch has
/// no start of its own.
struct ReplayAnchor {
    std::string file{};  ///< of the state, from the folder of the run; empty for the start
    session::SavedState state{};
};

/// From one place to the next one; to the end of the record where `until` is nothing.
struct ReplayWindow {
    ReplayAnchor from{};
    std::optional<ReplayAnchor> until{};
};

/// Between all neighbouring places of a run. States are taken whose file is there, is one that the chain
/// binds, and fits the record; what is passed over is told. One of the last step is no place of its own.
std::vector<ReplayWindow> windowsOf(const store::RunFolder& folder, const run::RunRecord& record,
                                    const Verification& bound, std::vector<Text>& notes);

/// The whole run as one window; of a branch from the state that it began with. Throws `Error` where that is
/// not there.
ReplayWindow wholeRun(const store::RunFolder& folder, const run::RunRecord& record, const Verification& bound,
                      std::vector<Text>& notes);

/// So many of them in their order, every choice as likely as any other: each time one of those left, by
/// `Random(dice, RandomStream::audit)`.
std::vector<ReplayWindow> drawn(std::vector<ReplayWindow> windows, std::int64_t count, std::uint64_t dice);

/// The bytes of a state. Throws `Error` where they are none of those that the chain binds under its name.
std::string boundState(const store::RunFolder& folder, const std::string& name, const Verification& bound);

}  // namespace prunescope::workspace
