#include "run/record_difference.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

namespace prunescope::run {
namespace {

constexpr std::size_t mostShown = 200;

/// Like SQLite it knows one NaN, and no zero below zero.
template <class Value>
bool isSame(const Value& a, const Value& b) {
    if constexpr (std::is_floating_point_v<Value>) {
        return a == b || (std::isnan(a) && std::isnan(b));
    } else {
        return a == b;
    }
}

/// The fewest digits of a number that read back as the same.
template <class Value>
std::string shownValue(const Value& value) {
    if constexpr (std::is_same_v<Value, EventValues>) {
        return eventValuesText(value).substr(0, mostShown);
    } else {
        return fmt::format("{}", value).substr(0, mostShown);
    }
}

class FieldComparison {
public:
    template <class Record>
    explicit FieldComparison(const Record& expected) : step_(expected.step), table_(tableOf(expected)) {}

    template <class Value>
    FieldComparison& field(const char* name, const Value& expected, const Value& found) {
        if (!difference_ && !isSame(expected, found)) note(name, shownValue(expected), shownValue(found));
        return *this;
    }
    template <class Values>
    FieldComparison& list(const char* name, const Values& expected, const Values& found) {
        if (difference_) return *this;
        const auto same = [](const auto& a, const auto& b) { return isSame(a, b); };
        const auto [e, f] = std::ranges::mismatch(expected, found, same);
        const auto at = e - expected.begin();
        if (e != expected.end() && f != found.end()) {
            note(fmt::format("{}[{}]", name, at), shownValue(*e), shownValue(*f));
        } else if (expected.size() != found.size()) {
            note(fmt::format("{}[]", name), shownValue(expected.size()), shownValue(found.size()));
        }
        return *this;
    }
    std::optional<RecordDifference> first() { return std::move(difference_); }

private:
    void note(const std::string& name, std::string expected, std::string found) {
        difference_ = {step_, table_, name, std::move(expected), std::move(found)};
    }

    StepIndex step_;
    std::string table_;
    std::optional<RecordDifference> difference_{};
};

}  // namespace

const char* tableOf(const MetricSample& /*record*/) {
    return "samples";
}

const char* tableOf(const LayerStatistic& /*record*/) {
    return "layer_statistics";
}

const char* tableOf(const MaskUpdateRecord& /*record*/) {
    return "mask_updates";
}

const char* tableOf(const Evaluation& /*record*/) {
    return "evaluations";
}

const char* tableOf(const AuditEvent& /*record*/) {
    return "events";
}

const char* tableOf(const ImageAnswers& /*record*/) {
    return "image_answers";
}

const char* tableOf(const RunOutcome& /*record*/) {
    return "outcomes";
}

Text sentenceOf(const RecordDifference& d) {
    if (!d.field.empty())
        return Text::of("step {}, {}: {} is {} on record, and {} when it is trained once more", d.step.value,
                        d.table, d.field, d.expected.value_or(""), d.found.value_or(""));
    return !d.found ? Text::of("step {}, {}: what is on record does not come when it is trained once more",
                               d.step.value, d.table)
                    : Text::of(
                          "step {}, {}: when it is trained once more, something comes that is not on "
                          "record",
                          d.step.value, d.table);
}

std::optional<RecordDifference> differenceBesidesTime(const MetricSample& a, const MetricSample& b) {
    return FieldComparison(a)
        .field("step", a.step.value, b.step.value)
        .field("epoch", a.epoch, b.epoch)
        .field("loss", a.loss, b.loss)
        .field("accuracy", a.accuracy, b.accuracy)
        .field("learning_rate", a.learningRate, b.learningRate)
        .field("target_sparsity", a.targetSparsity, b.targetSparsity)
        .field("sparsity", a.sparsity, b.sparsity)
        .field("phase", phaseName(a.phase), phaseName(b.phase))
        .field("rmse", a.rmse, b.rmse)
        .first();
}

std::optional<RecordDifference> differenceBesidesTime(const LayerStatistic& a, const LayerStatistic& b) {
    return FieldComparison(a)
        .field("step", a.step.value, b.step.value)
        .field("layer", a.layer.value, b.layer.value)
        .field("weights", a.weights, b.weights)
        .field("kept", a.kept, b.kept)
        .field("threshold", a.threshold, b.threshold)
        .field("cut", a.cut, b.cut)
        .field("revived", a.revived, b.revived)
        .field("update_ratio", a.updateRatio, b.updateRatio)
        .list("measure", a.ofMethod, b.ofMethod)
        .first();
}

std::optional<RecordDifference> differenceBesidesTime(const MaskUpdateRecord& a, const MaskUpdateRecord& b) {
    return FieldComparison(a)
        .field("step", a.step.value, b.step.value)
        .field("requested", a.requested, b.requested)
        .field("sparsity", a.sparsity, b.sparsity)
        .field("mask_digest", a.maskDigest, b.maskDigest)
        .first();
}

std::optional<RecordDifference> differenceBesidesTime(const Evaluation& a, const Evaluation& b) {
    const NumberErrors x = a.numbers.value_or(NumberErrors{});
    const NumberErrors y = b.numbers.value_or(NumberErrors{});
    return FieldComparison(a)
        .field("step", a.step.value, b.step.value)
        .field("epoch", a.epoch, b.epoch)
        .field("split", splitName(a.split), splitName(b.split))
        .field("sparsity", a.sparsity, b.sparsity)
        .field("loss", a.loss, b.loss)
        .field("classes", a.classes, b.classes)
        .list("confusion", a.confusion, b.confusion)
        .field("calibration_error", a.calibrationError, b.calibrationError)
        .field("top_five_accuracy", a.topFiveAccuracy, b.topFiveAccuracy)
        .field("rows", x.rows, y.rows)
        .field("mean_squared_error", x.meanSquared, y.meanSquared)
        .field("squared_error_deviation", x.squaredDeviation, y.squaredDeviation)
        .field("mean_absolute_error", x.meanAbsolute, y.meanAbsolute)
        .field("absolute_error_deviation", x.absoluteDeviation, y.absoluteDeviation)
        .field("target_variance", x.targetVariance, y.targetVariance)
        .first();
}

std::optional<RecordDifference> differenceBesidesTime(const ImageAnswers& a, const ImageAnswers& b) {
    return FieldComparison(a)
        .field("step", a.step.value, b.step.value)
        .field("sparsity", a.sparsity, b.sparsity)
        .field("classes", a.classes, b.classes)
        .list("truth", a.truth, b.truth)
        .list("answers", a.answers, b.answers)
        .list("sample_groups", a.groups, b.groups)
        .list("wanted", a.wanted, b.wanted)
        .list("predicted", a.predicted, b.predicted)
        .first();
}

std::optional<RecordDifference> differenceBesidesTime(const AuditEvent& a, const AuditEvent& b) {
    return FieldComparison(a)
        .field("step", a.step.value, b.step.value)
        .field("kind", a.kind, b.kind)
        .field("before", a.before, b.before)
        .field("after", a.after, b.after)
        .first();
}

std::optional<RecordDifference> differenceBesidesTime(const RunOutcome& a, const RunOutcome& b) {
    return FieldComparison(a)
        .field("state", runStateName(a.state), runStateName(b.state))
        .field("step", a.step.value, b.step.value)
        .field("epoch", a.epoch, b.epoch)
        .field("trained_images", a.trainedImages, b.trainedImages)
        .first();
}

}  // namespace prunescope::run
