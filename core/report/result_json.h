#pragma once

#include "report/summary.h"

#include <nlohmann/json.hpp>

#include <optional>

namespace prunescope::report {

template <class Value>
nlohmann::json orNull(const std::optional<Value>& value) {
    return value ? nlohmann::json(*value) : nlohmann::json();
}

/// The errors of a number that is predicted, in the place of the figures of classes.
void putErrors(const run::NumberErrors& numbers, nlohmann::json& json);

/// A measurement as report.json has it; null for none.
nlohmann::json measurementJson(const std::optional<Measurement>& m);

/// Quantiles of predicted less true at the shares of `view::residualShares`; null where classes are told
/// apart.
nlohmann::json residualsJson(const run::RunRecord& record, const ResultSummary& result);

/// What the run has come to.
nlohmann::json resultJson(const Summary& summary, run::Task task);

}  // namespace prunescope::report
