#include "view/run_history.h"

#include "run/moments.h"

namespace prunescope::view {

void EvaluationCurves::append(const run::Evaluation& evaluation) {
    const auto& measures = run::qualityMeasures(task);
    for (std::size_t k = 0; k < measures.size(); ++k) quality[k].append(measures[k].of(evaluation));
    mainError.append(measures.front().errorOf(evaluation));
    loss.append(evaluation.loss);
}

RunHistory::RunHistory(std::size_t layers, std::int64_t startedMs,
                       std::vector<run::MeasureDescription> measures, run::Task task)
    : layers_(layers),
      startedMs_(startedMs),
      measures_(std::move(measures)),
      task_(task),
      validation_(task),
      test_(task) {
    for (LayerCurves& curves : layers_) curves.ofMethod.resize(measures_.size());
}

RunHistory::RunHistory(const run::RunHeader& header)
    : RunHistory(run::prunableNames(header.network).size(), header.provenance.startedMs, header.measures,
                 header.dataset.task()) {}

RunHistory::RunHistory(const run::RunRecord& record) : RunHistory(record.header) {
    append(record);
}

void RunHistory::append(const run::Records& records) {
    // Statistics and evaluations take their times from the samples.
    for (const auto& sample : records.samples) append(sample);
    for (const auto& moment : run::momentsOf(records.layerStatistics)) append(moment);
    for (const auto& evaluation : records.evaluations) append(evaluation);
}

void RunHistory::append(const run::MetricSample& sample) {
    steps_.append({sample.step.value, sample.epoch, static_cast<double>(sample.wallMs - startedMs_) / 1000,
                   sample.processMs / 1000});
    loss_.append(sample.loss);
    quality_.append(task_ == run::Task::regression ? sample.rmse : sample.accuracy);
    learningRate_.append(sample.learningRate);
    requested_.append(sample.targetSparsity);
    sparsity_.append(sample.sparsity);
}

void RunHistory::append(std::span<const run::LayerStatistic> statistics) {
    if (statistics.empty()) return;
    Moment moment = steps_.momentOf(statistics.front().step.value);
    moment.step = statistics.front().step.value;
    updates_.append(moment);
    std::vector<const run::LayerStatistic*> byLayer(layers_.size(), nullptr);
    double cut = 0;
    double revived = 0;
    for (const run::LayerStatistic& s : statistics) {
        cut += static_cast<double>(s.cut);
        revived += static_cast<double>(s.revived);
        if (s.layer.value >= 0 && s.layer.index() < byLayer.size()) byLayer[s.layer.index()] = &s;
    }
    cut_.append(cut);
    revived_.append(revived);
    for (std::size_t l = 0; l < layers_.size(); ++l) appendLayer(layers_[l], byLayer[l]);
}

void RunHistory::appendLayer(LayerCurves& curves, const run::LayerStatistic* s) const {
    const auto append = [s](Curve& curve, double value, double otherwise) {
        curve.append(s != nullptr ? value : curve.empty() ? otherwise : curve.at(curve.size() - 1));
    };
    const run::LayerStatistic values = s != nullptr ? *s : run::LayerStatistic{};
    append(curves.sparsity, values.sparsity(), 0);
    append(curves.threshold, values.threshold, 0);
    append(curves.updateRatio, values.updateRatio, 0);
    for (std::size_t k = 0; k < measures_.size(); ++k)
        append(curves.ofMethod[k], values.ofMethod[k], measures_[k].whenDense);
    curves.cut.append(static_cast<double>(values.cut));
    curves.revived.append(static_cast<double>(values.revived));
    const auto changed = static_cast<double>(values.cut + values.revived);
    curves.churn.append(values.weights > 0 ? changed / static_cast<double>(values.weights) : 0);
}

void RunHistory::append(const run::Evaluation& evaluation) {
    if (evaluation.split == run::Split::train) return;
    EvaluationCurves& curves = evaluation.split == run::Split::test ? test_ : validation_;
    Moment moment = steps_.momentOf(evaluation.step.value);
    moment.step = evaluation.step.value;
    moment.epoch = evaluation.epoch;
    curves.times.append(moment);
    curves.append(evaluation);
}

}  // namespace prunescope::view
