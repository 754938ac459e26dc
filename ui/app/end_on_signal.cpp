#include "ui/app/end_on_signal.h"

#include "session/command.h"
#include "ui/live/run_controller.h"

#include <QCoreApplication>

namespace prunescope::ui {

EndOnSignal::EndOnSignal(const StopSignals& stopSignals, RunController& run, QObject* parent)
    : QObject(parent),
      signals_(stopSignals),
      run_(run),
      notifier_(static_cast<qintptr>(stopSignals.descriptor()), QSocketNotifier::Read) {
    connect(&notifier_, &QSocketNotifier::activated, this, &EndOnSignal::stop);
}

void EndOnSignal::stop() {
    notifier_.setEnabled(false);  // further signals change nothing
    if (!run_.isLive()) return end();
    // Once the controller has left the signal behind, so that the last results have reached every page.
    connect(&run_, &RunController::runEnded, this, &EndOnSignal::end, Qt::QueuedConnection);
    run_.submit(
        {.action = session::Stop{}, .who = run::byProgram, .note = Text::of("the program was asked to end")},
        this, {});
}

void EndOnSignal::end() {
    emit ended();
    QCoreApplication::exit(StopSignals::exitStatus(signals_.first()));
}

int EndOnSignal::exitStatus(int status) const {
    if (signals_.first() == 0) return status;
    if (run_.stage() == RunModel::Stage::failed) return 1;
    return StopSignals::exitStatus(signals_.first());
}

}  // namespace prunescope::ui
