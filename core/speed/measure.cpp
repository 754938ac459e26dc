#include "speed/measure.h"

#include "parallel/thread_arena.h"
#include "speed/other_load.h"
#include "speed/own_model.h"
#include "speed/served_callers.h"
#include "speed/workload.h"

#include <algorithm>
#include <optional>
#include <utility>

namespace prunescope::speed {
namespace {

constexpr double sliceSeconds = 0.02;  ///< for each kind of measurement in a round
constexpr std::size_t passesInRound = 25;
/// A layer tries its dense and its sparse kernel for eight passes before it settles on the faster.
constexpr int warmUpPasses = 10;
constexpr std::size_t mostLatencies = 200'000;  ///< enough for any percentile
constexpr double showSeconds = 0.25;            ///< between reports of figures that only grow more exact

/// Ends a measurement from within.
struct Stopped {};

double medianOf(std::vector<double> values) {
    return quartilesOf(std::move(values)).median;
}

/// Steps of one phase. Those that fall on a mask interval are kept apart, for a round may see none.
class StepTimes {
public:
    void add(double ms, bool atInterval) { (atInterval ? atInterval_ : thisRound_).push_back(ms); }
    void endRound() {
        plainRounds_.push_back(medianOf(thisRound_));
        thisRound_.clear();
    }
    bool sawPlainStep() const { return !thisRound_.empty(); }

    /// Milliseconds of a step in each round, with its share of what an interval costs more.
    std::vector<double> rounds(std::int64_t interval) const {
        const double more = atInterval_.empty() ? 0 : medianOf(atInterval_) - medianOf(plainRounds_);
        std::vector<double> all = plainRounds_;
        for (double& ms : all) ms += std::max(0.0, more) / static_cast<double>(interval);
        return all;
    }

private:
    std::vector<double> thisRound_;
    std::vector<double> plainRounds_;
    std::vector<double> atInterval_;
};

/// What the rounds gather for one sparsity, or for the network without pruning.
struct Gathered {
    double sparsity = 0;
    bool own = false;
    StepTimes exploration{};
    StepTimes exploitation{};
    std::vector<double> inferenceMs{};  ///< the median of each round, as in the next
    std::vector<double> oneImageMs{};
    std::vector<double> batch1Us{};  ///< single passes

    bool complete() const { return !oneImageMs.empty(); }
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
            ticks_ = readProcessorTicks();
            for (std::size_t k = 0; k < fewestRounds || watch.seconds() < budget_; ++k) round();
            watch_ = nullptr;
            probeMachine();
            measureOwnCallers();
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
        const auto least = static_cast<double>((gathered_.size() + 1) * fewestRounds);
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

    void measureOwnCallers() {
        const Request& request = report_.request;
        if (request.callers.empty() || gathered_.empty() || !gathered_.front().own) return;
        const auto graphAt = [&](double sparsity) {
            single_.prune(sparsity);
            return single_.inferenceGraph();
        };
        const nn::InferenceGraph dense = graphAt(0);
        report_.callers = measureCallers(dense, graphAt(gathered_.front().sparsity), request.callers,
                                         request.secondsPerSparsity, [this] { keepOn(); });
    }

    void fill() {
        report_.results.clear();
        const std::optional<ProcessorTicks> now = readProcessorTicks();
        report_.otherLoad = ticks_ && now ? otherLoad(*ticks_, *now) : std::nullopt;
        if (!denseFigures_.complete()) return;
        const std::vector<double> steps = denseFigures_.exploration.rounds(dense_.maskInterval());
        report_.dense = {.stepMs = quartilesOf(steps),
                         .inferMs = quartilesOf(denseFigures_.inferenceMs),
                         .batch1 = latencyOf(denseFigures_.batch1Us),
                         .oneImageMs = quartilesOf(denseFigures_.oneImageMs)};
        for (const Gathered& g : gathered_)
            if (g.complete()) report_.results.push_back(resultOf(g, steps));
    }

    /// `denseSteps`: milliseconds of the dense network's steps, round by round.
    Result resultOf(const Gathered& g, const std::vector<double>& denseSteps) {
        const std::vector<double> exploration = g.exploration.rounds(pruned_.maskInterval());
        const std::vector<double> exploitation = g.exploitation.rounds(pruned_.maskInterval());
        return {.sparsity = g.sparsity,
                .own = g.own,
                .theory = pruned_.theory(g.sparsity),
                .explorationMs = quartilesOf(exploration),
                .exploitationMs = quartilesOf(exploitation),
                .inferMs = quartilesOf(g.inferenceMs),
                .batch1 = latencyOf(g.batch1Us),
                .oneImageMs = quartilesOf(g.oneImageMs),
                .gains = {.exploration = quartilesOfRatios(denseSteps, exploration),
                          .exploitation = quartilesOfRatios(denseSteps, exploitation),
                          .batch = quartilesOfRatios(denseFigures_.inferenceMs, g.inferenceMs),
                          .oneImage = quartilesOfRatios(denseFigures_.oneImageMs, g.oneImageMs)}};
    }

    void timeSteps(TrainingLoad& load, StepTimes& times) {
        const Stopwatch watch;
        while (!times.sawPlainStep() || watch.seconds() < slice_) {
            keepOn();
            const Stopwatch one;
            const bool atInterval = load.step();
            times.add(1000 * one.seconds(), atInterval);
        }
        times.endRound();
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
        std::vector<double> batches;
        arena_.run([&] {
            batch_.prune(g.sparsity);
            warmUp([&] { batch_.pass(); });
            const Stopwatch watch;
            do {
                keepOn();
                batches.push_back(1e3 * secondsOf([&] { batch_.pass(); }));
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
        g.inferenceMs.push_back(medianOf(std::move(batches)));
        if (g.batch1Us.size() < mostLatencies)
            g.batch1Us.insert(g.batch1Us.end(), times.begin(), times.end());
        g.oneImageMs.push_back(medianOf(std::move(times)) / 1000);
    }

    OnProgress onProgress_;
    Report report_;
    std::shared_ptr<const data::Dataset> images_;
    TrainingLoad dense_;
    TrainingLoad pruned_;
    InferenceLoad batch_;
    InferenceLoad single_;
    parallel::ThreadArena arena_;
    parallel::ThreadArena oneThread_;
    MachineProbe probe_;
    std::optional<ProcessorTicks> ticks_;  ///< when the rounds began
    double slice_;
    double budget_ = 0;
    const Stopwatch* watch_ = nullptr;  ///< runs while rounds are measured
    Stopwatch sinceShown_;
    std::int64_t parts_ = 0;  ///< sparsities measured in all rounds, the dense network among them
    Gathered denseFigures_;
    std::vector<Gathered> gathered_;
};

}  // namespace

Report measure(const Request& asked, const OnProgress& onProgress) {
    validate(asked);
    const Request request = withNetwork(asked);
    std::optional<OwnModel> own;
    if (!request.weights.empty()) own.emplace(request.weights);
    Measurement measurement(own ? own->completed(request) : request, own, onProgress);
    measurement.run();
    return measurement.report();
}

}  // namespace prunescope::speed
