#pragma once

#include "run/run_record.h"

#include <optional>
#include <string>

namespace prunescope::run {

/// Where two records that should be the same differ first. Kinds and fields are called as the tables and
/// columns of a run's database are.
struct RecordDifference {
    StepIndex step{};
    std::string table{};
    std::string field{};                    ///< empty where one of the two records is not there at all
    std::optional<std::string> expected{};  ///< on record; nothing where no record is
    std::optional<std::string> found{};     ///< when it was trained once more; nothing where none came
};

const char* tableOf(const MetricSample& record);
const char* tableOf(const LayerStatistic& record);
const char* tableOf(const MaskUpdateRecord& record);
const char* tableOf(const Evaluation& record);
const char* tableOf(const AuditEvent& record);
const char* tableOf(const ImageAnswers& record);
const char* tableOf(const RunOutcome& record);

/// All of it as a clause without a full stop.
Text sentenceOf(const RecordDifference& difference);

/// One that is on record, and did not come; or one that came, and is not on record.
template <class Record>
RecordDifference alone(const Record& record, bool onRecord) {
    RecordDifference difference{.step = record.step, .table = tableOf(record)};
    (onRecord ? difference.expected : difference.found).emplace();
    return difference;
}

/// Nothing where both say the same, as `sameBesidesTime` has it.
std::optional<RecordDifference> differenceBesidesTime(const MetricSample& expected,
                                                      const MetricSample& found);
std::optional<RecordDifference> differenceBesidesTime(const LayerStatistic& expected,
                                                      const LayerStatistic& found);
std::optional<RecordDifference> differenceBesidesTime(const MaskUpdateRecord& expected,
                                                      const MaskUpdateRecord& found);
std::optional<RecordDifference> differenceBesidesTime(const Evaluation& expected, const Evaluation& found);
std::optional<RecordDifference> differenceBesidesTime(const AuditEvent& expected, const AuditEvent& found);
std::optional<RecordDifference> differenceBesidesTime(const ImageAnswers& expected,
                                                      const ImageAnswers& found);
/// In how a run ended, and where.
std::optional<RecordDifference> differenceBesidesTime(const RunOutcome& expected, const RunOutcome& found);

}  // namespace prunescope::run
