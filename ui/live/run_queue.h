#pragma once

#include "run/run_config.h"
#include "ui/live/run_model.h"

#include <QSettings>
#include <cstddef>
#include <vector>

namespace prunescope::ui {

/// Runs that wait for their turn. The next one starts when the one before has finished or failed, its failure
/// recorded; after one that somebody stopped, or that could not start, the queue stands still until it is
/// told to go on. What waits is remembered from one start of the program to the next, and then stands still.
class RunQueue : public QObject {
    Q_OBJECT
public:
    RunQueue(RunModel& run, QSettings& settings, QObject* parent);

    const std::vector<run::RunConfig>& waiting() const { return waiting_; }
    /// Something waits, and nothing will start by itself.
    bool standsStill() const { return held_ && !waiting_.empty(); }

    /// At the end. When no run is live, the first starts at once.
    void add(const std::vector<run::RunConfig>& runs);
    /// The same before all that wait.
    void addBefore(const std::vector<run::RunConfig>& runs);
    void remove(std::size_t place);
    /// One place up or down; nothing happens at the ends.
    void move(std::size_t place, bool up);
    /// Starts the next one as soon as no run is live.
    void goOn();

signals:
    void changed();

private:
    void read();
    void keep();
    void followEnd();
    void startNext();

    RunModel& run_;
    QSettings& settings_;
    std::vector<run::RunConfig> waiting_;
    bool held_ = true;
    bool starting_ = false;  ///< one of the queue's own is being prepared
};

}  // namespace prunescope::ui
