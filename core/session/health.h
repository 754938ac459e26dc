#pragma once

#include "base/state_visitor.h"
#include "train/extents.h"
#include "train/trainer.h"

#include <deque>
#include <optional>
#include <string>
#include <vector>

namespace prunescope::session {

/// Something that a run is not expected to show.
struct Finding {
    const char* kind;  ///< of the audit event
    Text found;        ///< with its figures
};

/// Watches a run, of any method, for the ways in which one goes wrong without failing: a layer that the
/// common ranking leaves with its fewest weights, a loss that falls back to that of guessing, weights that
/// grow tenfold within an epoch, values that are no numbers. Each way is told once, and again after it was
/// over.
class Health {
public:
    explicit Health(const train::Trainer& trainer);

    /// Measures all weights and running statistics. Gives the name of the first parameter that holds a value,
    /// or an effective weight, which is not finite.
    std::optional<std::string> measure(const train::Trainer& trainer);
    /// What a step shows. Call `measure` first where its statistics were taken: masks and weights are looked
    /// at then.
    std::vector<Finding> look(const train::Trainer& trainer, const train::StepResult& result);

    /// What it remembers of the run so far.
    void visit(StateVisitor& visitor);

    /// Whether answers of this accuracy could come from always naming the most frequent class: up to three
    /// standard errors above its share. Of numbers, whether their mean squared error is less than three
    /// standard errors below the variance of what was wanted, which is what always the mean comes to.
    static std::optional<Finding> judge(const run::Evaluation& evaluation);

private:
    static std::optional<Finding> judgeNumbers(const run::NumberErrors& errors);

    static constexpr std::int64_t patience = 50;  ///< steps

    std::optional<Finding> lookAtLoss(double loss);
    std::optional<Finding> lookAtMasks(const std::vector<run::LayerStatistic>& statistics);
    std::optional<Finding> lookAtWeights(const train::Trainer& trainer);

    /// Smallest of the largest magnitudes of each layer in some steps.
    struct Lows {
        StepIndex begin{};
        std::vector<float> largest{};
    };

    std::vector<std::string> layerNames_;
    std::int64_t minKeep_;
    std::int64_t stepsPerEpoch_;
    double lossOfGuessing_;
    std::int64_t stepsBelow_ = 0;  ///< whose loss showed that something was learned
    std::int64_t stepsAbove_ = 0;  ///< in a row, until now
    bool pressed_ = false;
    std::deque<Lows> lows_;               ///< of the last epoch
    std::vector<train::Extent> extents_;  ///< by parameter, as measured last
};

}  // namespace prunescope::session
