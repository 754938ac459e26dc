#pragma once

#include "ui/curve/schedule_draft.h"

#include <QObject>
#include <QPointer>
#include <QWidget>
#include <optional>

namespace prunescope::ui {

class RunModel;

/// The schedule of the run on display and what its user makes of it before it is applied: one draft, which is
/// bent on a curve and typed in fields. It follows the run by itself, and is made before those who show it:
/// when they hear of another run or another stage of it, it knows.
class LiveDraft : public QObject {
    Q_OBJECT
public:
    /// Lives as long as `run`, and may go before.
    explicit LiveDraft(RunModel& run);

    ScheduleDraft& schedule() { return schedule_; }
    const ScheduleDraft& schedule() const { return schedule_; }
    /// False of a run that trains its network dense: there is no schedule.
    bool isOfPruning() const;
    /// The run goes on and prunes.
    bool isEditable() const;
    /// What was typed and cannot be followed: it stays in the fields until it can, or is given up.
    const std::optional<run::SparsitySchedule>& refused() const { return refused_; }

    /// `schedule()` was bent by hand, or is tried out.
    void takeBent();
    /// Takes what was typed when it can be followed.
    void propose(const run::SparsitySchedule& next);
    /// Back to what the run follows.
    void revert();
    /// The run follows this from now on.
    void takeApplied(const run::SparsitySchedule& schedule);
    /// The run refused a change.
    void setProblem(Text problem);

    /// What the draft is bent with.
    void setHandles(QWidget& handles) { handles_ = &handles; }
    /// Null while there is nothing of it that could take the keyboard.
    QWidget* handles() const;

signals:
    /// The user has changed what is shown: the draft, or what is tried while a handle is dragged.
    void changed();
    /// The run has: it follows another schedule.
    void followed();
    /// The draft differs from what the run follows, and did not before.
    void begun();
    /// What is typed moves this handle.
    void handleMeant(prunescope::ui::CurveHandle handle);
    /// From the keyboard of the handles.
    void applyRequested();
    void revertRequested();

private:
    void takeRun();
    void followStage();
    void followSnapshot();
    bool takeScheduleOfRun();
    void tell();

    RunModel& run_;
    ScheduleDraft schedule_;
    std::optional<run::SparsitySchedule> refused_;
    bool differed_ = false;  ///< as far as was told
    QPointer<QWidget> handles_;
};

}  // namespace prunescope::ui
