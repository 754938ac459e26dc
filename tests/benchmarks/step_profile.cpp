// Where the time of a training step goes, by kind of layer, on random images.
//
//     step_profile [MODEL [METHOD [THREADS [BATCH [STEPS [SPARSITY [PHASE]]]]]]]
//                  resnet-20 map 2 128 40 0 exploration
//
// A decorator around every layer takes its time; a residual block counts without the layers inside, so that
// it is the sum with the batch norm and the ReLU of its end. A ReLU behind a batch norm is part of that.
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

class TimedLayer : public nn::Layer<float> {
public:
    TimedLayer(std::unique_ptr<nn::Layer<float>> layer, Ledger& ledger)
        : Layer(layer->name(), layer->inputShape(), layer->outputShape()),
          layer_(std::move(layer)),
          ledger_(ledger),
          kind_(kindOf(*layer_)) {}

    bool inPlace() const override { return layer_->inPlace(); }
    void prepare(nn::Index capacity) override { layer_->prepare(capacity); }
    void forward(const nn::Tensor<float>& in, nn::Tensor<float>& out,
                 const nn::PassContext<float>& context) override {
        const Ledger::Entry entry(ledger_, kind_ + " forward");
        layer_->forward(in, out, context);
    }
    nn::Gradient<float> backward(const nn::Tensor<float>& in, const nn::Tensor<float>& out,
                                 nn::Gradient<float> outGradient, bool inputWanted,
                                 const nn::PassContext<float>& context) override {
        const Ledger::Entry entry(ledger_, kind_ + " backward");
        return layer_->backward(in, out, std::move(outGradient), inputWanted, context);
    }
    nn::Gradient<float> backwardOnto(const nn::Tensor<float>& in, const nn::Tensor<float>& out,
                                     nn::Gradient<float> outGradient, nn::Gradient<float> start,
                                     const nn::PassContext<float>& context) override {
        const Ledger::Entry entry(ledger_, kind_ + " backward");
        return layer_->backwardOnto(in, out, std::move(outGradient), std::move(start), context);
    }
    void collect(std::vector<nn::Parameter<float>*>& parameters) override { layer_->collect(parameters); }
    void describe(std::vector<run::LayerDescription>& layers) const override { layer_->describe(layers); }
    nn::TensorIndex lower(nn::InferenceGraph& graph, nn::TensorIndex in) const override {
        return layer_->lower(graph, in);
    }

private:
    static std::string kindOf(const nn::Layer<float>& layer) {
        std::vector<run::LayerDescription> inside;
        layer.describe(inside);
        if (inside.empty()) return layer.name();
        return inside.size() == 1 ? inside.front().kind : "residual";
    }

    std::unique_ptr<nn::Layer<float>> layer_;
    Ledger& ledger_;
    std::string kind_;
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
    const nn::Shape shape = options.model.starts_with("resnet") ? nn::Shape{3, 32, 32} : nn::Shape{1, 28, 28};
    auto network = nn::buildNetwork<float>(
        {.name = options.model, .input = shape, .classes = 10, .capacity = options.batch},
        [&](std::unique_ptr<nn::Layer<float>> layer) -> std::unique_ptr<nn::Layer<float>> {
            return std::make_unique<TimedLayer>(std::move(layer), ledger);
        });
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
            network.differentiate(images, labels, 0, 1, static_cast<std::uint64_t>(step));
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
