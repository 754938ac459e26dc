#include "run/same_records.h"

#include <algorithm>
#include <cmath>

namespace prunescope::run {
namespace {

bool same(double a, double b) {
    return a == b || (std::isnan(a) && std::isnan(b));
}

}  // namespace

bool sameBesidesTime(const MetricSample& a, const MetricSample& b) {
    return a.step == b.step && same(a.epoch, b.epoch) && same(a.loss, b.loss) &&
           same(a.accuracy, b.accuracy) && same(a.learningRate, b.learningRate) &&
           same(a.targetSparsity, b.targetSparsity) && same(a.sparsity, b.sparsity) && a.phase == b.phase &&
           same(a.rmse, b.rmse);
}

bool sameBesidesTime(const LayerStatistic& a, const LayerStatistic& b) {
    return a.step == b.step && a.layer == b.layer && a.weights == b.weights && a.kept == b.kept &&
           same(a.threshold, b.threshold) && a.cut == b.cut && a.revived == b.revived &&
           same(a.updateRatio, b.updateRatio) && std::ranges::equal(a.ofMethod, b.ofMethod, same);
}

bool sameBesidesTime(const MaskUpdateRecord& a, const MaskUpdateRecord& b) {
    return a == b;
}

bool sameBesidesTime(const Evaluation& a, const Evaluation& b) {
    return a.step == b.step && same(a.epoch, b.epoch) && a.split == b.split && same(a.sparsity, b.sparsity) &&
           same(a.loss, b.loss) && a.classes == b.classes && a.confusion == b.confusion &&
           same(a.calibrationError, b.calibrationError) && same(a.topFiveAccuracy, b.topFiveAccuracy) &&
           a.numbers == b.numbers;
}

bool sameBesidesTime(const ImageAnswers& a, const ImageAnswers& b) {
    return a.step == b.step && same(a.sparsity, b.sparsity) && a.classes == b.classes && a.truth == b.truth &&
           a.answers == b.answers && a.groups == b.groups && a.wanted == b.wanted &&
           a.predicted == b.predicted;
}

bool sameBesidesTime(const AuditEvent& a, const AuditEvent& b) {
    return a.kind == b.kind && a.step == b.step && a.before == b.before && a.after == b.after;
}

}  // namespace prunescope::run
