#pragma once

#include "base/text.h"
#include "ui/live/run_model.h"

#include <QAction>
#include <QObject>
#include <optional>

namespace prunescope::ui {

class Theme;

/// Start, pause, step, stop, freeze: enabled by the run's state, with tooltips that explain.
class RunActions : public QObject {
    Q_OBJECT
public:
    RunActions(RunModel& run, Theme& theme, QObject* parent);

    QAction* const start;
    QAction* const pause;  ///< pauses, and goes on, also with a run that had ended before its time
    QAction* const step;
    QAction* const stop;
    QAction* const freeze;  ///< freezes, and lets go again

    QList<QAction*> all() const { return {start, pause, step, stop, freeze}; }
    void retranslate();
    /// Why a run cannot start; empty when it can.
    void setStartBlocker(const QString& reason);

signals:
    /// The mask shall be frozen, or let go: an edit like those of the schedule, which can be undone.
    void freezeWanted(bool frozen);
    /// A command was refused.
    void refused(const prunescope::Text& reason);

private:
    void refresh();
    void redrawIcons();
    void drawPause();
    bool frozen() const;
    void nameFreeze();
    void send(session::Action action);

    RunModel& run_;
    Theme& theme_;
    QString startBlocker_;
    std::optional<bool> drawnToGoOn_;  ///< what the sign of `pause` means now
};

}  // namespace prunescope::ui
