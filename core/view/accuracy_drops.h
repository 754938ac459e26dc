#pragma once

#include "run/audit_event.h"
#include "run/run_record.h"
#include "view/run_history.h"

#include <cstddef>
#include <cstdint>
#include <vector>

/// Where what a run is judged by, its validation accuracy or the RMSE of the validation rows, became worse,
/// found by itself, and what its layers lost meanwhile.
namespace prunescope::view {

/// A fall that neither chance nor the run's own ups and downs explain: positions on the evaluations.
struct AccuracyDrop {
    std::size_t before = 0;  ///< the best of the few evaluations in front of the fall
    std::size_t lowest = 0;  ///< the worst, where it ended
    double limit = 0;  ///< the largest fall that would have been taken for nothing, in the measure's unit
    bool operator==(const AccuracyDrop&) const = default;
};

/// What a fall has to be larger than: so many standard errors of the difference of two shares of as many
/// images, or of two RMSEs as if their rows were others, and so many times the usual change between
/// neighbours, which is the median of the last changes, scaled like a standard deviation (1.4826).
struct DropRule {
    double standardErrors = 3;
    double usualChanges = 4;
    std::size_t changesRemembered = 8;
    std::size_t fewestChanges = 2;       ///< of which one can be called usual
    std::size_t evaluationsInFront = 4;  ///< a fall may take as many; slower ones are no events

    /// The last of so many evaluations is the first that can have fallen.
    constexpr std::size_t fewestEvaluations() const { return fewestChanges + 2; }
};
inline constexpr DropRule dropRule;

/// From the first to the last, by the main measure of the task. `images`: of the split that was measured.
/// What comes later changes nothing in a drop but its end, so that a mark once made stays.
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

/// The same between the two evaluations of a drop.
std::vector<LayerLoss> lossesOf(const AccuracyDrop& drop, const RunHistory& history,
                                const run::RunHeader& header);

/// Kind of the events that `dropEvents` makes; no run records one.
inline constexpr const char* accuracyFell = "accuracy_fell";

/// A drop of a run as an event, to stand among those that were recorded: at the evaluation where the fall
/// ended, with a sequence number below 0 that stays the same while the run grows, and with what is to be
/// known of it as the note.
run::AuditEvent dropEvent(const AccuracyDrop& drop, const RunHistory& history, const run::RunHeader& header);
/// All of them, from the first to the last.
std::vector<run::AuditEvent> dropEvents(const RunHistory& history, const run::RunHeader& header);
/// The position of the evaluation that such an event's fall began at.
std::size_t beforeTheFall(const run::AuditEvent& event);

}  // namespace prunescope::view
