#pragma once

#include "run/run_record.h"
#include "session/session.h"
#include "store/run_folder.h"
#include "train/trainer.h"

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace prunescope::workspace {

/// A saved state that a run can be branched from, with what was measured there; nothing where it was not.
struct ForkPoint {
    StepIndex step{};
    double epoch = 0;
    double sparsity = 0;  ///< of the prunable weights, as last recorded
    std::optional<run::Evaluation> validation{};
};

/// What a run can be branched from.
struct ForkPoints {
    run::Task task = run::Task::classification;
    std::string unit{};               ///< of a number that is predicted
    std::vector<ForkPoint> points{};  ///< the latest first
};

/// Reads the run, and which states of it are kept. Throws `Error`.
ForkPoints forkPointsOf(const store::RunFolder& folder);

/// A saved state of a run, read to begin another run with.
struct Fork {
    run::RunParent parent;
    run::RunConfig parentConfig;  ///< as the parent was started
    /// What the parent was trained with there; where its first weights came from is of no meaning any more.
    run::RunConfig config;
    std::string state;
    std::string origin;
    std::string otherProgram{};  ///< that wrote the state, where its bits are not those of this program
};

/// Reads the state of a step, or the latest one. The run may go on meanwhile, or be sealed: nothing of it is
/// changed. Throws `Error` where there is no such state, it is damaged, or the run's record is.
Fork readFork(const store::RunFolder& folder, std::optional<StepIndex> step);

/// A new run that is ready to begin where another one was.
struct Branch {
    std::unique_ptr<train::Trainer> trainer;
    std::shared_ptr<const session::BranchStart> start;
};

/// Loads the data and puts a trainer of the wanted configuration to where the parent was. Network, data,
/// batch and seed are the parent's. What the two have in common goes on: the schedule of the sparsity with
/// its edits unless `schedule` was changed, the optimizer's memory and the method's unless it is another.
/// Without any change the branch gives the bits that the parent gave. The learning rate is that of the wanted
/// configuration at that step. Throws `UsageError` with the option that cannot be another, `Error` for data
/// or a state that do not fit.
Branch prepareBranch(Fork fork, run::RunConfig wanted);

}  // namespace prunescope::workspace
