#pragma once

#include "run/run_record.h"

/// Whether two records say the same, bit for bit, but for the time of day and the time that was spent: what a
/// run records once more when it is trained again. Like SQLite they know one NaN, and no zero below zero.
namespace prunescope::run {

bool sameBesidesTime(const MetricSample& a, const MetricSample& b);
bool sameBesidesTime(const LayerStatistic& a, const LayerStatistic& b);
bool sameBesidesTime(const MaskUpdateRecord& a, const MaskUpdateRecord& b);
bool sameBesidesTime(const Evaluation& a, const Evaluation& b);
bool sameBesidesTime(const ImageAnswers& a, const ImageAnswers& b);
/// In what happened and when; not in words.
bool sameBesidesTime(const AuditEvent& a, const AuditEvent& b);

}  // namespace prunescope::run
