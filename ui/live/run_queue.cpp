#include "ui/live/run_queue.h"

#include "base/error.h"
#include "run/config_io.h"

#include <QStringList>
#include <utility>

namespace prunescope::ui {
namespace {

const QString queueKey = QStringLiteral("queue");
/// A list from a damaged file of settings shall not keep the machine busy for ever.
constexpr std::size_t mostRead = 1000;

}  // namespace

RunQueue::RunQueue(RunModel& run, QSettings& settings, QObject* parent)
    : QObject(parent), run_(run), settings_(settings) {
    read();
    // Once whoever else hears of the end has done with it.
    connect(&run_, &RunModel::runEnded, this, &RunQueue::followEnd, Qt::QueuedConnection);
    connect(&run_, &RunModel::startFailed, this, [this] {
        if (!std::exchange(starting_, false)) return;
        held_ = true;
        emit changed();
    });
    connect(&run_, &RunModel::runChanged, this, [this] { starting_ = false; });
}

void RunQueue::read() {
    for (const QString& text : settings_.value(queueKey).toStringList()) {
        if (waiting_.size() >= mostRead) return;
        try {
            waiting_.push_back(run::configFromText(text.toStdString(), "settings"));
        } catch (const Error&) {
            // Of another version, or damaged: the others can still be run.
            continue;
        }
    }
}

void RunQueue::keep() {
    QStringList texts;
    for (const run::RunConfig& config : waiting_) {
        texts << QString::fromStdString(
            run::configToJson(config).dump(-1, ' ', false, nlohmann::json::error_handler_t::replace));
    }
    settings_.setValue(queueKey, texts);
    emit changed();
}

void RunQueue::add(const std::vector<run::RunConfig>& runs) {
    waiting_.insert(waiting_.end(), runs.begin(), runs.end());
    keep();
    goOn();
}

void RunQueue::addBefore(const std::vector<run::RunConfig>& runs) {
    waiting_.insert(waiting_.begin(), runs.begin(), runs.end());
    keep();
    goOn();
}

void RunQueue::remove(std::size_t place) {
    if (place >= waiting_.size()) return;
    waiting_.erase(waiting_.begin() + static_cast<std::ptrdiff_t>(place));
    keep();
}

void RunQueue::move(std::size_t place, bool up) {
    const std::size_t other = up ? place - 1 : place + 1;
    if (place >= waiting_.size() || other >= waiting_.size()) return;
    std::swap(waiting_[place], waiting_[other]);
    keep();
}

void RunQueue::goOn() {
    held_ = false;
    emit changed();
    startNext();
}

void RunQueue::followEnd() {
    if (run_.stage() == RunModel::Stage::stopped) held_ = true;
    emit changed();
    startNext();
}

void RunQueue::startNext() {
    if (held_ || waiting_.empty() || run_.isLive() || run_.stage() == RunModel::Stage::loading) return;
    const run::RunConfig next = waiting_.front();
    starting_ = true;
    remove(0);
    run_.start(next);
}

}  // namespace prunescope::ui
