#pragma once

#include "report/summary.h"
#include "ui/live/dense_twin.h"

#include <QString>
#include <array>
#include <optional>

namespace prunescope::ui {

class RunModel;

/// What the row above the charts says of a run. Unknown is a dash.
struct ResultWords {
    struct Figure {
        QString name;
        QString value;
        QString help;
    };
    enum class Tone { plain, warning, error };

    std::array<Figure, 4> figures{};
    QString sentence{};
    QString wholeSentence{};  ///< with every deviation from the plan
    Tone tone = Tone::plain;
};

/// Of one that goes on.
ResultWords liveWords(const RunModel& run);

/// What the report says of a run that has ended, and the dense run of the same experiment.
struct RunResult {
    const report::Summary* summary = nullptr;  ///< null: the record is being read, or cannot be
    QString unreadable{};                      ///< why it cannot
    std::optional<DenseTwin::Result> twin{};
};
ResultWords resultWords(const RunModel& run, const RunResult& result);

}  // namespace prunescope::ui
