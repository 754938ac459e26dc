#pragma once

#include <QString>
#include <QVariant>
#include <vector>

namespace prunescope::run {
struct Spread;
}  // namespace prunescope::run

namespace prunescope::store {
struct RunSummary;
}  // namespace prunescope::store

namespace prunescope::ui {

struct RunOption;

/// What a run is called when nobody named it: the title that the program makes of what was asked for, and of
/// a run of which that is not known, its folder.
QString madeTitle(const store::RunSummary& run);
/// The name that the user gave it, else that title.
QString shownName(const store::RunSummary& run);
/// Of shares: "84.52 ± 0.12 %  n = 3"; a dash for a deviation that one run alone does not have.
QString spreadText(const run::Spread& spread);

/// What the table of the runs says of each of them in one column. Texts are in the window's language.
struct RunColumn {
    const char* key;  ///< in the settings
    bool always;      ///< worth a look even when it does not tell one run from another
    QString (*title)();
    QString (*help)();
    QString (*text)(const store::RunSummary& run);
    /// What it is sorted by, a number as a number; invalid: unknown. Null: by its text.
    QVariant (*value)(const store::RunSummary& run);
    /// What a cell's tip says; null: what that of every column says.
    QString (*tip)(const store::RunSummary& run) = nullptr;
    /// Worth a look where this is true of some run, whether or not it tells one from another; null: always.
    bool (*known)(const store::RunSummary& run) = nullptr;
    /// What the row of a group says of its finished runs; null: what they have in common.
    QString (*spread)(const run::Spread& spread) = nullptr;
};

/// In the order of `RunsModel::Column`, without those of options.
const std::vector<RunColumn>& runColumns();

/// The same of an option in which runs differ.
QString optionText(const RunOption& option, const store::RunSummary& run);
QVariant optionValue(const RunOption& option, const store::RunSummary& run);

}  // namespace prunescope::ui
