#pragma once

#include "ui/experiment/network_probe.h"
#include "ui/live/run_queue.h"

#include <QSettings>
#include <optional>
#include <utility>
#include <vector>

namespace prunescope::ui {

/// How long the waiting runs will take, from what earlier runs measured on this machine. Networks are
/// described in the background. What is not known is nothing, and so is every sum with it.
class QueueForecast : public QObject {
    Q_OBJECT
public:
    QueueForecast(RunQueue& queue, RunModel& run, QSettings& settings, QObject* parent);

    std::optional<double> secondsOf(const run::RunConfig& waiting) const;
    /// Of all that wait one after the other, and before them the rest of the live run, unless the queue
    /// stands still.
    std::optional<double> secondsOfAll() const;

signals:
    void changed();  ///< of waiting runs more is known

private:
    const NetworkFacts* factsOf(const NetworkQuestion& question) const;
    void describeNetworks();
    std::optional<double> secondsBefore() const;

    using Described = std::vector<std::pair<NetworkQuestion, NetworkFacts>>;

    RunQueue& queue_;
    RunModel& run_;
    QSettings& settings_;
    Described described_;
    Job job_;
};

/// "40 s", "4 min", "2 h 05 min": no more digits than an estimate has.
QString roughDurationText(double seconds);

}  // namespace prunescope::ui
