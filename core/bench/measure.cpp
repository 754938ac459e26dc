#include "bench/measure.h"

#include "bench/own_model.h"
#include "bench/thread_arena.h"
#include "bench/workload.h"

#include <algorithm>
#include <optional>
#include <utility>

namespace prunescope::bench {
namespace {

constexpr int fewestRounds = 2;
constexpr double sliceSeconds = 0.02;  ///< for each kind of measurement in a round
constexpr std::size_t passesInRound = 25;
/// A layer tries its dense and its sparse kernel for eight passes before it settles on the faster.
constexpr int warmUpPasses = 10;
constexpr std::size_t mostLatencies = 200'000;  ///< enough for any percentile
constexpr double showSeconds = 0.25;            ///< between reports of figures that only grow more exact

/// Ends a measurement from within.
struct Stopped {};

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

/// What the rounds gather for one sparsity, or for the network without pruning.
struct Gathered {
    double sparsity = 0;
    bool own = false;
    StepTimes exploration{};
    StepTimes exploitation{};
    Fastest inference{};
    std::vector<double> batch1Us{};

    bool complete() const { return !batch1Us.empty(); }
};

class Measurement {
public:
    Measurement(const Request& request, const std::optional<OwnModel>& own, OnProgress onProgress)
        : onProgress_(std::move(onProgress)),
          report_{.request = request},
          images_(randomImages(request)),
          dense_(request, "dense", images_),
          pruned_(request, "map", images_),
          batch_(request, request.batch, request.threads, *images_),
          single_(request, 1, 1, *images_),
          arena_(request.threads),
          oneThread_(1),
          slice_(std::min(sliceSeconds, request.secondsPerSparsity / 8)) {
        if (own) adopt(*own);
        for (const double sparsity : request.sparsities) gathered_.push_back({.sparsity = sparsity});
        for (const Gathered& g : gathered_) pruned_.expectSparsity(g.sparsity);
        // One share more: the dense network is measured as well.
        budget_ = request.secondsPerSparsity * static_cast<double>(gathered_.size() + 1);
    }

    /// To the end, or until it is stopped.
    void run() {
        try {
            keepOn();
            probeMachine();
            const Stopwatch watch;
            watch_ = &watch;
            for (int k = 0; k < fewestRounds || watch.seconds() < budget_; ++k) round();
            watch_ = nullptr;
            probeMachine();
        } catch (const Stopped&) {
            watch_ = nullptr;
        }
    }

    Report report() {
        fill();
        return report_;
    }

private:
    void adopt(const OwnModel& own) {
        for (const auto* parameters :
             {&dense_.parameters(), &pruned_.parameters(), &batch_.parameters(), &single_.parameters()})
            own.copyTo(*parameters);
        gathered_.push_back({.sparsity = own.sparsity(pruned_.parameters()), .own = true});
    }

    /// Asks whether to go on. For the time between measurements.
    void keepOn(const Report* report = nullptr) {
        if (onProgress_ && !onProgress_({.fraction = fraction(), .report = report})) throw Stopped();
    }

    /// Both the least number of rounds and the time must be over.
    double fraction() const {
        if (watch_ == nullptr) return parts_ == 0 ? 0 : 1;
        const auto least = static_cast<double>(gathered_.size() + 1) * fewestRounds;
        return std::min({1.0, static_cast<double>(parts_) / least, watch_->seconds() / budget_});
    }

    /// `isNews`: figures that there were none of before.
    void partDone(bool isNews) {
        ++parts_;
        if (!onProgress_) return;
        const bool isTime = sinceShown_.seconds() >= showSeconds;
        if (!isNews && (!isTime || report_.results.empty())) return keepOn();
        fill();
        keepOn(&report_);
        sinceShown_ = Stopwatch();
    }

    void probeMachine() {
        probe_.sample();
        report_.machine = probe_.machine();
    }

