#pragma once

#include "run/run_sink.h"
#include "store/database.h"
#include "store/folder_lock.h"
#include "store/run_folder.h"
#include "store/tables.h"

#include <cstddef>
#include <optional>
#include <vector>

namespace prunescope::store {

/// Records on their way to the disk.
struct RecordBatch {
    std::optional<run::RunHeader> header;
    std::vector<run::MetricSample> samples;
    std::vector<run::LayerStatistic> layerStatistics;
    std::vector<run::Evaluation> evaluations;
    std::vector<run::AuditEvent> events;
    std::optional<run::RunOutcome> outcome;

    std::size_t size() const;
    bool empty() const { return size() == 0; }
    /// Puts `earlier` before what is here.
    void prepend(RecordBatch earlier);
};

/// Writes batches into the run database of a folder; one thread at a time.
class RecordWriter {
public:
    /// Creates run.db. Throws `Error` when the folder holds a run's database already, another program records
    /// into it, or it cannot be written to.
    explicit RecordWriter(const RunFolder& folder);

    /// All of the batch or, when it throws `Error`, nothing. With an outcome it returns when the batch is on
    /// the disk.
    void write(const RecordBatch& batch);
    /// Makes run.db complete without its -wal file, so that it can be copied alone and read anywhere.
    /// While another program reads, the -wal file may have to stay; what is recorded is safe there too.
    void seal();

private:
    FolderLock lock_;
    Database database_;
    Statement header_;
    Statement sample_;
    Statement layerStatistic_;
    Statement evaluation_;
    Statement event_;
    Statement outcome_;
};

}  // namespace prunescope::store
