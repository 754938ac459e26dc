#pragma once

namespace prunescope::ui {

class RunModel;
class TimeAxis;

/// Keeps the newest steps of a run in sight: moves the zoom of the charts' axis with the run's end.
class RunFollower {
public:
    RunFollower(const RunModel& run, TimeAxis& axis) : run_(run), axis_(axis) {}

    /// Of a run that does not grow nothing can be followed.
    bool isPossible() const;
    /// Begins, goes on or ends; without a zoom it begins with the newest part of what there is.
    void follow(bool wanted);
    /// Moves what is shown so that it ends where the run is now.
    void followEnd();

private:
    const RunModel& run_;
    TimeAxis& axis_;
};

}  // namespace prunescope::ui
