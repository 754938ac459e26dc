#pragma once

#include "report/summary.h"
#include "run/audit_events.h"

/// The parts that `summarise` is put together from, each in a file of its own.
namespace prunescope::report {

/// The figures of the evaluation at a position of `RunRecord::evaluations`, which has to be sound.
Measurement measurementOf(const run::RunRecord& record, std::size_t position);
ResultSummary summariseResult(const run::RunRecord& record);
/// Of a run that cut weights.
HurtSummary summariseHurt(const ReportInput& input, const ResultSummary& result);
/// The last sound test evaluation of a run.
std::optional<Measurement> finalTest(const run::RunRecord& record);
/// `request`: the sparsity that the last masks were chosen for.
std::vector<LayerSummary> summariseLayers(const run::RunRecord& record, std::optional<double> request);
SizeSummary summariseSize(const ReportInput& input, const std::vector<LayerSummary>& layers,
                          const run::SparsitySchedule& scheduleAtEnd);
/// Whether the last masks were chosen after the last step, for the sparsity asked for there.
bool wereMasksFinished(const run::RunRecord& record);
/// The sparsity that the schedule asked for when the last masks were chosen; none when none were.
std::optional<double> requestOfLastMasks(const run::RunRecord& record,
                                         const run::SparsitySchedule& scheduleAtEnd);
/// How often masks were chosen.
std::int64_t countMaskUpdates(const run::RunRecord& record);
/// The sample of exactly that step, or nullptr.
const run::MetricSample* sampleAt(const run::RunRecord& record, StepIndex step);
FallsSummary findFalls(const run::RunRecord& record);
std::vector<Mark> findMarks(const run::RunRecord& record);
ReferenceSummary summariseReference(const run::RunRecord& record, const ReferenceRun& reference);

/// These read what has been computed so far.
std::vector<Check> runChecks(const ReportInput& input, const Summary& summary);
std::vector<Text> findLimits(const ReportInput& input, const Summary& summary);
std::vector<Text> findProblems(const ReportInput& input);
std::vector<Origin> describeOrigins(const ReportInput& input, const Summary& summary);
Text verdictLine(const Summary& summary);
/// What differs from the plan of the start, what matters most first.
std::vector<Deviation> findDeviations(const ReportInput& input, const Summary& summary);
/// How the run ended. Reads the deviations.
Text stateLine(const ReportInput& input, const Summary& summary);
Text stateWithDeviations(const Summary& summary);

}  // namespace prunescope::report
