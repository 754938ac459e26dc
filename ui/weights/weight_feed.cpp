#include "ui/weights/weight_feed.h"

namespace prunescope::ui {

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
    ++runs_;
    for (Job* job : {&reading_, &picturing_, &inspecting_}) job->cancel();
    underWay_ = false;
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
    if (reading_.isRunning() || run_.stage() == RunModel::Stage::loading) return;
    if (run_.folder() == nullptr) {
        setState(State::missing);
        return;
    }
    sent_.reset();
    underWay_ = false;
    // What was live stays on display meanwhile.
    if (picture_ == nullptr) setState(State::loading);
    const auto take = [this](const SavedWeights::Reading& reading) {
        saved_ = reading.weights;
        problem_ = reading.problem;
        setState(saved_ != nullptr ? State::ready : problem_.empty() ? State::missing : State::failed);
        request();
    };
    reading_.start(
        [folder = *run_.folder(), header = *run_.header()] { return SavedWeights::read(folder, header); },
        take, [take](const Error& error) { take({.weights = nullptr, .problem = error.whole()}); });
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
    run_.ask(*wanted_, this, [this, run = runs_](const session::Answered<session::WeightPicture>& answer) {
        if (run != runs_) return;
        underWay_ = false;
        if (!answer.refusal.empty() && run_.isLive()) emit refused(answer.refusal);
        request();
    });
}

void WeightFeed::requestSaved() {
    underWay_ = true;
    sent_ = wanted_;
    picturing_.start([saved = saved_, wanted = *wanted_] { return saved->picture(wanted); },
                     [this](const std::shared_ptr<const session::WeightPicture>& picture) {
                         underWay_ = false;
                         if (picture != nullptr && !run_.isLive()) {
                             picture_ = picture;
                             emit pictureChanged();
                         }
                         request();
                     },
                     [this](const Error& error) {
                         underWay_ = false;
                         emit refused(textOf(error));
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
    const auto take = [this, run = runs_](const std::shared_ptr<const session::WeightDetail>& detail) {
        if (run != runs_ || detail == nullptr) return;
        detail_ = detail;
        emit detailChanged();
    };
    if (run_.isLive()) {
        run_.ask(session::InspectWeight{layer, index}, this,
                 [take](const session::Answered<session::WeightDetail>& answer) { take(answer.content); });
    } else if (saved_ != nullptr) {
        inspecting_.start([saved = saved_, layer, index] { return saved->detail(layer, index); }, take,
                          [this](const Error& error) { emit refused(textOf(error)); });
    }
}

}  // namespace prunescope::ui
