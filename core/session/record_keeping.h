#pragma once

#include "run/run_keeper.h"
#include "run/run_sink.h"
#include "session/audit_log.h"
#include "session/run_control.h"
#include "train/trainer.h"

#include <optional>
#include <string>
#include <utility>

namespace prunescope::session {

/// How a live run gets on with the disk that its records and weights go to.
class RecordKeeping {
public:
    /// All must outlive it. `keeper` null: no weights are saved, and records always find room.
    RecordKeeping(run::RunKeeper* keeper, run::RunSink& sink, RunControl& control, AuditLog& log)
        : keeper_(keeper), sink_(sink), control_(control), log_(log) {}

    /// Looks whether what is recorded reaches the disk: pauses when there is no room for more, and goes on.
    /// True when that has turned.
    bool look();
    /// Nothing while all that is recorded reaches the disk.
    const std::optional<run::RecordingTrouble>& trouble() const { return trouble_; }
    /// Why no step can be taken now, after another try; empty when it can.
    Text problem();

    void saveState(StepIndex step, std::string bytes) { keeper_->saveState(step, std::move(bytes)); }
    /// Of a run that is not kept in a folder nothing is saved.
    run::StateSaving stateSaving() const {
        return keeper_ == nullptr ? run::StateSaving{} : keeper_->stateSaving();
    }

    /// Null for a run that is not kept in a folder.
    run::RunKeeper* keeper() const { return keeper_; }

    /// Saves the weights and records the end. What fails is told in the outcome; only `RecordDiffers` is
    /// thrown.
    void finish(const train::Trainer& trainer, run::RunOutcome& outcome);

private:
    void saveWeights(const train::Trainer& trainer, run::RunOutcome& outcome);
    Text weightsSentence(const run::RunOutcome& outcome) const;
    void recordEnd(run::RunOutcome& outcome);

    run::RunKeeper* keeper_;
    run::RunSink& sink_;
    RunControl& control_;
    AuditLog& log_;
    std::optional<run::RecordingTrouble> trouble_;
    std::string savedWeights_;  ///< where; empty until they are
};

}  // namespace prunescope::session
