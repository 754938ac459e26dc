#include "speed/workload.h"

#include "base/error.h"
#include "base/random.h"
#include "data/batch_loader.h"
#include "data/byte_images.h"

#include <algorithm>
#include <utility>

namespace prunescope::speed {
namespace {

constexpr std::int64_t longRun = 1'000'000;  ///< epochs: more steps than any measurement takes
constexpr std::uint64_t imageSeed = 1;
constexpr double learningRate = 1e-6;

run::SparsitySchedule constantSchedule(double sparsity, StepIndex freeze) {
    run::SparsitySchedule schedule;
    schedule.shape = run::ScheduleShape::constant;
    schedule.initial = schedule.target = sparsity;
    schedule.freeze = freeze;
    return schedule;
}

run::RunConfig configOf(const Request& request, const std::string& method, std::int64_t batch) {
    run::RunConfig config;
    config.model = request.model;
    config.graph = request.graph;
    config.method = method;
    // What is called an exploring step is one in which pruned weights learn.
    if (method == "map") config.methodOptions["explore_interval"] = 1;
    config.batch = batch;
    config.epochs = longRun;
    config.schedule = {.shape = "constant", .initial = 0, .target = 0, .start = 0, .end = 0, .freeze = 1};
    config.optimizer.learningRate = learningRate;
    config.learningRate.shape = "constant";
    config.learningRate.warmupEpochs = 0;
    return config;
}

/// The first images, normalised: (N,C,H,W).
std::vector<float> imagesOf(const data::Dataset& dataset, std::int64_t count) {
    kernels::Tensor<float> loaded(dataset.shape(), count);
    std::vector<std::int32_t> labels;
    data::BatchLoader(dataset, imageSeed)
        .loadForEvaluation(run::Split::train,
                           dataset.indices(run::Split::train).first(static_cast<std::size_t>(count)), loaded,
                           labels);
    const kernels::Shape& shape = loaded.shape();
    std::vector<float> images;
    images.reserve(static_cast<std::size_t>(count * shape.size()));
    for (std::int64_t n = 0; n < count; ++n)
        for (std::int64_t c = 0; c < shape.channels; ++c)
            for (std::int64_t y = 0; y < shape.height; ++y)
                for (std::int64_t x = 0; x < shape.width; ++x) images.push_back(loaded.at(c, y, x, n));
    return images;
}

}  // namespace

std::shared_ptr<const data::Dataset> randomImages(const Request& request) {
    // A few batches, so that loading does not find the pixels of the last step in the nearest cache.
    const std::int64_t count = request.batch * std::clamp<std::int64_t>(8192 / request.batch, 2, 8);
    Random random(imageSeed, RandomStream::augmentation);
    data::DatasetFacts facts{.shape = imageShape(request), .augmentation = data::Augmentation{}};
    for (std::int64_t c = 0; c < request.classes; ++c) facts.classNames.push_back(std::to_string(c));
    data::ImageSet set{.shape = facts.shape};
    set.pixels.resize(static_cast<std::size_t>(count * set.shape.size()));
    for (std::uint8_t& pixel : set.pixels) pixel = static_cast<std::uint8_t>(random.below(256));
    data::TrainingSplit split;
    for (std::int64_t i = 0; i < count; ++i) {
        set.labels.push_back(
            static_cast<data::Label>(random.below(static_cast<std::uint64_t>(request.classes))));
        split.train.emplace_back(i);
    }
    const data::ImageSet none{.shape = facts.shape};
    auto dataset = std::make_shared<data::ByteImages>(std::move(facts), std::vector<run::DataFile>(),
                                                      std::move(set), none);
    dataset->prepare(std::move(split), {});
    return dataset;
}

TrainingLoad::TrainingLoad(const Request& request, const std::string& method,
                           std::shared_ptr<const data::Dataset> images)
    : trainer_(train::ResolvedConfig(configOf(request, method, request.batch)), std::move(images)) {}

void TrainingLoad::expectSparsity(double sparsity) const {
    const prune::EditLimits limits = trainer_.pruner().editLimits(trainer_.step());
    if (const Text problem = limits.sparsityProblem(sparsity); !problem.empty())
        throw UsageError("--sparsity", problem, Text::of("Ask for a lower sparsity."));
}

Theory TrainingLoad::theory(double sparsity) {
    const run::NetworkDescription network = trainer_.network().describe();
    return theoryOf(network, trainer_.pruner().keptAt(sparsity), trainer_.network().inputShape().size());
}

void TrainingLoad::explore(double sparsity) {
    trainer_.pruner().setSchedule(constantSchedule(sparsity, run::neverFrozen));
}

void TrainingLoad::exploit(double sparsity) {
    trainer_.pruner().setSchedule(constantSchedule(sparsity, trainer_.step()));
}

bool TrainingLoad::step() {
    return !trainer_.advance().statistics.empty();
}

InferenceLoad::InferenceLoad(const Request& request, std::int64_t batch, int threads,
                             const data::Dataset& images)
    : network_(train::makeNetwork(configOf(request, "map", 1), images)),
      pruner_(configOf(request, "map", 1), network_.parameters(), constantSchedule(0, run::neverFrozen)),
      options_{.batch = batch, .threads = threads},
      images_(imagesOf(images, batch)),
      results_(static_cast<std::size_t>(batch * network_.classes())) {}

void InferenceLoad::prune(double sparsity) {
    // Frozen masks cannot change: thaw, choose, freeze, all before the first step of a run.
    for (const StepIndex freeze : {run::neverFrozen, StepIndex{0}}) {
        pruner_.setSchedule(constantSchedule(sparsity, freeze));
        pruner_.beginStep(StepIndex{0});
    }
    engine_ = std::make_unique<infer::Engine>(network_.inferenceGraph(), options_);
}

}  // namespace prunescope::speed
