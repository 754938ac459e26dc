#pragma once

#include <QString>
#include <QVariant>
#include <vector>

namespace prunescope::store {
struct RunSummary;
}

namespace prunescope::ui {

struct RunOption;

/// What a run's row shows: sorting and filtering ask for each cell many times.
struct RunCells {
    std::vector<QString> texts;    ///< one for each column
    std::vector<QVariant> values;  ///< what each column is sorted by
    QString searched;              ///< all that words are looked for in: the texts and the name of the folder
};

/// `options`: those that have a column each, behind the usual ones.
RunCells cellsOf(const store::RunSummary& run, const std::vector<RunOption>& options);

/// Whether two readings of a run show the same. What was asked for is recorded once and not compared;
/// a measurement that was read again is another.
bool showTheSame(const store::RunSummary& a, const store::RunSummary& b);

}  // namespace prunescope::ui
