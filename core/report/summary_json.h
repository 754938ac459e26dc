#pragma once

#include "report/summary.h"

#include <nlohmann/json.hpp>

#include <string>

namespace prunescope::report {

/// Version of the layout of `report.json`; it rises when a key changes its meaning or goes.
inline constexpr int reportSchema = 1;

/// The summary and the descriptions it rests on. Names carry units: _bytes, _ms, _steps, _images, _weights,
/// _macs; accuracies, sparsities and other shares are in [0, 1]. What was not measured is null.
nlohmann::json summaryToJson(const ReportInput& input, const Summary& summary);

/// The text of `report.json`.
std::string reportJson(const ReportInput& input, const Summary& summary);

}  // namespace prunescope::report
