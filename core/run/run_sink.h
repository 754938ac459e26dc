#pragma once

#include "run/audit_event.h"
#include "run/records.h"
#include "run/run_config.h"

#include <vector>

namespace prunescope::run {

/// What is known of a run before its first step.
struct RunHeader {
    RunConfig config;
    Provenance provenance;
    DatasetDescription dataset;
    NetworkDescription network;
    SparsitySchedule schedule;
    std::int64_t totalSteps = 0;
};

/// Where a run is recorded. Called from the training thread only. A sink that cannot record any more throws
/// `Error` from its next call; the run then ends as failed, and what was recorded stays.
class RunSink {
public:
    virtual ~RunSink() = default;

    virtual void begin(const RunHeader& header) = 0;
    virtual void record(const MetricSample& sample) = 0;
    virtual void record(const std::vector<LayerStatistic>& statistics) = 0;
    virtual void record(const MaskUpdateRecord& update) = 0;
    virtual void record(const Evaluation& evaluation) = 0;
    virtual void record(const AuditEvent& event) = 0;
    /// Returns when everything recorded so far, and the outcome, is on the disk.
    virtual void finish(const RunOutcome& outcome) = 0;
};

/// Everything that is recorded of a run, as it is read back. A run that was killed has no outcome
/// (`state` is then `running`).
struct RunRecord {
    RunHeader header;
    std::vector<MetricSample> samples;
    std::vector<LayerStatistic> layerStatistics;
    std::vector<MaskUpdateRecord> maskUpdates;  ///< none in runs of older versions
    std::vector<Evaluation> evaluations;
    std::vector<AuditEvent> events;
    RunOutcome outcome;
};

}  // namespace prunescope::run
