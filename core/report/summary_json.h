#pragma once

#include "report/summary.h"

#include <functional>
#include <string>
#include <string_view>

namespace prunescope::report {

/// Version of the layout of `report.json`; it rises when a key changes its meaning or goes.
inline constexpr int reportSchema = 1;

/// What repeats a run, typed in its folder.
inline constexpr const char* repeatCommand = "prunescope-cli train --config config.json";

/// Takes a text piece by piece.
using TextSink = std::function<void(std::string_view piece)>;

/// The text of `report.json`: the summary and the descriptions it rests on. Names carry units: _bytes, _ms,
/// _steps, _images, _weights, _macs; accuracies, sparsities and other shares are in [0, 1]. What was not
/// measured is null. `validation_falls` has the falls of validation accuracy: by which `rule` a fall counts,
/// how many were `found` (null: fewer measurements than it takes), and the first of them, each with the
/// measurement `before` and `after`, the layers that lost most weights in between and the numbers of the
/// events in front. The text is given away as it is made: a record may hold a million events, and a tree of
/// them would take gigabytes.
void writeReportJson(const ReportInput& input, const Summary& summary, const TextSink& out);

/// The same as one text.
std::string reportJson(const ReportInput& input, const Summary& summary);
/// Its SHA-256, without the text ever being whole in memory.
std::string reportJsonSha256(const ReportInput& input, const Summary& summary);

}  // namespace prunescope::report
