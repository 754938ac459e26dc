#include "model/run_curves.h"

#include "run/quality.h"

#include <algorithm>
#include <cmath>

namespace prunescope::model {
namespace {

class Curves {
public:
    Curves(const run::RunRecord& record, const std::function<void(const CurvePoint&)>& take)
        : record_(record), take_(take) {}

    void add(const run::MetricSample& s) const {
        const auto point = [&](const char* curve, double value) { take_({curve, s.step, s.wallMs, value}); };
        point("train/loss", s.loss);
        if (std::isnan(s.rmse)) {
            point("train/accuracy", s.accuracy);
        } else {
            point("train/rmse", s.rmse);
        }
        point("learning_rate", s.learningRate);
        point("sparsity/requested", s.targetSparsity);
        point("sparsity/achieved", s.sparsity);
    }

    void add(const run::Evaluation& e) const {
        const std::string split = run::splitName(e.split);
        take_({split + "/loss", e.step, timeOf(e.step), e.loss});
        if (!e.numbers) return take_({split + "/accuracy", e.step, timeOf(e.step), e.accuracy()});
        for (const run::QualityMeasure& measure : run::qualityMeasures(e.task()))
            take_({split + "/" + measure.key, e.step, timeOf(e.step), measure.of(e)});
    }

    void add(const run::LayerStatistic& l) const {
        const std::string layer = nameOf(l.layer);
        const std::int64_t when = timeOf(l.step);
        take_({"layer_sparsity/" + layer, l.step, when, l.sparsity()});
        take_({"layer_cut/" + layer, l.step, when, static_cast<double>(l.cut)});
        take_({"layer_revived/" + layer, l.step, when, static_cast<double>(l.revived)});
    }

private:
    /// When that step was made; samples are in the order of their steps.
    std::int64_t timeOf(StepIndex step) const {
        const auto& all = record_.samples;
        const auto found =
            std::lower_bound(all.begin(), all.end(), step,
                             [](const run::MetricSample& s, StepIndex wanted) { return s.step < wanted; });
        if (all.empty()) return record_.header.provenance.startedMs;
        return found == all.end() ? all.back().wallMs : found->wallMs;
    }

    std::string nameOf(LayerIndex layer) const {
        for (const run::LayerDescription& l : record_.header.network.layers)
            if (l.prunable == layer) return l.name;
        return std::to_string(layer.value);
    }

    const run::RunRecord& record_;
    const std::function<void(const CurvePoint&)>& take_;
};

}  // namespace

void forEachPoint(const run::RunRecord& record, const std::function<void(const CurvePoint&)>& take) {
    const Curves curves(record, take);
    for (const run::MetricSample& s : record.samples) curves.add(s);
    for (const run::Evaluation& e : record.evaluations) curves.add(e);
    for (const run::LayerStatistic& l : record.layerStatistics) curves.add(l);
}

bool hasNoCourse(const run::RunRecord& record) {
    return record.samples.empty() && record.evaluations.empty();
}

}  // namespace prunescope::model
