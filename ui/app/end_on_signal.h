#pragma once

#include "base/signals.h"

#include <QObject>
#include <QSocketNotifier>

namespace prunescope::ui {

class RunController;

/// Ends the program when the system asks for it (logging out, shutting down, Ctrl-C where it was started) as
/// the terminal program ends then: nothing is asked, the run is stopped, and all of it is on the disk before
/// the event loop returns.
class EndOnSignal : public QObject {
    Q_OBJECT
public:
    /// Both must outlive it.
    EndOnSignal(const StopSignals& stopSignals, RunController& run, QObject* parent = nullptr);

    /// The program's exit status, where `status` is what the event loop returned.
    int exitStatus(int status) const;

signals:
    /// Everything is saved.
    void ended();

private:
    void stop();
    void end();

    const StopSignals& signals_;
    RunController& run_;
    QSocketNotifier notifier_;
};

}  // namespace prunescope::ui