    void round() {
        arena_.run([&] { timeSteps(dense_, denseFigures_.exploration); });
        inferAt(denseFigures_);
        partDone(false);
        for (Gathered& g : gathered_) {
            const bool isNews = !g.complete();
            arena_.run([&] { trainAt(g); });
            inferAt(g);
            partDone(isNews);
        }
    }

    void fill() {
        report_.results.clear();
        if (!denseFigures_.complete()) return;
        report_.dense = {.stepMs = denseFigures_.exploration.milliseconds(dense_.maskInterval()),
                         .inferMs = 1000 * denseFigures_.inference.seconds(),
                         .batch1 = latencyOf(denseFigures_.batch1Us)};
        for (const Gathered& g : gathered_) {
            if (!g.complete()) continue;
            report_.results.push_back({.sparsity = g.sparsity,
                                       .own = g.own,
                                       .theory = pruned_.theory(g.sparsity),
                                       .explorationMs = g.exploration.milliseconds(pruned_.maskInterval()),
                                       .exploitationMs = g.exploitation.milliseconds(pruned_.maskInterval()),
                                       .inferMs = 1000 * g.inference.seconds(),
                                       .batch1 = latencyOf(g.batch1Us)});
        }
    }

    void timeSteps(TrainingLoad& load, StepTimes& times) {
        const Stopwatch watch;
        for (bool plainSeen = false; !plainSeen || watch.seconds() < slice_;) {
            keepOn();
            const Stopwatch one;
            const bool atInterval = load.step();
            (atInterval ? times.atInterval : times.plain).add(one.seconds());
            plainSeen = plainSeen || !atInterval;
        }
    }

    template <class Pass>
    void warmUp(const Pass& pass) {
        for (int k = 0; k < warmUpPasses; ++k) {
            keepOn();
            pass();
        }
    }

    void trainAt(Gathered& g) {
        pruned_.explore(g.sparsity);
        warmUp([&] { pruned_.step(); });
        pruned_.explore(g.sparsity);  // asks for masks once more: now a step with a mask update is timed
        timeSteps(pruned_, g.exploration);
        pruned_.exploit(g.sparsity);
        warmUp([&] { pruned_.step(); });
        timeSteps(pruned_, g.exploitation);
    }

    void inferAt(Gathered& g) {
        arena_.run([&] {
            batch_.prune(g.sparsity);
            warmUp([&] { batch_.pass(); });
            const Stopwatch watch;
            do {
                keepOn();
                g.inference.add(secondsOf([&] { batch_.pass(); }));
            } while (watch.seconds() < slice_);
        });
        std::vector<double> times;
        oneThread_.run([&] {
            single_.prune(g.sparsity);
            warmUp([&] { single_.pass(); });
            const Stopwatch watch;
            while (times.size() < passesInRound || watch.seconds() < slice_) {
                keepOn();
                times.push_back(1e6 * secondsOf([&] { single_.pass(); }));
            }
        });
        // Together, so that figures are complete or none.
        if (g.batch1Us.size() < mostLatencies)
            g.batch1Us.insert(g.batch1Us.end(), times.begin(), times.end());
    }

    OnProgress onProgress_;
    Report report_;
    std::shared_ptr<const data::Dataset> images_;
    TrainingLoad dense_;
    TrainingLoad pruned_;
    InferenceLoad batch_;
    InferenceLoad single_;
    ThreadArena arena_;
    ThreadArena oneThread_;
    MachineProbe probe_;
    double slice_;
    double budget_ = 0;
    const Stopwatch* watch_ = nullptr;  ///< runs while rounds are measured
    Stopwatch sinceShown_;
    std::int64_t parts_ = 0;  ///< sparsities measured in all rounds, the dense network among them
    Gathered denseFigures_;
    std::vector<Gathered> gathered_;
};

}  // namespace

Report measure(const Request& request, const OnProgress& onProgress) {
    validate(request);
    std::optional<OwnModel> own;
    if (!request.weights.empty()) own.emplace(request.weights);
    Measurement measurement(own ? own->completed(request) : request, own, onProgress);
    measurement.run();
    return measurement.report();
}

}  // namespace prunescope::bench
