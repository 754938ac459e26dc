#pragma once

#include "run/run_record.h"

#include <vector>

namespace prunescope::run {

/// Where a run is recorded. Called from the training thread only. A sink that cannot record any more throws
/// `Error` from its next call; the run then ends as failed, and what was recorded stays.
class RunSink {
public:
    virtual ~RunSink() = default;

    virtual void begin(const RunHeader& header) = 0;
    /// In place of `begin`: goes on recording a run that is on record already. Returns when that is
    /// committed, or could not be at once.
    virtual void takeUp(const TakeUp& kept, const AuditEvent& event) = 0;
    virtual void record(const MetricSample& sample) = 0;
    virtual void record(const std::vector<LayerStatistic>& statistics) = 0;
    virtual void record(const MaskUpdateRecord& update) = 0;
    virtual void record(const Evaluation& evaluation) = 0;
    virtual void record(const AuditEvent& event) = 0;
    virtual void record(const ImageAnswers& answers) = 0;
    /// Returns when everything recorded so far, and the outcome, is on the disk.
    virtual void finish(const RunOutcome& outcome) = 0;
};

}  // namespace prunescope::run
