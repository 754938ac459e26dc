#pragma once

#include "store/run_list.h"

#include <QString>
#include <string>
#include <vector>

namespace prunescope::ui {

/// One option of the runs' configurations: as a column of a table.
struct RunOption {
    std::string key;      ///< as in a configuration, "schedule.end"
    std::string title;    ///< engine's words, for engineText
    std::string help;     ///< likewise
    bool choice = false;  ///< its values are words of the engine's
    bool operator==(const RunOption&) const = default;
};

/// The options in which the runs differ, except those that have a column of their own and those that say
/// where and on how many threads a run was made.
std::vector<RunOption> differingOptions(const std::vector<store::RunSummary>& runs);

/// What a run was asked for; null when that is not known or the option is not one of its method's.
nlohmann::json optionOf(const store::RunSummary& run, const std::string& key);

/// Names for a legend, in the order of the runs: those that the user gave them, else those of their folders,
/// of which the ones that the program made are shortened to the parts in which they differ. Every run has
/// another name.
std::vector<QString> legendNames(const std::vector<const store::RunSummary*>& runs);

}  // namespace prunescope::ui
