#include "base/error.h"
#include "model/event_file.h"
#include "model/formats.h"
#include "run/quality.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace prunescope::model {
namespace {

/// The curves of a run, as its pages show them.
class Curves {
public:
    explicit Curves(const run::RunRecord& record)
        : record_(record), file_(record.header.provenance.startedMs) {}

    std::string bytes() {
        for (const run::MetricSample& s : record_.samples) addSample(s);
        for (const run::Evaluation& e : record_.evaluations) addEvaluation(e);
        for (const run::LayerStatistic& l : record_.layerStatistics) addLayer(l);
        return file_.bytes();
    }

private:
    void addSample(const run::MetricSample& s) {
        const auto add = [&](const char* tag, double value) {
            file_.add(tag, s.step.value, s.wallMs, value);
        };
        add("train/loss", s.loss);
        if (std::isnan(s.rmse)) {
            add("train/accuracy", s.accuracy);
        } else {
            add("train/rmse", s.rmse);
        }
        add("learning_rate", s.learningRate);
        add("sparsity/requested", s.targetSparsity);
        add("sparsity/achieved", s.sparsity);
    }

    void addEvaluation(const run::Evaluation& e) {
        const std::string split = run::splitName(e.split);
        file_.add(split + "/loss", e.step.value, timeOf(e.step), e.loss);
        if (!e.numbers) return file_.add(split + "/accuracy", e.step.value, timeOf(e.step), e.accuracy());
        for (const run::QualityMeasure& measure : run::qualityMeasures(e.task()))
            file_.add(split + "/" + measure.key, e.step.value, timeOf(e.step), measure.of(e));
    }

    void addLayer(const run::LayerStatistic& l) {
        const std::string layer = nameOf(l.layer);
        file_.add("layer_sparsity/" + layer, l.step.value, timeOf(l.step), l.sparsity());
        file_.add("layer_cut/" + layer, l.step.value, timeOf(l.step), static_cast<double>(l.cut));
        file_.add("layer_revived/" + layer, l.step.value, timeOf(l.step), static_cast<double>(l.revived));
    }

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
    EventFile file_;
};

std::vector<ExportedFile> makeEvents(const TrainedModel& model, const nlohmann::json& /*options*/,
                                     const std::string& file) {
    if (model.record.samples.empty() && model.record.evaluations.empty()) {
        throw UsageError("format",
                         Text::of("tensorboard shows the course of a run, and none is recorded here"),
                         Text::of("Export the whole folder of a run."));
    }
    return {{file, Curves(model.record).bytes()}};
}

}  // namespace

/// TensorBoard takes every file whose name has this ending in it.
NetworkFormat tensorboardFormat() {
    return {.description = {.name = "tensorboard",
                            .title = "TensorBoard",
                            .summary = "The curves of the run, layer by layer, as an event file of "
                                       "TensorBoard."},
            .suffixes = {".tfevents"},
            .make = makeEvents,
            .usage =
                "mkdir curves && mv NAME.tfevents curves/\n"
                "tensorboard --logdir curves"};
}

}  // namespace prunescope::model
