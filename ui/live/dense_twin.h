#pragma once

#include "ui/support/job.h"

#include <QObject>
#include <QString>
#include <cstdint>
#include <optional>

namespace prunescope::ui {

class RunModel;

/// The dense run that the run on display is measured against: the same experiment but for the pruning, as
/// `workspace::referencesFor` finds it. Looked for in the background when another run is shown and when a run
/// ends.
class DenseTwin : public QObject {
    Q_OBJECT
public:
    DenseTwin(const RunModel& run, QObject* parent);

    struct Result {
        QString id;          ///< the name of its folder
        double quality = 0;  ///< of the test, by the measure that the task is judged by
    };
    /// Nothing: there is none, or it is not known yet.
    const std::optional<Result>& result() const { return result_; }

signals:
    void changed();

private:
    void look();
    void take(std::optional<Result> found);

    const RunModel& run_;
    std::optional<Result> result_;
    Job looking_;
};

}  // namespace prunescope::ui
