#include "ui/live/run_controller.h"

#include "base/error.h"
#include "train/trainer.h"
#include "ui/live/shown_run.h"
#include "workspace/branch.h"
#include "workspace/recorded_run.h"
#include "workspace/take_up.h"

#include <QPointer>
#include <algorithm>
#include <chrono>
#include <iterator>
#include <utility>

namespace prunescope::ui {

namespace {
constexpr int pollIntervalMs = 33;
constexpr int publishIntervalMs = 240;  ///< numbers that change more often cannot be read, and cost training

/// Of a run that was opened.
RunModel::Stage stageOf(run::RunState state) {
    switch (state) {
        case run::RunState::running:
            return RunModel::Stage::interrupted;
        case run::RunState::finished:
            return RunModel::Stage::finished;
        case run::RunState::stopped:
            return RunModel::Stage::stopped;
        case run::RunState::failed:
            break;
    }
    return RunModel::Stage::failed;
}
}  // namespace

/// An answer that somebody waits for.
struct RunController::Waiting {
    QPointer<QObject> guard;
    bool guarded;
    std::function<bool()> isThere;
    std::function<void()> take;
};

RunController::RunController(const session::Clock& clock, std::filesystem::path workspace, QObject* parent)
    : RunModel(parent),
      clock_(clock),
      workspace_(std::move(workspace)),
      history_(std::make_unique<view::RunHistory>()),
      snapshot_(std::make_shared<session::Snapshot>()) {
    pollTimer_.setInterval(pollIntervalMs);
    connect(&pollTimer_, &QTimer::timeout, this, &RunController::poll);
}

RunController::~RunController() {
    blockSignals(true);
    loading_.cancel();
    stopAndWait();
}

QString RunController::runId() const {
    return folder_ ? QString::fromStdString(folder_->path().filename().string()) : QString();
}

void RunController::clear() {
    endSession();
    header_.reset();
    folder_.reset();
    failure_ = {};
    problems_.clear();
    recordedElsewhere_ = false;
    replaceHistory(std::make_unique<view::RunHistory>());
    events_.clear();
    snapshot_ = std::make_shared<session::Snapshot>();
}

/// Charts read the curves of the history that was until they have been told of the new one.
void RunController::replaceHistory(std::unique_ptr<view::RunHistory> history) {
    retired_.push_back(std::exchange(history_, std::move(history)));
}

/// Whoever hears of the run sees its stage already; whoever hears of the stage knows the run.
void RunController::announceRun(Stage stage) {
    const bool turned = std::exchange(stage_, stage) != stage;
    emit runChanged();
    retired_.clear();
    if (turned) emit stageChanged();
}

void RunController::setStage(Stage stage) {
    if (stage_ == stage) return;
    stage_ = stage;
    emit stageChanged();
}

/// Calls `read` in the background, then `done` with what it gives or `failed` with why there is nothing.
template <class Read, class Done, class Failed>
void RunController::load(Read read, Done done, Failed failed) {
    stageBefore_ = stage_;
    setStage(Stage::loading);
    loading_.start(std::move(read), std::move(done), std::move(failed));
}

void RunController::backToWhatWas() {
    setStage(stageBefore_);
}

bool RunController::refusesToStart() {
    if (!isLive() && stage_ != Stage::loading) return false;
    emit startFailed({}, Text::of("A run is going on. Stop it before you start another."));
    return true;
}

void RunController::startBranch(const BranchOrigin& origin, const run::RunConfig& config) {
    if (refusesToStart()) return;
    load(
        [origin, config] {
            return workspace::prepareBranch(workspace::readFork(store::RunFolder(origin.folder), origin.step),
                                            config);
        },
        [this](workspace::Branch branch) {
            try {
                adopt(std::make_unique<workspace::RecordedRun>(
                          std::move(branch), workspace::RunPlace{.workspace = workspace_}, clock_, true),
                      clock_.wallMs());
            } catch (const std::exception& e) {
                refuseStart({}, textOf(e));
            }
        },
        [this](const Error& error) {
            refuseStart(error.where(), withSentence(error.problem(), error.mend()));
        });
}

void RunController::start(const run::RunConfig& config) {
    if (refusesToStart()) return;
    load([config] { return workspace::prepareRun(train::ResolvedConfig(config)); },
         [this](std::unique_ptr<train::Trainer> trainer) {
             try {
                 adopt(std::make_unique<workspace::RecordedRun>(
                           std::move(trainer), workspace::RunPlace{.workspace = workspace_}, clock_, true),
                       clock_.wallMs());
             } catch (const std::exception& e) {
                 refuseStart({}, textOf(e));
             }
         },
         [this](const Error& error) {
             refuseStart(error.where(), withSentence(error.problem(), error.mend()));
         });
}

void RunController::refuseStart(const Text& where, const Text& why) {
    backToWhatWas();
    emit startFailed(where, why);
}

bool RunController::canGoOn() const {
    const bool ended = stage_ == Stage::interrupted || stage_ == Stage::stopped || stage_ == Stage::failed;
    return ended && hasRun() && folder_ && problems_.empty() && !recordedElsewhere_ &&
           workspace::whyNotTakenUp(snapshot_->state, events_).empty();
}

bool RunController::canTrainLonger() const {
    const bool ended = stage_ == Stage::interrupted || stage_ == Stage::stopped || stage_ == Stage::failed ||
                       stage_ == Stage::finished;
    return ended && hasRun() && folder_ && problems_.empty() && !recordedElsewhere_ &&
           workspace::whyNotExtended(events_).empty();
}

void RunController::goOn() {
    if (canGoOn()) takeUp({});
}

void RunController::trainLonger(std::int64_t epochs) {
    if (canTrainLonger()) takeUp({.epochs = epochs});
}

void RunController::takeUp(const workspace::TakeUpOptions& options) {
    const auto failed = [this](const Text& why) {
        backToWhatWas();
        emit goOnFailed(why);
    };
    load([folder = *folder_, options] { return workspace::prepareTakeUp(folder, options); },
         [this, failed](workspace::TakeUp prepared) {
             try {
                 const std::int64_t startedMs = prepared.run->record.header.provenance.startedMs;
                 adopt(std::make_unique<workspace::RecordedRun>(std::move(prepared), clock_, true),
                       startedMs);
             } catch (const std::exception& e) {
                 failed(textOf(e));
             }
         },
         [failed](const Error& error) { failed(error.whole()); });
}

void RunController::adopt(std::unique_ptr<workspace::RecordedRun> live, std::int64_t startedMs) {
    clear();
    folder_ = live->folder();
    live_ = std::move(live);
    header_ = live_->header();
    replaceHistory(std::make_unique<view::RunHistory>(layerNames().size(), startedMs, header_->measures));
    snapshot_ = live_->session().snapshot();
    announceRun(Stage::running);
    pollTimer_.start();
}

void RunController::open(const std::filesystem::path& folder) {
    if (isLive() || stage_ == Stage::loading) {
        emit openFailed(Text::of("A run is going on. Stop it before you open another."));
        return;
    }
    load([folder] { return readToShow(store::RunFolder(folder)); }, [this](ShownRun shown) { show(shown); },
         [this](const Error& error) {
             backToWhatWas();
             emit openFailed(textOf(error));
         });
}

void RunController::show(ShownRun& shown) {
    clear();
    workspace::OpenedRun& opened = shown.run;
    folder_ = opened.folder;
    header_ = std::move(opened.record.header);
    replaceHistory(std::move(shown.history));
    events_ = std::move(opened.record.events);
    problems_ = std::move(opened.problems);
    recordedElsewhere_ = opened.recorded;
    snapshot_ = shown.snapshot;
    failure_ = snapshot_->message;
    announceRun(stageOf(snapshot_->state));
}

template <class Result>
void RunController::await(std::future<Result> result, QObject* guard,
                          std::function<void(const Result&)> take) {
    const auto shared = std::make_shared<std::future<Result>>(std::move(result));
    waiting_.push_back(
        {.guard = guard,
         .guarded = guard != nullptr,
         .isThere =
             [shared] { return shared->wait_for(std::chrono::seconds(0)) == std::future_status::ready; },
         .take =
             [shared, take = std::move(take)] {
                 const Result answer = shared->get();
                 if (take) take(answer);
             }});
}

void RunController::submit(session::Command command, QObject* guard, Answer answer) {
    if (live_) return await(live_->session().submit(std::move(command)), guard, std::move(answer));
    if (answer)
        answer({.accepted = false, .refusal = Text::of("the run has ended"), .step = snapshot_->step});
}

void RunController::askAny(session::Query query, QObject* guard,
                           std::function<void(const session::QueryAnswer&)> take) {
    if (live_) return await(live_->session().ask(query), guard, std::move(take));
    take(session::refusalOf(query, Text::of("the run has ended")));
}

std::vector<RunController::Waiting> RunController::takeAnswered() {
    const auto answered = std::stable_partition(waiting_.begin(), waiting_.end(),
                                                [](const Waiting& waiting) { return !waiting.isThere(); });
    std::vector<Waiting> taken(std::make_move_iterator(answered), std::make_move_iterator(waiting_.end()));
    waiting_.erase(answered, waiting_.end());
    return taken;
}

void RunController::deliver(std::vector<Waiting>& answered) {
    for (const Waiting& waiting : answered) {
        if (!waiting.guarded || waiting.guard) waiting.take();
    }
}

void RunController::takeRecords() {
    run::RecordBatch batch = live_->drain();
    if (batch.header) header_ = std::move(*batch.header);
    history_->append(batch);
    events_.insert(events_.end(), batch.events.begin(), batch.events.end());
    if (!batch.samples.empty() || !batch.layerStatistics.empty() || !batch.evaluations.empty())
        emit historyGrew();
    if (!batch.events.empty()) emit eventsGrew();
}

void RunController::follow(const session::Snapshot& snapshot) {
    if (snapshot.state != run::RunState::running) return;
    setStage(snapshot.ending ? Stage::ending : snapshot.paused ? Stage::paused : Stage::running);
}

void RunController::poll() {
    if (!live_) return;
    const bool ended = live_->session().waitFor(0);
    std::vector<Waiting> answered = takeAnswered();
    const auto latest = live_->session().snapshot();
    // What pages show of a run that goes on is drawn less often than commands are answered.
    const bool turned = latest->state != snapshot_->state || latest->paused != snapshot_->paused ||
                        latest->ending != snapshot_->ending;
    const bool due = !sincePublished_.isValid() || sincePublished_.hasExpired(publishIntervalMs);
    if (!ended && !turned && !due && answered.empty()) return;
    sincePublished_.start();
    takeRecords();
    if (latest != snapshot_) {
        snapshot_ = latest;
        follow(*latest);
        emit snapshotChanged();
    }
    deliver(answered);
    if (ended) endSession();
}

void RunController::endSession() {
    if (!live_) return;
    pollTimer_.stop();
    const run::RunOutcome outcome = live_->session().wait();
    takeRecords();
    std::vector<Waiting> answered = takeAnswered();
    snapshot_ = live_->session().snapshot();
    deliver(answered);
    // Somebody may have renamed the folder, or had the run saved elsewhere.
    folder_ = live_->folder();
    live_.reset();
    waiting_.clear();
    failure_ = outcome.message;
    setStage(outcome.state == run::RunState::finished  ? Stage::finished
             : outcome.state == run::RunState::stopped ? Stage::stopped
                                                       : Stage::failed);
    emit snapshotChanged();
    emit runEnded();
}

void RunController::stopAndWait() {
    if (!live_) return;
    live_->session().submit({.action = session::Stop{}, .note = Text::of("the window was closed")});
    endSession();
}

}  // namespace prunescope::ui
