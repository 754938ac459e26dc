#include "ui/weights/weight_feed.h"

#include <QtConcurrent/QtConcurrentRun>

#include <QFutureWatcher>

namespace prunescope::ui {
namespace {

/// Runs `work` in the background and hands its result to `take` on this thread, unless `guard` has gone.
template <class Work, class Take>
void inBackground(QObject* guard, Work work, Take take) {
    using Result = decltype(work());
    auto* watcher = new QFutureWatcher<Result>(guard);
    QObject::connect(watcher, &QFutureWatcherBase::finished, guard, [watcher, take] {
        watcher->deleteLater();
        take(watcher->result());
    });
    watcher->setFuture(QtConcurrent::run(std::move(work)));
}

}  // namespace

WeightFeed::WeightFeed(RunModel& run, QObject* parent) : QObject(parent), run_(run) {
    connect(&run_, &RunModel::runChanged, this, &WeightFeed::forget);
    connect(&run_, &RunModel::stageChanged, this, &WeightFeed::followStage);
    connect(&run_, &RunModel::snapshotChanged, this, &WeightFeed::takeSnapshot);
}

void WeightFeed::setActive(bool active) {
    if (active_ == active) return;
    active_ = active;
    if (active_) {
        followStage();
        return;
    }
    // The run stops making pictures that nobody sees.
    if (run_.isLive() && sent_) run_.ask(session::WatchWeights{}, this, [](const auto&) {});
    sent_.reset();
}

void WeightFeed::want(const session::WatchWeights& request) {
    wanted_ = request;
    this->request();
}

void WeightFeed::forget() {
    ++job_;
    loading_ = underWay_ = false;
    wanted_.reset();
    sent_.reset();
    saved_.reset();
    picture_.reset();
    detail_.reset();
    problem_ = {};
    followStage();
}

void WeightFeed::followStage() {
    if (!active_) return;
    if (run_.isLive()) {
        saved_.reset();
        setState(State::ready);
        takeSnapshot();
        request();
    } else if (!run_.hasRun()) {
        setState(run_.stage() == RunModel::Stage::loading ? State::loading : State::none);
    } else if (saved_ != nullptr) {
        setState(State::ready);
        request();
    } else {
        loadSaved();
    }
}

void WeightFeed::setState(State state) {
    if (state_ == state) return;
    state_ = state;
    emit stateChanged();
}

void WeightFeed::loadSaved() {
    if (loading_ || run_.stage() == RunModel::Stage::loading) return;
    if (run_.folder() == nullptr) {
        setState(State::missing);
        return;
    }
    loading_ = true;
    sent_.reset();
    underWay_ = false;
    // What was live stays on display meanwhile.
    if (picture_ == nullptr) setState(State::loading);
    inBackground(
        this,
        [folder = *run_.folder(), header = *run_.header()] { return SavedWeights::read(folder, header); },
        [this, job = job_](const SavedWeights::Reading& reading) {
            if (job != job_) return;
            loading_ = false;
            saved_ = reading.weights;
            problem_ = reading.problem;
            setState(saved_ != nullptr ? State::ready : problem_.empty() ? State::missing : State::failed);
            request();
        });
}

void WeightFeed::request() {
    if (!active_ || underWay_ || !wanted_ || sent_ == wanted_) return;
    if (run_.isLive()) {
        requestLive();
    } else if (saved_ != nullptr) {
        requestSaved();
    }
}

void WeightFeed::requestLive() {
    underWay_ = true;
    sent_ = wanted_;
    run_.ask(*wanted_, this, [this, job = job_](const session::Answered<session::WeightPicture>& answer) {
        if (job != job_) return;
        underWay_ = false;
        if (!answer.refusal.empty() && run_.isLive()) emit refused(answer.refusal);
        request();
    });
}

void WeightFeed::requestSaved() {
    underWay_ = true;
    sent_ = wanted_;
    inBackground(
        this, [saved = saved_, wanted = *wanted_] { return saved->picture(wanted); },
        [this, job = job_](const std::shared_ptr<const session::WeightPicture>& picture) {
            if (job != job_) return;
            underWay_ = false;
            if (picture != nullptr && !run_.isLive()) {
                picture_ = picture;
                emit pictureChanged();
            }
            request();
        });
}

void WeightFeed::takeSnapshot() {
    if (!active_ || !run_.isLive()) return;
    const auto snapshot = run_.snapshot();
    if (snapshot->picture != nullptr && snapshot->picture != picture_) {
        picture_ = snapshot->picture;
        emit pictureChanged();
    }
}

void WeightFeed::inspect(LayerIndex layer, std::int64_t index) {
    if (!active_) return;
    const auto take = [this, job = job_](const std::shared_ptr<const session::WeightDetail>& detail) {
        if (job != job_ || detail == nullptr) return;
        detail_ = detail;
        emit detailChanged();
    };
    if (run_.isLive()) {
        run_.ask(session::InspectWeight{layer, index}, this,
                 [take](const session::Answered<session::WeightDetail>& answer) { take(answer.content); });
    } else if (saved_ != nullptr) {
        inBackground(
            this, [saved = saved_, layer, index] { return saved->detail(layer, index); }, take);
    }
}

}  // namespace prunescope::ui
