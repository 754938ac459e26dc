#pragma once

#include "run/audit_event.h"
#include "run/image_answers.h"
#include "run/lineage.h"
#include "run/records.h"
#include "run/run_config.h"

#include <cstddef>
#include <optional>
#include <vector>

namespace prunescope::run {

/// What is known of a run before its first step, and how long it is to be by now.
struct RunHeader {
    RunConfig config;
    Provenance provenance;
    DatasetDescription dataset;
    NetworkDescription network;
    SparsitySchedule schedule;
    std::int64_t totalSteps = 0;
    std::vector<MeasureDescription> measures{};  ///< what the method says of each layer
    /// The state that the run began with; nothing for one that began at its first step.
    std::optional<RunParent> parent{};
    /// By which `config.epochs` and `totalSteps` have grown since the start, in their order.
    std::vector<Extension> extensions{};
};

/// What is recorded of a run while it trains, each kind in its order.
struct Records {
    std::vector<MetricSample> samples;
    std::vector<LayerStatistic> layerStatistics;
    std::vector<MaskUpdateRecord> maskUpdates;  ///< none in runs of older versions
    std::vector<Evaluation> evaluations;
    std::vector<AuditEvent> events;
    std::vector<ImageAnswers> imageAnswers{};  ///< none in runs of older versions

    void add(const MetricSample& sample) { samples.push_back(sample); }
    void add(const std::vector<LayerStatistic>& statistics);
    void add(const MaskUpdateRecord& update) { maskUpdates.push_back(update); }
    void add(const Evaluation& evaluation) { evaluations.push_back(evaluation); }
    void add(const AuditEvent& event) { events.push_back(event); }
    void add(const ImageAnswers& answers) { imageAnswers.push_back(answers); }

    std::size_t size() const;
    bool empty() const { return size() == 0; }
    /// Puts `earlier` before what is here.
    void prepend(Records earlier);
};

/// A run that had not come to its end is taken up again: what was measured behind a place, and how it ended,
/// is off the record. Events are never taken away.
struct TakeUp {
    std::int64_t samples = 0;  ///< that stay, and so with the others
    std::int64_t layerStatistics = 0;
    std::int64_t maskUpdates = 0;
    std::int64_t evaluations = 0;
    std::int64_t imageAnswers = 0;
};

/// Some of what is recorded, on its way: to the disk, or to whoever watches.
struct RecordBatch : Records {
    std::optional<RunHeader> header;
    std::optional<TakeUp> takeUp;        ///< before all else of the batch
    std::vector<DataFile> savedFiles{};  ///< of the run's folder, as they were written there
    std::optional<RunOutcome> outcome;

    std::size_t size() const {
        return Records::size() + savedFiles.size() + (header ? 1 : 0) + (takeUp ? 1 : 0) + (outcome ? 1 : 0);
    }
    bool empty() const { return size() == 0; }
    using Records::add;
    void add(const DataFile& savedFile) { savedFiles.push_back(savedFile); }
    void prepend(RecordBatch earlier);
};

/// Everything that is recorded of a run, as it is read back. A run that was killed has no outcome
/// (`state` is then `running`).
struct RunRecord : Records {
    RunHeader header;
    RunOutcome outcome;
};

}  // namespace prunescope::run
