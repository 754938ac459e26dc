#pragma once

#include "report/summary.h"

namespace prunescope::report::test {

/// More bytes than any file of a report has.
inline constexpr std::uint64_t mostReportBytes = 1U << 30U;

/// Two layers of 10 and 4 weights, four steps, masks chosen in steps 2 and 3, frozen from step 4 on: small
/// enough to compute every figure by hand.
inline run::RunRecord tinyRecord() {
    run::RunRecord r;
    r.header.config.method = "map";
    r.header.config.epochs = 2;
    r.header.config.seed = 7;
    r.header.totalSteps = 4;
    r.header.schedule = {.shape = run::ScheduleShape::linear,
                         .initial = 0,
                         .target = 0.5,
                         .start = StepIndex{0},
                         .end = StepIndex{2},
                         .freeze = StepIndex{3}};
    r.header.dataset.name = "tiny";
    r.header.dataset.classNames = {"cat", "dog"};
    r.header.dataset.files = {{"images", 100, std::string(64, 'a')}};
    r.header.network = {"two-layers",
                        {{.name = "a",
                          .kind = "dense",
                          .weightShape = {2, 5},
                          .parameters = 12,
                          .weights = 10,
                          .macs = 10,
                          .outputShape = {2, 1, 1},
                          .prunable = LayerIndex{0}},
                         {.name = "b",
                          .kind = "dense",
                          .weightShape = {2, 2},
                          .parameters = 6,
                          .weights = 4,
                          .macs = 8,
                          .outputShape = {2, 1, 1},
                          .prunable = LayerIndex{1}}}};
    r.header.measures = run::attentionMeasures();
    r.header.provenance.startedMs = 1'000'000;

    const auto sample = [&](std::int64_t step, double target, double sparsity, run::Phase phase) {
        r.samples.push_back({.step = StepIndex{step},
                             .epoch = static_cast<double>(step) / 2,
                             .wallMs = 1'000'000 + step * 100,
                             .processMs = static_cast<double>(step) * 100,
                             .loss = 1,
                             .accuracy = 0.5,
                             .learningRate = 0.1,
                             .targetSparsity = target,
                             .sparsity = sparsity,
                             .phase = phase});
    };
    sample(1, 0, 0, run::Phase::exploration);
    sample(2, 0.25, 3.0 / 14, run::Phase::exploration);  // floor(0.25 x 14) = 3
    sample(3, 0.5, 0.5, run::Phase::exploration);        // floor(0.5 x 14) = 7
    sample(4, 0.5, 0.5, run::Phase::exploitation);

    const auto layer = [&](std::int64_t step, std::int32_t index, std::int64_t weights, std::int64_t kept,
                           std::int64_t cut, std::int64_t revived) {
        r.layerStatistics.push_back({.step = StepIndex{step},
                                     .layer = LayerIndex{index},
                                     .weights = weights,
                                     .kept = kept,
                                     .cut = cut,
                                     .revived = revived,
                                     .ofMethod = {0.8, 1, 0.5, 1}});
    };
    layer(2, 0, 10, 8, 2, 0);
    layer(2, 1, 4, 3, 1, 0);
    layer(3, 0, 10, 4, 5, 1);
    layer(3, 1, 4, 3, 1, 1);
    layer(4, 0, 10, 4, 0, 0);
    layer(4, 1, 4, 3, 0, 0);

    const auto evaluation = [&](std::int64_t step, run::Split split, double sparsity,
                                std::vector<std::int64_t> m) {
        r.evaluations.push_back(
            {StepIndex{step}, static_cast<double>(step) / 2, split, sparsity, 0.4, 2, std::move(m)});
    };
    evaluation(1, run::Split::test, 0, {3, 1, 2, 4});         // 7 of 10
    evaluation(2, run::Split::test, 3.0 / 14, {4, 0, 1, 5});  // 9 of 10: the best
    evaluation(4, run::Split::validation, 0.5, {2, 0, 1, 1});
    evaluation(4, run::Split::test, 0.5, {4, 0, 2, 4});  // 8 of 10: the result
    r.events = {{1, StepIndex{0}, 0, 1'000'000, "started", "program"},
                {2, StepIndex{4}, 2, 1'000'450, "finished", "program"}};
    r.outcome = {run::RunState::finished, {}, StepIndex{4}, 2, 1'000'450, 420, 84};
    return r;
}

}  // namespace prunescope::report::test
