#pragma once

#include "ui/training/run_result.h"

#include <QString>
#include <array>

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
    Tone tone = Tone::plain;
};

/// Of one that goes on.
ResultWords liveWords(const RunModel& run);

/// Of one that has ended; `result` null: its record is being read, or cannot be, which `unreadable` then
/// says.
ResultWords resultWords(const RunModel& run, const RunResult* result, const QString& unreadable);

}  // namespace prunescope::ui
