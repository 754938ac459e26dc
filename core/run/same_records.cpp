#include "run/same_records.h"

#include "run/record_difference.h"

namespace prunescope::run {

bool sameBesidesTime(const MetricSample& a, const MetricSample& b) {
    return !differenceBesidesTime(a, b);
}

bool sameBesidesTime(const LayerStatistic& a, const LayerStatistic& b) {
    return !differenceBesidesTime(a, b);
}

bool sameBesidesTime(const MaskUpdateRecord& a, const MaskUpdateRecord& b) {
    return !differenceBesidesTime(a, b);
}

bool sameBesidesTime(const Evaluation& a, const Evaluation& b) {
    return !differenceBesidesTime(a, b);
}

bool sameBesidesTime(const ImageAnswers& a, const ImageAnswers& b) {
    return !differenceBesidesTime(a, b);
}

bool sameBesidesTime(const AuditEvent& a, const AuditEvent& b) {
    return !differenceBesidesTime(a, b);
}

}  // namespace prunescope::run
