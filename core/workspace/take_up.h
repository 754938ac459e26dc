#pragma once

#include "run/run_record.h"
#include "session/session.h"
#include "store/run_folder.h"
#include "train/trainer.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace prunescope::workspace {

/// What may be another than when the run was started. Where the data are, and on how many threads it trains,
/// changes no bit.
struct TakeUpOptions {
    std::string dataDir{};                  ///< where the same data are now; empty: where they were
    std::optional<std::int64_t> threads{};  ///< nothing: as before
    /// In all, more than it was asked for before; nothing: no more. What was trained is kept, and the last
    /// step on record is where the new length begins to count.
    std::optional<std::int64_t> epochs{};
};

/// A run that can go on, ready to.
struct TakeUp {
    store::RunFolder folder;
    std::unique_ptr<train::Trainer> trainer;
    std::shared_ptr<const session::TakenUpRun> run;
    Text passedOver{};  ///< later states that could not be used, and why; empty where there are none
};

/// Why a run that ended so, with these events, cannot go on, whatever else its folder holds; empty when that
/// does not hinder it.
Text whyNotTakenUp(run::RunState state, const std::vector<run::AuditEvent>& events);
/// Likewise of one that is asked for more epochs: it may have been trained to its end.
Text whyNotExtended(const std::vector<run::AuditEvent>& events);

/// Reads the run and its latest state, and loads its data. Throws `UsageError` for epochs that are no more
/// than before, `Error` where it has come to its end and no more epochs are asked for, has diverged, is being
/// recorded, is damaged, its data are not there or are others, or where this program gives other bits than
/// the one that recorded it.
TakeUp prepareTakeUp(const store::RunFolder& folder, const TakeUpOptions& options = {});

}  // namespace prunescope::workspace
