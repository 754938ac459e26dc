#pragma once

#include "run/moments.h"
#include "store/run_folder.h"
#include "store/run_recorder.h"

#include <filesystem>
#include <vector>

namespace prunescope::test {

/// Writes a whole record as a training program would have; one whose state is `running` is left as though
/// the program had been killed.
inline void writeRecord(const std::filesystem::path& folder, const run::RunRecord& record) {
    store::RunRecorder recorder(store::createRunFolderAt(folder, record.header.config));
    recorder.begin(record.header);
    for (const auto& s : record.samples) recorder.record(s);
    for (const auto& moment : run::momentsOf(record.layerStatistics))
        recorder.record(std::vector<run::LayerStatistic>(moment.begin(), moment.end()));
    for (const auto& u : record.maskUpdates) recorder.record(u);
    for (const auto& e : record.evaluations) recorder.record(e);
    for (const auto& e : record.events) recorder.record(e);
    for (const auto& a : record.imageAnswers) recorder.record(a);
    if (record.outcome.state != run::RunState::running) recorder.finish(record.outcome);
}

}  // namespace prunescope::test
