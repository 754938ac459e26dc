#pragma once

#include "store/run_list.h"

#include <string>
#include <vector>

namespace prunescope::ui {

/// One row for each run, with every digit, for a spreadsheet: RFC 4180, UTF-8, lines end in CR LF. What is
/// not known is an empty cell.
std::string runsCsv(const std::vector<const store::RunSummary*>& runs);

}  // namespace prunescope::ui
