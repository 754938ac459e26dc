#include "workspace/replay.h"

#include "base/error.h"
#include "base/sha256.h"
#include "base/state_bytes.h"
#include "run/event_kinds.h"
#include "run/extensions.h"
#include "run/record_json.h"
#include "session/session.h"
#include "store/run_reader.h"
#include "train/provenance.h"
#include "workspace/recorded_run.h"
#include "workspace/replay_windows.h"

#include <algorithm>
#include <array>
#include <utility>

namespace prunescope::workspace {
namespace {

/// Takes what the ledger lets through of a run that is only compared: its end.
class EndSink : public run::RunSink {
public:
    void begin(const run::RunHeader& /*header*/) override {}
    void takeUp(const run::TakeUp& /*kept*/, const run::AuditEvent& /*event*/) override {}
    void record(const run::MetricSample& /*sample*/) override {}
    void record(const std::vector<run::LayerStatistic>& /*statistics*/) override {}
    void record(const run::MaskUpdateRecord& /*update*/) override {}
    void record(const run::Evaluation& /*evaluation*/) override {}
    void record(const run::AuditEvent& /*event*/) override {}
    void record(const run::ImageAnswers& /*answers*/) override {}
    void finish(const run::RunOutcome& outcome) override { outcome_ = outcome; }

    const std::optional<run::RunOutcome>& outcome() const { return outcome_; }

private:
    std::optional<run::RunOutcome> outcome_{};
};

/// Keeps nothing but the digest of the weights.
class DigestKeeper : public run::RunKeeper {
public:
    explicit DigestKeeper(std::filesystem::path folder) : folder_(std::move(folder)) {}

    std::optional<run::RecordingTrouble> trouble() const override { return std::nullopt; }
    void retry() override {}
    std::filesystem::path folder() const override { return folder_; }
    Text note() const override { return {}; }
    run::SavedWeights saveWeights(std::string_view bytes) override {
        weights_ = sha256Hex(bytes);
        return {.path = folder_};
    }
    void saveState(StepIndex /*step*/, std::string /*bytes*/) override {}
    run::StateSaving stateSaving() const override { return {}; }
    void moveTo(const std::filesystem::path& /*parent*/) override {}

    const std::string& weights() const { return weights_; }

private:
    std::filesystem::path folder_;
    std::string weights_{};
};

bool diverged(const run::RunRecord& record) {
    return std::ranges::any_of(record.events,
                               [](const run::AuditEvent& e) { return e.kind == run::event::diverged; });
}

/// Whether the run has come to an end that its training brings about again, or somebody asked for: a disk
/// that was full is none.
bool hasOwnEnd(const run::RunRecord& record) {
    const run::RunState state = record.outcome.state;
    return state == run::RunState::finished || state == run::RunState::stopped ||
           (state == run::RunState::failed && diverged(record));
}

class Replaying {
public:
    Replaying(const store::RunFolder& folder, const Verification& bound, const ReplayRequest& request)
        : folder_(folder), bound_(bound), request_(request) {}

    Replayed result() {
        readRecord();
        const double began = clock_.steadyMs();
        const std::vector<ReplayWindow> windows = chosenWindows();
        for (std::size_t i = 0; i < windows.size() && result_.holds(); ++i) {
            result_.windows.push_back(shown(windows[i]));
            train(windows[i], {.window = i, .windows = windows.size(), .step = {}, .until = {}});
        }
        result_.seconds = (clock_.steadyMs() - began) / 1000;
        return std::move(result_);
    }

private:
    void fail(const Text& what) {
        if (result_.fault.empty()) result_.fault = what;
    }

    void readRecord() {
        store::ReadRun read = store::readRun(folder_);
        if (!read.problems.empty()) {
            throw Error(folder_.path().string(), Text::of("its record is damaged: {}", listed(read.problems)),
                        Text::of("Take an undamaged copy of the folder."));
        }
        record_ = std::move(read.record);
        ended_ = hasOwnEnd(record_);
        if (!ended_) {
            result_.notes.push_back(
                Text::of("The run has no end of its own: it was trained as far as its record goes."));
            if (!record_.events.empty() && record_.events.back().kind == run::event::failed)
                record_.events.pop_back();
        }
        result_.recordedBy = train::programOfBits(record_.header.provenance);
        result_.replayedBy = train::programOfBits(train::currentProvenance());
        result_.sameProgram = result_.recordedBy == result_.replayedBy;
    }

    std::vector<ReplayWindow> chosenWindows() {
        if (!request_.windows) return {wholeRun(folder_, record_, bound_, result_.notes)};
        std::vector<ReplayWindow> windows = windowsOf(folder_, record_, bound_, result_.notes);
        result_.windowsInAll = windows.size();
        if (windows.empty()) {
            throw Error(folder_.path().string(),
                        Text::of("no saved state is there that it could be trained from"),
                        Text::of("Take a copy of the folder that has them."));
        }
        if (static_cast<std::int64_t>(windows.size()) < *request_.windows)
            result_.notes.push_back(
                Text::of("There are no more windows than {}: all were trained.", windows.size()));
        return drawn(std::move(windows), *request_.windows, request_.dice);
    }

    StepIndex lastStep() const { return record_.samples.empty() ? StepIndex{} : record_.samples.back().step; }

