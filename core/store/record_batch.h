#pragma once

#include "run/run_sink.h"

#include <cstddef>
#include <optional>
#include <vector>

namespace prunescope::store {

/// Records on their way to the disk.
struct RecordBatch {
    std::optional<run::RunHeader> header;
    std::vector<run::MetricSample> samples;
    std::vector<run::LayerStatistic> layerStatistics;
    std::vector<run::MaskUpdateRecord> maskUpdates;
    std::vector<run::Evaluation> evaluations;
    std::vector<run::AuditEvent> events;
    std::optional<run::RunOutcome> outcome;

    std::size_t size() const;
    bool empty() const { return size() == 0; }
    /// Puts `earlier` before what is here.
    void prepend(RecordBatch earlier);
};

/// What a record takes in memory, about.
std::size_t bytesOf(const run::MetricSample& sample);
std::size_t bytesOf(const std::vector<run::LayerStatistic>& statistics);
std::size_t bytesOf(const run::MaskUpdateRecord& update);
std::size_t bytesOf(const run::Evaluation& evaluation);
std::size_t bytesOf(const run::AuditEvent& event);

}  // namespace prunescope::store
