#pragma once

#include "report/summary.h"

/// The parts that `summarise` is put together from, each in a file of its own.
namespace prunescope::report {

ResultSummary summariseResult(const run::RunRecord& record);
/// The last sound test evaluation of a run.
std::optional<Measurement> finalTest(const run::RunRecord& record);
/// `request`: the sparsity that the last masks were chosen for.
std::vector<LayerSummary> summariseLayers(const run::RunRecord& record, std::optional<double> request);
SizeSummary summariseSize(const run::RunRecord& record, const std::vector<LayerSummary>& layers,
                          const run::SparsitySchedule& scheduleAtEnd);
/// The schedule after all edits that were not refused.
run::SparsitySchedule findScheduleAtEnd(const run::RunRecord& record);
/// Whether the last masks were chosen after the last step, for the sparsity asked for there.
bool wereMasksFinished(const run::RunRecord& record);
/// The sparsity that the schedule asked for when the last masks were chosen; none when none were.
std::optional<double> requestOfLastMasks(const run::RunRecord& record,
                                         const run::SparsitySchedule& scheduleAtEnd);
/// The statistics of one moment, one for each layer, as positions [begin, end) in the record.
struct Moment {
    std::size_t begin = 0;
    std::size_t end = 0;
};
std::vector<Moment> momentsOf(const std::vector<run::LayerStatistic>& statistics);
/// Whether masks were chosen at that moment, rather than measured while frozen.
bool isMaskUpdate(const run::RunRecord& record, Moment moment);
/// The sample of exactly that step, or nullptr.
const run::MetricSample* sampleAt(const run::RunRecord& record, StepIndex step);
bool isRefusal(const run::AuditEvent& event);
/// Whether somebody asked for it, rather than the schedule or the program.
bool isCommand(const run::AuditEvent& event);
std::vector<Mark> findMarks(const run::RunRecord& record);
ReferenceSummary summariseReference(const run::RunRecord& record, const ReferenceRun& reference);

/// These read what has been computed so far.
std::vector<Check> runChecks(const ReportInput& input, const Summary& summary);
std::vector<std::string> findLimits(const ReportInput& input, const Summary& summary);
std::vector<std::string> findProblems(const ReportInput& input);
std::vector<Origin> describeOrigins(const ReportInput& input, const Summary& summary);
std::string verdictLine(const Summary& summary);
std::string stateLine(const run::RunRecord& record);

}  // namespace prunescope::report
