#include "bench/measure.h"

#include "bench/thread_arena.h"
#include "bench/workload.h"

#include <algorithm>

namespace prunescope::bench {
namespace {

constexpr int fewestRounds = 2;
constexpr double sliceSeconds = 0.02;  ///< for each kind of measurement in a round
constexpr std::size_t passesInRound = 25;
/// A layer tries its dense and its sparse kernel for eight passes before it settles on the faster.
constexpr int warmUpPasses = 10;

/// Steps of one phase. Those that fall on a mask interval are kept apart, for a round may see none.
struct StepTimes {
    Fastest plain;
    Fastest atInterval;

    /// The mean over a mask interval.
    double milliseconds(std::int64_t interval) const {
        const double more = atInterval.measured() ? atInterval.seconds() - plain.seconds() : 0;
        return 1000 * (plain.seconds() + std::max(0.0, more) / static_cast<double>(interval));
    }
};

/// What the rounds gather for one sparsity.
struct Gathered {
    StepTimes exploration;
    StepTimes exploitation;
    Fastest inference;
    std::vector<double> batch1Us;
};

void timeSteps(TrainingLoad& load, double slice, StepTimes& times) {
    const Stopwatch watch;
    for (bool plainSeen = false; !plainSeen || watch.seconds() < slice;) {
        const Stopwatch one;
        const bool atInterval = load.step();
        (atInterval ? times.atInterval : times.plain).add(one.seconds());
        plainSeen = plainSeen || !atInterval;
    }
}

class Measurement {
public:
    explicit Measurement(const Request& request)
        : request_(request),
          images_(randomImages(request)),
          dense_(request, "dense", images_),
          pruned_(request, "map", images_),
          batch_(request, request.batch, *images_),
          single_(request, 1, *images_),
          arena_(request.threads),
          oneThread_(1),
          slice_(std::min(sliceSeconds, request.secondsPerSparsity / 8)),
          gathered_(request.sparsities.size()) {
        for (const double sparsity : request.sparsities) pruned_.expectSparsity(sparsity);
    }

    void round() {
        arena_.run([&] { timeSteps(dense_, slice_, denseSteps_); });
        inferAt(0, denseInference_);
        for (std::size_t k = 0; k < gathered_.size(); ++k) {
            const double sparsity = request_.sparsities[k];
            arena_.run([&] { trainAt(sparsity, gathered_[k]); });
            inferAt(sparsity, gathered_[k]);
        }
    }

    void fill(Report& report) {
        report.dense = {.stepMs = denseSteps_.milliseconds(dense_.maskInterval()),
                        .inferMs = 1000 * denseInference_.inference.seconds(),
                        .batch1 = latencyOf(denseInference_.batch1Us)};
        for (std::size_t k = 0; k < gathered_.size(); ++k) {
            const Gathered& g = gathered_[k];
            report.results.push_back({.sparsity = request_.sparsities[k],
                                      .theory = pruned_.theory(request_.sparsities[k]),
                                      .explorationMs = g.exploration.milliseconds(pruned_.maskInterval()),
                                      .exploitationMs = g.exploitation.milliseconds(pruned_.maskInterval()),
                                      .inferMs = 1000 * g.inference.seconds(),
                                      .batch1 = latencyOf(g.batch1Us)});
        }
    }

private:
    void trainAt(double sparsity, Gathered& times) {
        pruned_.explore(sparsity);
        for (int k = 0; k < warmUpPasses; ++k) pruned_.step();
        pruned_.explore(sparsity);  // asks for masks once more: now a step with a mask update is timed
        timeSteps(pruned_, slice_, times.exploration);
        pruned_.exploit(sparsity);
        for (int k = 0; k < warmUpPasses; ++k) pruned_.step();
        timeSteps(pruned_, slice_, times.exploitation);
    }

    void inferAt(double sparsity, Gathered& times) {
        arena_.run([&] {
            batch_.prune(sparsity);
            for (int k = 0; k < warmUpPasses; ++k) batch_.pass();
            const Stopwatch watch;
            do times.inference.add(secondsOf([&] { batch_.pass(); }));
            while (watch.seconds() < slice_);
        });
        oneThread_.run([&] {
            single_.prune(sparsity);
            for (int k = 0; k < warmUpPasses; ++k) single_.pass();
            const Stopwatch watch;
            for (std::size_t k = 0; k < passesInRound || watch.seconds() < slice_; ++k)
                times.batch1Us.push_back(1e6 * secondsOf([&] { single_.pass(); }));
        });
    }

    const Request& request_;
    std::shared_ptr<const data::Dataset> images_;
    TrainingLoad dense_;
    TrainingLoad pruned_;
    InferenceLoad batch_;
    InferenceLoad single_;
    ThreadArena arena_;
    ThreadArena oneThread_;
    double slice_;
    StepTimes denseSteps_;
    Gathered denseInference_;
    std::vector<Gathered> gathered_;
};

}  // namespace

Report measure(const Request& request) {
    validate(request);
    Report report{.request = request};
    Measurement measurement(request);
    MachineProbe probe;
    probe.sample();
    // One share more: the dense network is measured as well.
    const double budget = request.secondsPerSparsity * static_cast<double>(request.sparsities.size() + 1);
    const Stopwatch watch;
    for (int k = 0; k < fewestRounds || watch.seconds() < budget; ++k) measurement.round();
    measurement.fill(report);
    probe.sample();
    report.machine = probe.machine();
    return report;
}

}  // namespace prunescope::bench
