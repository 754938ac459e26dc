#include "workspace/recorded_run.h"

#include "audit/user_name.h"
#include "base/error.h"
#include "data/registry.h"

#include <new>
#include <utility>

namespace prunescope::workspace {
namespace {

store::RunFolder makeFolder(const RunPlace& place, const run::RunConfig& config, std::int64_t nowMs) {
    return place.exactly.empty() ? store::createRunFolder(place.workspace, config, nowMs)
                                 : store::createRunFolderAt(place.exactly, config);
}

run::RunHeader branchedHeader(const Branch& branch) {
    run::RunHeader header = branch.trainer->header();
    header.parent = branch.start->parent;
    return header;
}

/// What a run that goes on leaves on record.
run::RecordBatch stillOnRecord(const session::TakenUpRun& taken) {
    run::RecordBatch batch;
    batch.header = taken.record.header;
    static_cast<run::Records&>(batch) =
        taken.ended ? run::recordsBefore(taken.record, taken.place) : run::Records(taken.record);
    batch.events = taken.record.events;
    return batch;
}

}  // namespace

std::unique_ptr<train::Trainer> prepareRun(const train::ResolvedConfig& config,
                                           const std::vector<run::Extension>& extensions) {
    try {
        return std::make_unique<train::Trainer>(config, data::loadDataset(*config), extensions);
    } catch (const std::bad_alloc&) {
        throw Error(Text(), Text::of("there is not enough memory for this network and batch size"), Text());
    }
}

RecordedRun::RecordedRun(std::unique_ptr<train::Trainer> trainer, const RunPlace& place,
                         const session::Clock& clock, bool yielding)
    : header_(trainer->header()),
      recorder_(makeFolder(place, header_.config, clock.wallMs()), {.personName = audit::userName()}),
      feed_(recorder_),
      session_(std::move(trainer), feed_, clock, {.keeper = &recorder_, .yielding = yielding}) {}

RecordedRun::RecordedRun(TakeUp takeUp, const session::Clock& clock, bool yielding)
    : header_(takeUp.run->record.header),
      recorder_(store::RecordWriter::reopened(takeUp.folder), {.personName = audit::userName()}),
      feed_(recorder_, stillOnRecord(*takeUp.run)),
      session_(std::move(takeUp.trainer), feed_, clock,
               {.keeper = &recorder_, .takenUp = takeUp.run, .yielding = yielding}) {}

RecordedRun::RecordedRun(Branch branch, const RunPlace& place, const session::Clock& clock, bool yielding)
    : header_(branchedHeader(branch)),
      recorder_(makeFolder(place, header_.config, clock.wallMs()), {.personName = audit::userName()}),
      feed_(recorder_),
      session_(std::move(branch.trainer), feed_, clock,
               {.keeper = &recorder_, .branch = branch.start, .yielding = yielding}) {}

}  // namespace prunescope::workspace
