// Where the time of a training step goes, by kind of layer, on random images.
//
//     step_profile [MODEL [METHOD [THREADS [BATCH [STEPS [SPARSITY [PHASE]]]]]]]
//                  resnet-20 map 2 128 40 0 exploration
//
// An observer of the passes takes the time of every layer. A ReLU behind a batch norm is part of that, and so
// are a residual sum and its ReLU.
// Masks of SPARSITY are in force from the first step; PHASE `exploitation` freezes them there. Prints for
// each kind the mean over the steps after ten that warm up, in milliseconds and as a share.

#include "base/random.h"
#include "nn/models.h"
#include "optim/optimizer.h"
#include "parallel/worker_team.h"
#include "prune/pruner.h"

#include <tbb/task_arena.h>

#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace {

using namespace prunescope;
using Clock = std::chrono::steady_clock;

/// Milliseconds by kind. Times nest: what runs inside another counts there alone.
class Ledger {
public:
    class Entry {
    public:
        Entry(Ledger& ledger, std::string kind)
            : ledger_(ledger), kind_(std::move(kind)), outerInside_(ledger.inside_), start_(Clock::now()) {
            ledger_.inside_ = 0;
        }
        ~Entry() {
            const double ms = std::chrono::duration<double, std::milli>(Clock::now() - start_).count();
            ledger_.spent_[kind_] += ms - ledger_.inside_;
            ledger_.inside_ = outerInside_ + ms;
        }
        Entry(const Entry&) = delete;
        Entry& operator=(const Entry&) = delete;

    private:
        Ledger& ledger_;
        std::string kind_;
        double outerInside_;
        Clock::time_point start_;
    };

    void clear() { spent_.clear(); }

    void print(double steps) const {
        double total = 0;
        for (const auto& [kind, ms] : spent_) total += ms;
        for (const auto& [kind, ms] : spent_)
            std::printf("%-28s %9.3f ms %6.1f %%\n", kind.c_str(), ms / steps, 100 * ms / total);
        std::printf("%-28s %9.3f ms\n", "step", total / steps);
    }

private:
    std::map<std::string, double> spent_;
    double inside_ = 0;
};

/// Takes the time of each layer of a network's passes, under the kind of its node.
class LayerTimes : public nn::PassObserver {
public:
    LayerTimes(const nn::Graph& graph, Ledger& ledger) : ledger_(ledger) {
        for (const nn::Node& node : graph.nodes()) kinds_[node.place.name] = node.operation->kind();
    }
    void layerBegins(const std::string& layer, bool backward) override {
        entry_.emplace(ledger_, kinds_.at(layer) + (backward ? " backward" : " forward"));
    }
    void layerEnds() override { entry_.reset(); }

private:
    Ledger& ledger_;
    std::map<std::string, std::string> kinds_;
    std::optional<Ledger::Entry> entry_;
};

struct Options {
    std::string model = "resnet-20";
    std::string method = "map";
    int threads = 2;
    nn::Index batch = 128;
    std::int64_t steps = 40;
    double sparsity = 0;
    bool exploits = false;
};

void profile(const Options& options) {
    Ledger ledger;
    const nn::Shape shape = nn::networks().get(options.model).images;
    auto network = nn::buildNetwork<float>(
        {.name = options.model, .input = shape, .classes = 10, .capacity = options.batch});
    LayerTimes times(network.graph(), ledger);
    network.setObserver(&times);
    nn::initialise(network, 1);
    run::RunConfig config;
    config.method = options.method;
    if (config.method == "map") config.methodOptions["explore_interval"] = 1;
    run::SparsitySchedule schedule;
    schedule.shape = run::ScheduleShape::constant;
    schedule.initial = schedule.target = options.sparsity;
    schedule.freeze = options.exploits ? StepIndex{} : run::neverFrozen;
    prune::Pruner pruner(config, network.parameters(), schedule);
    const auto optimizer = optim::makeOptimizer(config.optimizer, network.parameters());

    Random random(1, RandomStream::test);
    nn::Tensor<float> images(shape, options.batch);
    std::vector<std::int32_t> labels(static_cast<std::size_t>(options.batch));
    for (nn::Index n = 0; n < options.batch; ++n) {
        labels[static_cast<std::size_t>(n)] = static_cast<std::int32_t>(random.below(10));
        for (nn::Index c = 0; c < shape.channels; ++c)
            for (nn::Index y = 0; y < shape.height; ++y)
                for (nn::Index x = 0; x < shape.width; ++x)
                    images.at(c, y, x, n) = static_cast<float>(random.normal());
    }

    constexpr std::int64_t warmUp = 10;
    for (std::int64_t step = 0; step < warmUp + options.steps; ++step) {
        if (step == warmUp) ledger.clear();
        {
            const Ledger::Entry entry(ledger, "pruner, masks and weights");
            pruner.beginStep(StepIndex{step});
        }
        {
            const Ledger::Entry entry(ledger, "loss and the rest");
            network.differentiate(images, labels, {}, 1, static_cast<std::uint64_t>(step));
        }
        const Ledger::Entry entry(ledger, "optimiser, pruner's gradients");
        optimizer->update(1e-6, &pruner.beginUpdate());
    }
    ledger.print(static_cast<double>(options.steps));
}

}  // namespace

int main(int argc, char** argv) {
    Options options;
    if (argc > 1) options.model = argv[1];
    if (argc > 2) options.method = argv[2];
    if (argc > 3) options.threads = std::atoi(argv[3]);
    if (argc > 4) options.batch = std::atoi(argv[4]);
    if (argc > 5) options.steps = std::atoi(argv[5]);
    if (argc > 6) options.sparsity = std::atof(argv[6]);
    if (argc > 7) options.exploits = std::string_view(argv[7]) == "exploitation";
    tbb::task_arena(options.threads).execute([&options] {
        const parallel::WorkerTeam team;
        profile(options);
    });
    return 0;
}
