#pragma once

#include "run/quality.h"
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
    explicit EvaluationCurves(run::Task of = run::Task::classification)
        : task(of), quality(run::qualityMeasures(of).size()) {}

    run::Task task;  ///< of every evaluation
    Timeline times;
    Curve loss;
    std::vector<Curve> quality;  ///< by measure, in the order of `run::qualityMeasures`
    Curve mainError;             ///< standard error of the main measure

    /// Of the main measure: accuracy, or RMSE.
    const Curve& main() const { return quality.front(); }
    void append(const run::Evaluation& evaluation);
};

/// Everything of a run that charts show, in columns that only grow. Built the same way from a live run and
/// from a record.
class RunHistory {
public:
    RunHistory() = default;
    /// `layers`: prunable layers of the network; `startedMs`: where wall time starts.
    RunHistory(std::size_t layers, std::int64_t startedMs, std::vector<run::MeasureDescription> measures = {},
               run::Task task = run::Task::classification);
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
    /// Of the batch, by the main measure of the task: accuracy, or RMSE.
    const Curve& quality() const { return quality_; }
    run::Task task() const { return task_; }
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
    run::Task task_ = run::Task::classification;
    Curve loss_, quality_, learningRate_, requested_, sparsity_;
    EvaluationCurves validation_, test_;
    Timeline updates_;
    Curve cut_, revived_;
};

}  // namespace prunescope::view