    ReplayedWindow shown(const ReplayWindow& window) const {
        return {.from = window.from.state.step,
                .until = window.until ? window.until->state.step : lastStep(),
                .toTheEnd = !window.until};
    }

    std::unique_ptr<train::Trainer> trainer() {
        run::RunConfig config = run::configAsStarted(record_.header);
        if (!request_.data.empty()) config.dataDir = request_.data.string();
        config.threads = 0;
        std::unique_ptr<train::Trainer> trainer =
            prepareRun(train::ResolvedConfig(config), record_.header.extensions);
        checkHeader(trainer->header());
        return trainer;
    }

    /// What follows from the configuration and the data before the first step.
    void checkHeader(const run::RunHeader& header) {
        const auto digests = [](const run::RunHeader& of) {
            std::vector<std::string> list;
            for (const run::DataFile& file : of.dataset.files) list.push_back(file.sha256);
            return list;
        };
        const run::RunHeader& was = record_.header;
        if (digests(header) != digests(was))
            fail(Text::of("the data are not those that the run was trained on"));
        if (run::networkToJson(header.network) != run::networkToJson(was.network))
            fail(Text::of("the network on record is not the one that the configuration makes"));
        if (header.totalSteps != was.totalSteps || !(header.schedule == was.schedule))
            fail(Text::of("the schedule on record is not the one that the configuration makes"));
    }

    std::shared_ptr<session::TakenUpRun> takenUp(const ReplayAnchor& from) const {
        auto run = std::make_shared<session::TakenUpRun>();
        run->record = record_;
        if (from.file.empty()) return run;
        run->state = boundState(folder_, from.file, bound_);
        run->origin = from.file;
        run->place = from.state.records;
        run->step = from.state.step;
        run->about = from.state.about;
        return run;
    }

    void train(const ReplayWindow& window, ReplayProgress progress) {
        std::unique_ptr<train::Trainer> prepared = trainer();
        if (!result_.fault.empty()) return;
        session::Replay replay{.ended = ended_};
        if (window.until) {
            replay.until = window.until->state.records;
            replay.untilStep = window.until->state.step;
        }
        progress.until = window.until ? replay.untilStep : lastStep();
        EndSink sink;
        DigestKeeper keeper(folder_.path());
        run::RunOutcome outcome;
        {
            session::Session live(std::move(prepared), sink, clock_,
                                  {.keeper = &keeper, .takenUp = takenUp(window.from), .replay = &replay});
            watch(live, progress);
            outcome = live.wait();
        }
        judge(window, replay, outcome);
        if (result_.holds() && !window.until && ended_) checkEnd(sink, keeper);
    }

    void watch(session::Session& live, ReplayProgress& progress) const {
        bool told = false;
        do {
            progress.step = live.snapshot()->step;
            if (request_.progress) request_.progress(progress);
            if (told || !request_.isInterrupted || !request_.isInterrupted()) continue;
            told = true;
            live.submit({.action = session::Stop{}});
        } while (!live.waitFor(100));
    }

    void judge(const ReplayWindow& window, const session::Replay& replay, const run::RunOutcome& outcome) {
        result_.interrupted = replay.interrupted;
        if (replay.difference) {
            result_.difference = replay.difference;
            return fail(sentenceOf(*replay.difference));
        }
        if (replay.interrupted) return;
        if (!window.until) {
            const bool expected =
                ended_ ? outcome.state == record_.outcome.state : outcome.state != run::RunState::failed;
            if (!expected) fail(Text::of("step {}: {}", outcome.step.value, outcome.message));
            return;
        }
        const std::string& name = window.until->file;
        if (replay.state.empty()) return fail(Text::of("the training does not come to the state {}", name));
        const StateOrigin origin{Text(name), Text::of("Restore it from a copy.")};
        if (const auto part =
                firstOtherPart(boundState(folder_, name, bound_), replay.state, {"run.process_ms"}, origin))
            fail(Text::of("step {}, {}: the part {} comes out with other bits",
                          window.until->state.step.value, name, *part));
    }

    void checkEnd(const EndSink& sink, const DigestKeeper& keeper) {
        if (sink.outcome()) {
            if (auto difference = run::differenceBesidesTime(record_.outcome, *sink.outcome())) {
                fail(sentenceOf(*difference));
                result_.difference = std::move(difference);
            }
        }
        const std::string name = folder_.weights().filename().string();
        const auto saved = std::ranges::find(bound_.savedFiles, name, &run::DataFile::name);
        if (saved == bound_.savedFiles.end() || saved->sha256 == keeper.weights()) return;
        const StepIndex step = record_.outcome.step;
        fail(Text::of("step {}, {}: the SHA-256 is {} on record, and {} when it is trained once more",
                      step.value, name, saved->sha256, keeper.weights()));
        if (!result_.difference)
            result_.difference =
                run::RecordDifference{step, "saved_files", "sha256", saved->sha256, keeper.weights()};
    }

    const store::RunFolder& folder_;
    const Verification& bound_;
    const ReplayRequest& request_;
    session::SystemClock clock_;
    run::RunRecord record_;
    bool ended_ = false;
    Replayed result_;
};

}  // namespace

Replayed replayRun(const store::RunFolder& folder, const Verification& bound, const ReplayRequest& request) {
    return Replaying(folder, bound, request).result();
}

}  // namespace prunescope::workspace
