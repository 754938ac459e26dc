#pragma once

#include "report/summary.h"

#include <string>
#include <string_view>

namespace prunescope::report {

/// One cell of text: quoted where RFC 4180 asks for it. A spreadsheet would run a text that begins with =, +,
/// -,
/// @, a tab or a line break as a formula; such text gets a leading apostrophe.
std::string csvText(std::string_view text);

/// One row for each step, nothing thinned; the columns of the evaluations are filled in the rows of the steps
/// at which the network was evaluated. RFC 4180, UTF-8, lines end in CR LF.
std::string metricsCsv(const ReportInput& input, const Summary& summary);

/// The event log, one row for each event; among them the falls of validation accuracy that the report found,
/// which nobody recorded: their sequence numbers are below 0.
std::string eventsCsv(const ReportInput& input, const Summary& summary);

/// The statistics of each layer at each mask update.
std::string layersCsv(const ReportInput& input, const Summary& summary);

}  // namespace prunescope::report
