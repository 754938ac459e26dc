#pragma once

#include "run/run_record.h"
#include "view/curve.h"

#include <span>
#include <vector>

namespace prunescope::view {

/// One prunable layer over the mask updates of a run (`RunHistory::updates`).
struct LayerCurves {
    Curve sparsity;
    Curve threshold;
    Curve cut;
    Curve revived;
    Curve churn;  ///< cut and revived at the update, over all weights of the layer
    Curve updateRatio;
    std::vector<Curve> ofMethod;  ///< as `RunHistory::measures` describes them
};

/// One split over its evaluations.
struct EvaluationCurves {
    Timeline times;
    Curve loss;
    Curve accuracy;
    Curve macroF1;
};

/// Everything of a run that charts show, in columns that only grow. Built the same way from a live run and
/// from a record.
class RunHistory {
public:
    RunHistory() = default;
    /// `layers`: prunable layers of the network; `startedMs`: where wall time starts.
    RunHistory(std::size_t layers, std::int64_t startedMs,
               std::vector<run::MeasureDescription> measures = {});
    /// Of a run that begins.
    explicit RunHistory(const run::RunHeader& header);
    explicit RunHistory(const run::RunRecord& record);

    /// What came since the last call.
    void append(const run::Records& records);
    void append(const run::MetricSample& sample);
    /// The statistics of one mask update, in any order of layers; a layer that is left out repeats its last.
    void append(std::span<const run::LayerStatistic> statistics);
    void append(const run::Evaluation& evaluation);

    const Timeline& steps() const { return steps_; }
    const Curve& loss() const { return loss_; }
    const Curve& accuracy() const { return accuracy_; }  ///< of the batch
    const Curve& learningRate() const { return learningRate_; }
    const Curve& requestedSparsity() const { return requested_; }
    const Curve& sparsity() const { return sparsity_; }

    const EvaluationCurves& validation() const { return validation_; }
    const EvaluationCurves& test() const { return test_; }

    const Timeline& updates() const { return updates_; }
    const std::vector<LayerCurves>& layers() const { return layers_; }
    const std::vector<run::MeasureDescription>& measures() const { return measures_; }
    const Curve& cut() const { return cut_; }          ///< all layers together
    const Curve& revived() const { return revived_; }  ///< likewise

private:
    void appendLayer(LayerCurves& curves, const run::LayerStatistic* statistic) const;

    std::vector<LayerCurves> layers_;
    std::int64_t startedMs_ = 0;
    std::vector<run::MeasureDescription> measures_;
    Timeline steps_;
    Curve loss_, accuracy_, learningRate_, requested_, sparsity_;
    EvaluationCurves validation_, test_;
    Timeline updates_;
    Curve cut_, revived_;
};

}  // namespace prunescope::view
