#pragma once

#include "nn/update_work.h"
#include "prune/edit_limits.h"
#include "prune/mask_selection.h"
#include "prune/method.h"
#include "prune/pruned_layer.h"
#include "run/run_config.h"

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace prunescope::prune {

class WeightSweeps;

/// What happened to the masks at the start of a step.
struct MaskUpdate {
    bool updated = false;                 ///< masks were chosen anew
    bool measured = false;                ///< this step's layer statistics are to be taken
    std::optional<run::Phase> entered{};  ///< the phase that begins with this step
    /// What may not move now shall not remember how it moved: its momentum is to be cleared. Weights that
    /// merely rest until they learn again keep theirs.
    bool stilled = false;
};

/// The past of one weight's mask.
struct MaskChanges {
    std::uint32_t count = 0;          ///< how often it was cut or came back
    std::optional<StepIndex> last{};  ///< updates done when it was cut or came back last
};

/// Runs a pruning method over a network: owns the masks and effective weights, follows the schedule, and
/// tells the layers what is kept and the optimizer what may move.
///
/// A step is: `beginStep`, forward and backward on the effective weights, and an optimizer update that takes
/// `beginUpdate` along or comes after `formGradients`. Between steps `refresh` brings the effective weights
/// up to the latest latent ones.
class Pruner {
public:
    /// The prunable parameters are those with role `weight`. Throws `UsageError` when the method or its
    /// options are unknown, a budget is of no prunable layer, or the target leaves less than every layer's
    /// minimum.
    Pruner(const run::RunConfig& config, const std::vector<FloatParameter*>& parameters,
           run::SparsitySchedule schedule);
    ~Pruner();
    Pruner(const Pruner&) = delete;
    Pruner& operator=(const Pruner&) = delete;

    /// `step` counts the updates done before.
    MaskUpdate beginStep(StepIndex step);
    /// True when the method chooses masks by gradients: before every call that chooses them, those of the
    /// step's batch are to be taken after `beginGradients`.
    bool choosesByGradient() const { return traits_.choosesByGradient; }
    /// True when `beginStep(step)` chooses masks.
    bool masksDue(StepIndex step) const;
    /// Brings the effective weights up to date, and asks the layers for the gradients of all weights.
    void beginGradients();
    /// Turns the gradients of the effective weights into those of the latent ones.
    void formGradients();
    /// What the next optimizer update is to do along with its own sweep: the same for all that may move, so
    /// that nothing is left to do for `formGradients`. Gradients of what stands still may be left as they
    /// are.
    nn::UpdateWork& beginUpdate();
    /// Call before the optimizer moves the weights of a step whose statistics are taken.
    void rememberWeights();
    /// The statistics of a measured step, after its update; `step` is the number of updates now done.
    std::vector<run::LayerStatistic> statistics(StepIndex step) const;

    /// Chooses masks for the sparsity of `step` now, whatever the interval; for the end of a run.
    void updateMasks(StepIndex step);
    /// True when masks for the sparsity of `step` would take the first weights of a network that has all.
    bool wouldCutFirst(StepIndex step) const;
    /// True when the next `beginStep(step)` would.
    bool aboutToCut(StepIndex step) const;
    void refresh();

    run::Phase phase() const { return phase_; }
    const run::SparsitySchedule& schedule() const { return schedule_; }
    /// What may be asked for at `now`.
    EditLimits editLimits(StepIndex now) const;
    /// Takes effect at the next `beginStep`.
    void setSchedule(const run::SparsitySchedule& schedule);
    /// How many weights each layer would keep if masks were chosen for `sparsity` now, as its budget allows.
    /// Changes nothing.
    std::vector<std::int64_t> keptAt(double sparsity);

    /// False when nothing is ever cut.
    bool prunes() const { return prunes_; }
    /// What the method says of each layer.
    const std::vector<run::MeasureDescription>& measures() const { return measures_; }
    Method& method() { return *method_; }
    const Method& method() const { return *method_; }

    std::int64_t prunableWeights() const;
    std::int64_t keptWeights() const;
    std::int64_t keptWeights(LayerIndex layer) const;
    /// Achieved, over the prunable weights.
    double sparsity() const;
    /// Of the prunable weights. While the masks are frozen, what was asked for when they were chosen: a ramp
    /// that would go on asks nothing of them.
    double requestedSparsity(StepIndex step) const;

    std::size_t layers() const { return layers_.size(); }
    const FloatParameter& parameter(LayerIndex layer) const;
    const std::vector<std::uint8_t>& mask(LayerIndex layer) const;
    /// The mask as it was before the last update.
    const std::vector<std::uint8_t>& previousMask(LayerIndex layer) const;
    /// Updates done when masks were chosen last; nothing before the first time.
    std::optional<StepIndex> lastMaskUpdate() const { return lastMaskUpdate_; }
    MaskChanges maskChanges(LayerIndex layer, std::int64_t weight) const;
    /// Smallest |w| that is kept.
    float threshold(LayerIndex layer) const;

    /// Masks with their past, schedule, phase and the method's own state. The latent weights are the
    /// network's, and are to be visited before.
    void visit(StateVisitor& visitor);

private:
    void takeBudgets(const run::PruningConfig& pruning);
    void enterPhase(run::Phase phase);
    void chooseMasks(double sparsity, StepIndex step);
    void endGradients();
    void applyMovability();
    /// True when pruned weights do not learn, and will not in steps to come.
    bool prunedAreStill() const;
    std::vector<MaskLayer> maskLayers();

    std::vector<PrunedLayer> layers_;
    std::unique_ptr<Method> method_;
    MethodTraits traits_;
    std::unique_ptr<WeightSweeps> sweeps_;
    run::SparsitySchedule schedule_;
    MaskSelector selector_;
    std::int64_t interval_;
    std::int64_t minKeep_;
    std::uint64_t seed_;
    bool prunes_ = true;
    std::vector<run::MeasureDescription> measures_;
    run::Phase phase_ = run::Phase::exploration;
    double inForce_ = 0;  ///< p that attention uses
    bool masksStale_ = true;
    bool gradientsTaken_ = false;  ///< those that the layers hold are of all weights
    bool resting_ = false;         ///< pruned weights wait for the step in which they learn again
    std::optional<StepIndex> lastMaskUpdate_{};
};

}  // namespace prunescope::prune
