#include "ui/live/run_controller.h"

#include "base/error.h"
#include "data/registry.h"
#include "ui/live/opened_run.h"

#include <QFutureWatcher>
#include <QPointer>
#include <QtConcurrent>
#include <chrono>
#include <utility>

namespace prunescope::ui {

namespace {
constexpr int pollIntervalMs = 33;
constexpr int publishIntervalMs = 90;

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

/// A run that trains now. Members are destroyed from the bottom up: the session ends before its sinks do.
struct RunController::Live {
    explicit Live(const store::RunFolder& folder) : recorder(folder), feed(recorder) {}

    store::RunRecorder recorder;
    session::RecordFeed feed;
    std::unique_ptr<session::Session> session;
};

/// What the background hands over when a run can start, or why it cannot.
struct RunController::Loaded {
    std::unique_ptr<train::Trainer> trainer;
    Text where;  ///< the option that is to blame, where one is
    Text error;
};

struct RunController::Waiting {
    std::future<session::CommandResult> result;
    QPointer<QObject> guard;
    bool guarded;
    Answer answer;
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
    ++job_;
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

void RunController::beginLoading() {
    ++job_;
    stageBefore_ = stage_;
    setStage(Stage::loading);
}

void RunController::backToWhatWas() {
    setStage(stageBefore_);
}

void RunController::start(const run::RunConfig& config) {
    if (isLive() || stage_ == Stage::loading) {
        emit startFailed({}, Text::of("A run is going on. Stop it before you start another."));
        return;
    }
    beginLoading();
    auto* watcher = new QFutureWatcher<std::shared_ptr<Loaded>>(this);
    connect(watcher, &QFutureWatcherBase::finished, this, [this, watcher, job = job_] {
        watcher->deleteLater();
        if (job == job_) adopt(watcher->result());
    });
    watcher->setFuture(QtConcurrent::run([config] {
        auto loaded = std::make_shared<Loaded>();
        try {
            auto dataset = std::make_shared<const data::Dataset>(data::loadDataset(config));
            loaded->trainer = std::make_unique<train::Trainer>(config, std::move(dataset));
        } catch (const std::bad_alloc&) {
            loaded->error = Text::of("there is not enough memory for this network and batch size");
        } catch (const Error& e) {
            loaded->where = e.where();
            loaded->error = withSentence(e.problem(), e.mend());
        } catch (const std::exception& e) {
            loaded->error = textOf(e);
        }
        return loaded;
    }));
}

void RunController::adopt(const std::shared_ptr<Loaded>& loaded) {
    const auto refuse = [this](const Text& where, const Text& why) {
        backToWhatWas();
        emit startFailed(where, why);
    };
    if (!loaded->trainer) return refuse(loaded->where, loaded->error);
    std::optional<store::RunFolder> folder;
    std::unique_ptr<Live> live;
    const run::RunHeader header = loaded->trainer->header();
    try {
        folder = store::createRunFolder(workspace_, loaded->trainer->config(), clock_.wallMs());
        live = std::make_unique<Live>(*folder);
        live->session = std::make_unique<session::Session>(
            std::move(loaded->trainer), live->feed, clock_,
            session::SessionOptions{.keeper = &live->recorder, .yielding = true});
    } catch (const std::exception& e) {
        return refuse({}, textOf(e));
    }
    clear();
    folder_ = std::move(folder);
    live_ = std::move(live);
    header_ = header;
    replaceHistory(std::make_unique<view::RunHistory>(layerNames().size(), clock_.wallMs()));
    snapshot_ = live_->session->snapshot();
    announceRun(Stage::running);
    pollTimer_.start();
}

void RunController::open(const std::filesystem::path& folder) {
    if (isLive() || stage_ == Stage::loading) {
        emit openFailed(Text::of("A run is going on. Stop it before you open another."));
        return;
    }
    beginLoading();
    auto* watcher = new QFutureWatcher<std::shared_ptr<OpenedRun>>(this);
    connect(watcher, &QFutureWatcherBase::finished, this, [this, watcher, job = job_] {
        watcher->deleteLater();
        if (job == job_) show(watcher->result());
    });
    watcher->setFuture(QtConcurrent::run([folder] { return openRun(store::RunFolder(folder)); }));
}

void RunController::show(const std::shared_ptr<OpenedRun>& opened) {
    if (!opened->error.empty()) {
        backToWhatWas();
        emit openFailed(opened->error);
        return;
    }
    clear();
    folder_ = opened->folder;
    header_ = std::move(opened->header);
    replaceHistory(std::move(opened->history));
    events_ = std::move(opened->events);
    problems_ = std::move(opened->problems);
    recordedElsewhere_ = opened->live;
    snapshot_ = opened->snapshot;
    failure_ = snapshot_->message;
    announceRun(stageOf(snapshot_->state));
}

void RunController::submit(session::Command command, QObject* guard, Answer answer) {
    if (!live_) {
        if (answer)
            answer({.accepted = false, .refusal = Text::of("the run has ended"), .step = snapshot_->step});
        return;
    }
    waiting_.push_back(
        {live_->session->submit(std::move(command)), guard, guard != nullptr, std::move(answer)});
}

void RunController::answerCommands() {
    for (auto it = waiting_.begin(); it != waiting_.end();) {
        if (it->result.wait_for(std::chrono::seconds(0)) != std::future_status::ready) {
            ++it;
            continue;
        }
        const session::CommandResult result = it->result.get();
        const Waiting done = std::move(*it);
        it = waiting_.erase(it);
        if (done.answer && (!done.guarded || done.guard)) done.answer(result);
    }
}

void RunController::takeRecords() {
    const std::vector<run::MetricSample> samples = live_->session->drainSamples();
    session::FeedChunk chunk = live_->feed.drain();
    if (chunk.header) header_ = std::move(*chunk.header);
    for (const auto& sample : samples) history_->append(sample);
    for (const auto& statistics : chunk.statistics) history_->append(statistics);
    for (const auto& evaluation : chunk.evaluations) history_->append(evaluation);
    events_.insert(events_.end(), chunk.events.begin(), chunk.events.end());
    if (!samples.empty() || !chunk.statistics.empty() || !chunk.evaluations.empty()) emit historyGrew();
    if (!chunk.events.empty()) emit eventsGrew();
}

void RunController::follow(const session::Snapshot& snapshot) {
    if (snapshot.state != run::RunState::running) return;
    setStage(snapshot.ending ? Stage::ending : snapshot.paused ? Stage::paused : Stage::running);
}

void RunController::poll() {
    if (!live_) return;
    const bool ended = live_->session->waitFor(0);
    const auto latest = live_->session->snapshot();
    // What pages show of a run that goes on is drawn less often than commands are answered.
    const bool turned = latest->state != snapshot_->state || latest->paused != snapshot_->paused ||
                        latest->ending != snapshot_->ending || latest->preview != snapshot_->preview;
    const bool due = !sincePublished_.isValid() || sincePublished_.hasExpired(publishIntervalMs);
    if (!ended && !turned && !due && waiting_.empty()) return;
    sincePublished_.start();
    takeRecords();
    if (latest != snapshot_) {
        snapshot_ = latest;
        follow(*latest);
        emit snapshotChanged();
    }
    answerCommands();
    if (ended) endSession();
}

void RunController::endSession() {
    if (!live_) return;
    pollTimer_.stop();
    const run::RunOutcome outcome = live_->session->wait();
    takeRecords();
    answerCommands();
    snapshot_ = live_->session->snapshot();
    // Somebody may have renamed the folder, or had the run saved elsewhere.
    folder_ = store::RunFolder(live_->recorder.folder());
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
    live_->session->submit({.action = session::Stop{}, .note = Text::of("the window was closed")});
    endSession();
}

}  // namespace prunescope::ui
