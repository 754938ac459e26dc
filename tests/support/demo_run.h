#pragma once

#include "base/random.h"
#include "base/sha256.h"
#include "run/record_json.h"
#include "run/run_sink.h"
#include "support/demo_answers.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>
#include <string>
#include <vector>

/// A record that looks like one of a real run, made without training: for tests and for looking at pictures.
namespace prunescope::test {

struct DemoOptions {
    bool dense = false;
    double target = 0.95;
    double rampStart = 0.1;  ///< share of the run; 0: no test evaluation before the first cut
    std::string scope = "global";
    std::int64_t epochs = 15;
    std::int64_t stepsPerEpoch = 430;
    std::int64_t seed = 1;
    int residualLayers = 0;  ///< 0: lenet-5; else a chain of that many 3x3 convolutions with batch norm
    bool edits = true;
};

namespace demo {

inline constexpr std::int64_t startMs = 1'767'225'600'000;  // 2026-01-01 00:00 UTC
inline constexpr std::int64_t maskInterval = 16;

inline run::LayerDescription layer(std::string name, std::string kind, std::vector<std::int64_t> shape,
                                   std::int64_t biases, std::int64_t pixels, std::int32_t index) {
    run::LayerDescription l;
    l.name = std::move(name);
    l.kind = std::move(kind);
    l.weightShape = std::move(shape);
    l.weights = 1;
    for (const auto extent : l.weightShape) l.weights *= extent;
    l.parameters = l.weights + biases;
    l.macs = l.weights * pixels;
    l.prunable = LayerIndex{index};
    return l;
}

inline run::NetworkDescription lenet5() {
    return {"lenet-5",
            {layer("conv1", "convolution", {20, 1, 5, 5}, 20, 24 * 24, 0),
             layer("conv2", "convolution", {50, 20, 5, 5}, 50, 8 * 8, 1),
             layer("fc1", "dense", {500, 800}, 500, 1, 2), layer("fc2", "dense", {10, 500}, 10, 1, 3)}};
}

inline run::NetworkDescription residualChain(int layers) {
    run::NetworkDescription network{"resnet-56", {}};
    for (std::int32_t i = 0; i < layers; ++i) {
        const std::int64_t width = i < layers / 3 ? 16 : i < 2 * layers / 3 ? 32 : 64;
        network.layers.push_back(
            layer(fmt::format("stage{}.block{}.conv{}", 1 + 3 * i / layers, 1 + i / 2, 1 + i % 2),
                  "convolution", {width, width, 3, 3}, 0, 64 * 64 / width, i));
        run::LayerDescription norm;
        norm.name = fmt::format("norm{}", i);
        norm.kind = "batch norm";
        norm.parameters = 2 * width;
        network.layers.push_back(norm);
    }
    return network;
}

inline run::DatasetDescription dataset() {
    run::DatasetDescription d;
    d.name = "fashion-mnist";
    d.title = "Fashion-MNIST";
    d.classNames = {"T-shirt/top", "Trouser", "Pullover", "Dress", "Coat",
                    "Sandal",      "Shirt",   "Sneaker",  "Bag",   "Ankle boot"};
    const std::vector<std::pair<std::string, std::int64_t>> files{{"train-images-idx3-ubyte.gz", 26'421'880},
                                                                  {"train-labels-idx1-ubyte.gz", 29'515},
                                                                  {"t10k-images-idx3-ubyte.gz", 4'422'102},
                                                                  {"t10k-labels-idx1-ubyte.gz", 5'148}};
    for (const auto& [name, bytes] : files) d.files.push_back({name, bytes, sha256Hex(name)});
    d.imageShape = {1, 28, 28};
    d.trainImages = 55'000;
    d.validationImages = 5'000;
    d.testImages = 10'000;
    d.mean = {0.2860};
    d.standardDeviation = {0.3530};
    d.augmentation = "shift 2, flip";
    return d;
}

/// Errors fall mostly on one neighbour, as shirts are taken for T-shirts.
inline run::Evaluation evaluation(StepIndex step, double epoch, run::Split split, double accuracy,
                                  double sparsity, std::int64_t perClass, Random& random) {
    constexpr std::int64_t classes = 10;
    const std::array<double, classes> hardness{1.6, 0.2, 1.7, 1.0, 1.6, 0.3, 3.0, 0.4, 0.2, 0.4};
    const std::array<std::int64_t, classes> neighbour{6, 3, 6, 6, 2, 7, 0, 9, 6, 7};
    run::Evaluation e{step, epoch, split, sparsity, 2.2 * (1 - accuracy) + 0.04, classes, {}};
    e.calibrationError = 0.2 * (1 - accuracy);
    e.confusion.assign(classes * classes, 0);
    for (std::int64_t k = 0; k < classes; ++k) {
        const double share = std::min(0.9, (1 - accuracy) * hardness[static_cast<std::size_t>(k)] / 1.04);
        const auto wrong = std::llround(share * static_cast<double>(perClass) + random.normal() * 2);
        const auto errors = std::clamp<std::int64_t>(wrong, 0, perClass);
        e.confusion[static_cast<std::size_t>(k * classes + k)] = perClass - errors;
        for (std::int64_t i = 0; i < errors; ++i) {
            auto answer = random.uniform() < 0.6 ? neighbour[static_cast<std::size_t>(k)]
                                                 : static_cast<std::int64_t>(random.below(classes));
            if (answer == k) answer = neighbour[static_cast<std::size_t>(k)];
            ++e.confusion[static_cast<std::size_t>(k * classes + answer)];
        }
    }
    return e;
}

/// Pruned weights of each layer, summing to floor(p N) exactly; small layers keep more of theirs.
inline std::vector<std::int64_t> prunedPerLayer(const std::vector<std::int64_t>& weights, double p) {
    const auto all = std::accumulate(weights.begin(), weights.end(), std::int64_t{0});
    const auto largest = *std::max_element(weights.begin(), weights.end());
    auto left = static_cast<std::int64_t>(std::floor(p * static_cast<double>(all) + 1e-6));  // of the decimal
    std::vector<std::int64_t> pruned;
    for (const auto n : weights) {
        const double size = static_cast<double>(n) / static_cast<double>(largest);
        const double share = 1 - std::pow(1 - p, 0.25 + 0.7 * std::pow(size, 0.25));
        pruned.push_back(static_cast<std::int64_t>(share * static_cast<double>(n)));
        left -= pruned.back();
    }
    // What is still asked for comes out of the weights that are kept, in equal shares.
    while (left > 0) {
        const auto pass = left;
        const double share =
            static_cast<double>(pass) /
            static_cast<double>(all - std::accumulate(pruned.begin(), pruned.end(), std::int64_t{0}));
        for (std::size_t i = 0; i < weights.size() && left > 0; ++i) {
            const auto kept = weights[i] - pruned[i];
            const auto more =
                std::min({left, kept, static_cast<std::int64_t>(share * static_cast<double>(kept)) + 1});
            pruned[i] += more;
            left -= more;
        }
    }
    return pruned;
}

/// Grows a record step by step.
class Recorder {
public:
    Recorder(const DemoOptions& options, run::RunRecord& record)
        : options_(options), record_(record), random_(7, RandomStream::test) {
        for (const auto& l : record.header.network.layers) {
            if (l.prunable) weights_.push_back(l.weights);
        }
        pruned_.assign(weights_.size(), 0);
    }

    /// Fills in number and time.
    void event(std::int64_t step, run::AuditEvent event) {
        event.sequence = static_cast<std::int64_t>(record_.events.size()) + 1;
        event.step = StepIndex{step};
        event.epoch = epochAt(step);
        event.wallMs = wallAt(step);
        record_.events.push_back(std::move(event));
    }

    /// The update that makes `t` updates done; its masks follow the schedule at `t - 1`, as in a live run.
    void step(std::int64_t t, const run::SparsitySchedule& schedule) {
        const StepIndex before{t - 1};
        const bool frozen = before > schedule.freeze;
        const bool freezing = before == schedule.freeze;
        const double target =
            options_.dense ? 0 : run::sparsityAt(schedule, std::min(before, schedule.freeze));
        if (!options_.dense && !cutting_ && before >= schedule.start) {
            cutting_ = true;
            event(t - 1, {.kind = "first_cut",
                          .who = run::bySchedule,
                          .note = Text::of(
                              "the first weights are cut at this step; the network before it was measured")});
            evaluate(t - 1);
        }
        if (!options_.dense && (freezing || (t - 1) % maskInterval == 0)) updateMasks(t, target, frozen);
        if (freezing && !options_.dense) {
            event(t - 1, {.kind = "phase_changed",
                          .who = run::bySchedule,
                          .after = run::EnteredPhase{run::Phase::exploitation, sparsity_}});
        }
        run::MetricSample s;
        s.step = StepIndex{t};
        s.epoch = epochAt(t);
        s.wallMs = wallAt(t);
        s.processMs = processAt(t);
        s.accuracy = std::clamp(accuracyAt(t) + 0.03 + random_.normal() * 0.026, 0.0, 1.0);
        s.loss = 2.3 * std::exp(-s.epoch) + 1.4 * (1 - s.accuracy) + 0.05 * random_.uniform();
        s.learningRate =
            0.025 * (1 + std::cos(3.14159265358979 * s.epoch / static_cast<double>(options_.epochs)));
        s.targetSparsity = target;
        s.sparsity = sparsity_;
        s.phase =
            (frozen || freezing) && !options_.dense ? run::Phase::exploitation : run::Phase::exploration;
        record_.samples.push_back(s);
        if (t % options_.stepsPerEpoch == 0) evaluate(t);
    }

    void evaluate(std::int64_t t) {
        for (const auto split : {run::Split::validation, run::Split::test}) {
            const double shift = split == run::Split::test ? -0.004 : 0.002;
            record_.evaluations.push_back(evaluation(StepIndex{t}, epochAt(t), split,
                                                     std::max(0.1, accuracyAt(t) + shift), sparsity_,
                                                     split == run::Split::test ? 1000 : 500, random_));
        }
    }

    double epochAt(std::int64_t t) const {
        return static_cast<double>(t) / static_cast<double>(options_.stepsPerEpoch);
    }
    static double processAt(std::int64_t t) { return 15.7 * static_cast<double>(t); }
    static std::int64_t wallAt(std::int64_t t) { return startMs + static_cast<std::int64_t>(processAt(t)); }

private:
    double accuracyAt(std::int64_t t) const {
        const double e = epochAt(t);
        return 0.915 - 0.12 * std::exp(-e / 1.4) - 0.7 * std::exp(-e / 0.12) - 0.012 * sparsity_ * sparsity_;
    }

    void updateMasks(std::int64_t t, double target, bool frozen) {
        const auto next = frozen ? pruned_ : prunedPerLayer(weights_, target);
        std::int64_t all = 0;
        std::int64_t gone = 0;
        std::vector<run::LayerStatistic> statistics;
        for (std::size_t i = 0; i < weights_.size(); ++i) {
            run::LayerStatistic s;
            s.step = StepIndex{t};
            s.layer = LayerIndex{static_cast<std::int32_t>(i)};
            s.weights = weights_[i];
            s.kept = weights_[i] - next[i];
            const double quiet = frozen ? 0 : 0.02 * (0.3 + random_.uniform()) * (1 - target);
            // No more can come back than are gone.
            s.revived =
                std::min<std::int64_t>(pruned_[i], std::llround(quiet * static_cast<double>(weights_[i])));
            s.cut = next[i] - pruned_[i] + s.revived;
            if (s.cut < 0) {
                s.revived -= s.cut;
                s.cut = 0;
            }
            const double floor = 1 - target;
            const double own = 0.25 + 0.1 * static_cast<double>(i) / static_cast<double>(weights_.size());
            s.ofMethod = {floor + (1 - floor) * (own + 0.02 * random_.uniform() + 0.15 * target),
                          floor + (1 - floor) * 0.12, floor, 1};
            s.threshold = 0.02 * target;
            s.updateRatio = 1e-3;
            all += weights_[i];
            gone += next[i];
            statistics.push_back(s);
        }
        pruned_ = next;
        sparsity_ = static_cast<double>(gone) / static_cast<double>(all);
        record_.layerStatistics.insert(record_.layerStatistics.end(), statistics.begin(), statistics.end());
    }

    const DemoOptions& options_;
    run::RunRecord& record_;
    Random random_;
    std::vector<std::int64_t> weights_;
    std::vector<std::int64_t> pruned_;
    double sparsity_ = 0;
    bool cutting_ = false;
};

inline run::RunHeader header(const DemoOptions& options) {
    run::RunHeader h;
    h.config.method = options.dense ? "dense" : "map";
    h.config.schedule.target = options.target;
    h.config.schedule.start = options.rampStart;
    h.config.pruning.scope = options.scope;
    h.config.epochs = options.epochs;
    h.config.seed = options.seed;
    if (options.dense) h.config.schedule = {.shape = "constant", .initial = 0, .target = 0};
    if (!options.dense)
        h.config.methodOptions = {{"z", 1.0}, {"attention_norm", "kept_mean"}, {"forward_attention", true}};
    h.totalSteps = options.epochs * options.stepsPerEpoch;
    h.schedule = run::resolvedSchedule(h.config.schedule, h.totalSteps);
    h.dataset = dataset();
    h.network = options.residualLayers > 0 ? residualChain(options.residualLayers) : lenet5();
    h.config.model = h.network.name;
    h.provenance = {"0.1.0",
                    "GCC 12.2.0",
                    "x86-64-v4",
                    "8-core processor",
                    "Debian GNU/Linux 12",
                    "workstation",
                    8,
                    34'359'738'368,
                    8,
                    startMs};
    return h;
}

}  // namespace demo

/// A finished run, with a pause, two schedule edits and a refused one when `edits` is set.
inline run::RunRecord demoRun(const DemoOptions& options = {}) {
    run::RunRecord record;
    record.header = demo::header(options);
    if (!options.dense) record.header.measures = run::attentionMeasures();
    demo::Recorder recorder(options, record);
    run::SparsitySchedule schedule = record.header.schedule;
    const std::int64_t total = record.header.totalSteps;
    recorder.event(0, {.kind = "started", .who = run::byProgram, .after = schedule});
    for (std::int64_t t = 1; t <= total; ++t) {
        if (options.edits && !options.dense && t == total / 3) {
            run::SparsitySchedule edited = schedule;
            edited.end = StepIndex{total * 4 / 5};
            recorder.event(t - 1, {.kind = "paused", .who = "user"});
            recorder.event(t - 1, {.kind = "schedule_edited",
                                   .who = "user",
                                   .reason = "Validation accuracy dips; give the network more time",
                                   .before = schedule,
                                   .after = edited});
            recorder.event(t - 1, {.kind = "resumed", .who = "user"});
            schedule = edited;
        }
        if (options.edits && !options.dense && t == total / 2) {
            run::SparsitySchedule refused = schedule;
            refused.end = StepIndex{100};
            recorder.event(
                t - 1, {.kind = "refused",
                        .who = "user",
                        .before = schedule,
                        .after = refused,
                        .refusal = run::Refusal{"schedule_edited",
                                                Text::of("the ramp would end at step {}, but the run is at "
                                                         "step {}",
                                                         100, t - 1)}});
            recorder.event(t - 1, {.kind = "attention_set",
                                   .who = "user",
                                   .reason = "Let pruned weights learn longer",
                                   .before = run::AttentionStrengths{{1, 1, 1, 1}},
                                   .after = run::AttentionStrengths{{1, 0.8, 0.8, 1}}});
        }
        recorder.step(t, schedule);
    }
    record.outcome = {run::RunState::finished,
                      {},
                      StepIndex{total},
                      static_cast<double>(options.epochs),
                      demo::Recorder::wallAt(total) + 40,
                      demo::Recorder::processAt(total),
                      total * 128};
    recorder.event(total, {.kind = "finished", .who = run::byProgram});
    demo::keepAnswers(record);
    return record;
}

/// What is left of a run whose program was killed after `step`.
inline run::RunRecord killedAt(run::RunRecord record, std::int64_t step) {
    const auto drop = [step](auto& rows) {
        rows.erase(
            std::remove_if(rows.begin(), rows.end(), [step](const auto& r) { return r.step.value > step; }),
            rows.end());
    };
    drop(record.samples);
    drop(record.layerStatistics);
    drop(record.evaluations);
    drop(record.imageAnswers);
    drop(record.events);
    record.outcome = {};
    return record;
}

}  // namespace prunescope::test
