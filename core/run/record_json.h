#pragma once

#include "run/measure.h"
#include "run/records.h"
#include "run/schedule.h"

#include <nlohmann/json.hpp>

#include <string>
#include <string_view>

/// The descriptions of a run as JSON, for the run store, the audit log and the report. Keys are in
/// snake_case; NaN and infinity, which JSON lacks, are written as null and read back as NaN.
///
/// Reading trusts nothing: a key that is absent keeps its default, an unknown key is passed over, and a value
/// of the wrong type or out of range throws `Error` whose place is the key, as in "network.layers[2].macs".
namespace prunescope::run {

/// The text of `json`, on one line when `indent` is negative. Never throws: bytes that are not UTF-8, as a
/// path may hold, become U+FFFD.
std::string jsonText(const nlohmann::json& json, int indent = -1);

/// What there is to say of a record that is not as this program writes it.
Text damagedRecord();

/// Text from outside, within the limits of `readJson`. Throws `Error`; `where` names the origin in its
/// message.
nlohmann::json jsonFromText(std::string_view text, const std::string& where);

nlohmann::json provenanceToJson(const Provenance& provenance);
Provenance provenanceFromJson(const nlohmann::json& json);

/// What was decided for the columns of a table, in the order of its file.
nlohmann::json columnsToJson(const std::vector<ColumnDescription>& columns);
/// Refuses more than 100000 columns.
std::vector<ColumnDescription> columnsFromJson(const nlohmann::json& json);

nlohmann::json datasetToJson(const DatasetDescription& dataset);
/// Refuses more than 65536 classes and more than 100000 columns of a table.
DatasetDescription datasetFromJson(const nlohmann::json& json);

nlohmann::json networkToJson(const NetworkDescription& network);
/// Refuses more than 10000 layers, counts whose sums could overflow, and prunable layers that are not
/// numbered 0, 1, 2 … from input to output.
NetworkDescription networkFromJson(const nlohmann::json& json);

nlohmann::json measuresToJson(const std::vector<MeasureDescription>& measures);
/// Refuses more than `mostMeasures`.
std::vector<MeasureDescription> measuresFromJson(const nlohmann::json& json);

/// {"shape", "initial", "target", "start", "end", "freeze": step or null when never, "knots": [[position,
/// sparsity]]}
nlohmann::json scheduleToJson(const SparsitySchedule& schedule);
/// Refuses a schedule that cannot be followed (`scheduleProblem`), so that `sparsityAt` is safe on the
/// result.
SparsitySchedule scheduleFromJson(const nlohmann::json& json);

/// A schedule that somebody asked for, which perhaps cannot be followed: `sparsityAt` is not safe on it.
SparsitySchedule wishedScheduleFromJson(const nlohmann::json& json);

}  // namespace prunescope::run
