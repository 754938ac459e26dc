#include "ui/experiment/queue_forecast.h"

#include "ui/experiment/run_estimate.h"
#include "ui/support/format.h"

#include <QCoreApplication>
#include <algorithm>
#include <cmath>

namespace prunescope::ui {

QueueForecast::QueueForecast(RunQueue& queue, RunModel& run, QSettings& settings, QObject* parent)
    : QObject(parent), queue_(queue), run_(run), settings_(settings) {
    connect(&queue_, &RunQueue::changed, this, &QueueForecast::describeNetworks);
    describeNetworks();
}

const NetworkFacts* QueueForecast::factsOf(const NetworkQuestion& question) const {
    const auto found = std::find_if(described_.begin(), described_.end(),
                                    [&](const auto& one) { return one.first == question; });
    return found == described_.end() ? nullptr : &found->second;
}

void QueueForecast::describeNetworks() {
    std::vector<NetworkQuestion> asked;
    Described kept;
    for (const run::RunConfig& config : queue_.waiting()) {
        const NetworkQuestion question = networkQuestionOf(config);
        const auto isIt = [&](const auto& one) { return one.first == question; };
        if (const NetworkFacts* facts = factsOf(question)) {
            if (std::none_of(kept.begin(), kept.end(), isIt)) kept.emplace_back(question, *facts);
        } else if (std::find(asked.begin(), asked.end(), question) == asked.end()) {
            asked.push_back(question);
        }
    }
    described_ = std::move(kept);
    if (asked.empty()) return job_.cancel();
    job_.start(
        [asked] {
            Described answers;
            for (const NetworkQuestion& question : asked)
                answers.emplace_back(question, networkFacts(question));
            return answers;
        },
        [this](const Described& answers) {
            described_.insert(described_.end(), answers.begin(), answers.end());
            emit changed();
        },
        [](const Error& /*error*/) {});
}

std::optional<double> QueueForecast::secondsOf(const run::RunConfig& waiting) const {
    const NetworkFacts* facts = factsOf(networkQuestionOf(waiting));
    return facts == nullptr ? std::nullopt : measuredSeconds(*facts, waiting, settings_);
}

/// Until the first of those that wait can start.
std::optional<double> QueueForecast::secondsBefore() const {
    if (queue_.standsStill()) return 0;
    if (run_.stage() == RunModel::Stage::loading) return std::nullopt;
    if (!run_.isLive()) return 0;
    const auto now = run_.snapshot();
    if (now->secondsLeft <= 0 || now->ending) return std::nullopt;
    return now->secondsLeft;
}

std::optional<double> QueueForecast::secondsOfAll() const {
    std::optional<double> sum = secondsBefore();
    for (const run::RunConfig& config : queue_.waiting()) {
        const std::optional<double> one = secondsOf(config);
        if (!sum || !one) return std::nullopt;
        *sum += *one;
    }
    return sum;
}

QString roughDurationText(double seconds) {
    constexpr double minute = 60;
    constexpr double hour = 3600;
    const auto rounded = [seconds](double unit) { return unit * std::max(1.0, std::round(seconds / unit)); };
    constexpr double fewSeconds = 10;
    if (rounded(fewSeconds) < minute) return durationText(rounded(fewSeconds));
    if (rounded(minute) < hour) {
        return QCoreApplication::translate("Format", "%1 min")
            .arg(static_cast<qlonglong>(rounded(minute) / minute));
    }
    return durationText(rounded(5 * minute));
}

}  // namespace prunescope::ui
