#pragma once

#include "run/audit_event.h"
#include "run/run_record.h"
#include "view/run_history.h"

#include <cstddef>
#include <cstdint>
#include <vector>

/// Where the validation accuracy of a run fell, found by itself, and what its layers lost meanwhile.
namespace prunescope::view {

/// A fall that neither chance nor the run's own ups and downs explain: positions on the evaluations.
struct AccuracyDrop {
    std::size_t before = 0;  ///< the highest of the few evaluations in front of the fall
    std::size_t lowest = 0;  ///< where it ended
    double limit = 0;        ///< the largest fall that would have been taken for nothing, of 1
    bool operator==(const AccuracyDrop&) const = default;
};

/// From the first to the last. `images`: of the split that was measured. A fall counts when it is larger than
/// three standard errors of the difference of two shares of so many images, and than four times the usual
/// change between neighbours, which is the median of the last eight changes, scaled like a standard deviation
/// (1.4826); so the fourth evaluation is the first that can have fallen. What comes later changes nothing in
/// a drop but its end, so that a mark once made stays.
std::vector<AccuracyDrop> accuracyDrops(const EvaluationCurves& measured, std::int64_t images);

/// What the mask updates behind one evaluation, up to another, did to a layer.
struct LayerLoss {
    std::size_t layer = 0;  ///< from input to output
    std::int64_t cut = 0;
    std::int64_t revived = 0;
    double share = 0;  ///< cut less revived, of the layer's weights
    bool operator==(const LayerLoss&) const = default;
};

/// Those that lost weights in the updates after step `from` up to step `to`, the largest share first; at most
/// `most`. `weights`: of each prunable layer.
std::vector<LayerLoss> largestLosses(const RunHistory& history, const std::vector<std::int64_t>& weights,
                                     std::int64_t from, std::int64_t to, std::size_t most = 3);

/// Kind of the events that `dropEvents` makes; no run records one.
inline constexpr const char* accuracyFell = "accuracy_fell";

/// The drops of a run as events, to stand among those that were recorded: at the evaluation where the fall
/// ended, with a sequence number below 0 that stays the same while the run grows, and with what is to be
/// known of it as the note.
std::vector<run::AuditEvent> dropEvents(const RunHistory& history, const run::RunHeader& header);
/// The position of the evaluation that such an event's fall began at.
std::size_t beforeTheFall(const run::AuditEvent& event);

}  // namespace prunescope::view
