#include "workspace/take_up.h"

#include "base/error.h"
#include "base/file.h"
#include "run/config_io.h"
#include "run/event_kinds.h"
#include "run/extensions.h"
#include "session/saved_state.h"
#include "store/folder_lock.h"
#include "store/run_reader.h"
#include "store/run_seal.h"
#include "store/state_folder.h"
#include "train/provenance.h"
#include "train/resolved_config.h"
#include "workspace/recorded_run.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

namespace prunescope::workspace {
namespace {

namespace event = run::event;

/// Of a run that is not to end at all, these say that it had begun to.
bool saysThatItEnds(const run::AuditEvent& e) {
    constexpr std::array<std::string_view, 6> kinds{
        event::stopRequested, event::masksFinished, event::batchNormRecalibrated,
        event::stopped,       event::failed,        event::finished};
    return std::ranges::find(kinds, e.kind) != kinds.end();
}

StepIndex lastStep(const run::Records& records) {
    return records.samples.empty() ? StepIndex{} : records.samples.back().step;
}

bool hadBegunToEnd(const run::RunRecord& record, bool extended) {
    if (record.outcome.state != run::RunState::running) return true;
    // The last records of a run that was trained to its end come once more, unless it goes on behind it.
    const bool trained = lastStep(record).value >= record.header.totalSteps;
    if (trained) return extended;
    for (auto e = record.events.rbegin(); e != record.events.rend() && e->kind != event::continued; ++e) {
        if (saysThatItEnds(*e)) return true;
    }
    return false;
}

Text whatElse(const run::RunRecord& record) {
    if (record.outcome.state == run::RunState::finished && whyNotExtended(record.events).empty())
        return Text::of("Ask for more epochs than its {}, or start a new run of the same configuration.",
                        record.header.config.epochs);
    return Text::of("Start a new run of the same configuration.");
}

run::RunRecord soundRecord(const store::RunFolder& folder, bool extended) {
    store::ReadRun read = store::readRun(folder);
    if (!read.problems.empty()) {
        throw Error(folder.path().string(), Text::of("its record is damaged: {}", listed(read.problems)),
                    Text::of("Start a new run, or take an undamaged copy of the folder."));
    }
    if (store::readSeal(folder)) {
        throw Error(folder.path().string(), Text::of("it is sealed: nothing of it is changed any more"),
                    Text::of("Start a new run of the same configuration."));
    }
    if (store::FolderLock::isHeld(folder.path())) {
        throw Error(folder.path().string(), Text::of("a program records into it at this moment"),
                    Text::of("Wait until that has ended, or end it."));
    }
    const std::vector<run::AuditEvent>& events = read.record.events;
    const Text why = extended ? whyNotExtended(events) : whyNotTakenUp(read.record.outcome.state, events);
    if (!why.empty()) throw Error(folder.path().string(), why, whatElse(read.record));
    return std::move(read.record);
}

std::optional<run::Extension> extensionTo(std::optional<std::int64_t> epochs, const run::RunRecord& record) {
    if (!epochs) return std::nullopt;
    const run::TrainingLength before{record.header.config.epochs, record.header.totalSteps};
    run::RunConfig longer = record.header.config;
    run::setOption(longer, "epochs", std::to_string(*epochs), {});
    if (*epochs <= before.epochs)
        throw UsageError("epochs", Text::of("the run has been asked for {} epochs already", before.epochs),
                         Text::of("Give more than {}, counted from its start.", before.epochs));
    return run::Extension{lastStep(record), before, {*epochs, before.steps / before.epochs * *epochs}};
}

std::unique_ptr<train::Trainer> trainerOf(const run::RunRecord& record, const TakeUpOptions& options) {
    run::RunConfig config = run::configAsStarted(record.header);
    if (!options.dataDir.empty()) config.dataDir = options.dataDir;
    if (options.threads) config.threads = *options.threads;
    return prepareRun(train::ResolvedConfig(config), record.header.extensions);
}

void expectSameData(const run::DatasetDescription& was, const run::DatasetDescription& is,
                    const store::RunFolder& folder) {
    const bool same = std::ranges::equal(
        was.files, is.files,
        [](const run::DataFile& a, const run::DataFile& b) { return a.sha256 == b.sha256; });
    if (same) return;
    throw Error(folder.path().string(), Text::of("its data are not those that it was started with"),
                Text::of("Put the data back as they were, or start a new run."));
}

void expectSameProgram(const std::string& was, const store::RunFolder& folder) {
    const std::string is = train::programOfBits(train::currentProvenance());
    if (was == is) return;
    throw Error(folder.path().string(),
                Text::of("it was recorded by {}, and this is {}, whose sums come out in other bits", was, is),
                Text::of("Take it up with the same program on a machine with the same instructions."));
}

/// The latest state that all on record reaches up to; those behind it that are damaged are named.
std::optional<session::TakenUpRun> fromState(const store::RunFolder& folder, const run::RunRecord& record,
                                             std::vector<Text>& passedOver) {
    for (const store::StateFile& file : store::listStates(folder)) {
        try {
            session::TakenUpRun run;
            run.origin = file.path.string();
            run.state = readFile(file.path, store::mostStateBytes, Links::refuse);
            const session::SavedState saved = session::describeState(run.state, run.origin);
            if (!saved.records.areWithin(run::countsOf(record))) {
                passedOver.push_back(
                    Text::of("{}: the record does not reach up to it", file.path.filename().string()));
                continue;
            }
            expectSameProgram(saved.program, folder);
            run.place = saved.records;
            run.about = saved.about;
            run.step = saved.step;
            return run;
        } catch (const Error& error) {
            if (error.where() == Text(folder.path().string())) throw;
            passedOver.push_back(error.whole());
        }
    }
    return std::nullopt;
}

}  // namespace

Text whyNotTakenUp(run::RunState state, const std::vector<run::AuditEvent>& events) {
    if (state == run::RunState::finished) return Text::of("it was trained to its end");
    return whyNotExtended(events);
}

Text whyNotExtended(const std::vector<run::AuditEvent>& events) {
    const bool diverged =
        std::ranges::any_of(events, [](const run::AuditEvent& e) { return e.kind == event::diverged; });
    if (diverged) return Text::of("its training diverged, and would do so again");
    return {};
}

TakeUp prepareTakeUp(const store::RunFolder& folder, const TakeUpOptions& options) {
    run::RunRecord record = soundRecord(folder, options.epochs.has_value());
    const bool begunToEnd = hadBegunToEnd(record, options.epochs.has_value());
    const auto extension = extensionTo(options.epochs, record);
    std::vector<Text> passedOver;
    std::optional<session::TakenUpRun> run = fromState(folder, record, passedOver);
    if (!run) {
        if (record.header.parent)
            throw Error(folder.path().string(),
                        Text::of("it was branched from another run, and none of its states can be used: {}",
                                 listed(passedOver)),
                        Text::of("Branch once more from {}.", record.header.parent->folder));
        expectSameProgram(train::programOfBits(record.header.provenance), folder);
        run.emplace();
    }
    if (extension) run::extend(record.header, *extension);
    std::unique_ptr<train::Trainer> trainer = trainerOf(record, options);
    expectSameData(record.header.dataset, trainer->header().dataset, folder);
    run->ended = begunToEnd;
    run->extension = extension;
    run->record = std::move(record);
    return {.folder = folder,
            .trainer = std::move(trainer),
            .run = std::make_shared<const session::TakenUpRun>(*std::move(run)),
            .passedOver = listed(passedOver)};
}

}  // namespace prunescope::workspace
