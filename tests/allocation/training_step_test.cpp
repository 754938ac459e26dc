// Counts what a training step takes from the heap. The program has its own operator new, so it stands alone.

#include "base/random.h"
#include "nn/models.h"
#include "optim/optimizer.h"
#include "prune/pruner.h"
#include "support/random_tensor.h"

#include <gtest/gtest.h>

#include <atomic>
#include <cstdlib>
#include <new>

namespace {

std::atomic<std::int64_t> allocations{0};

void* counted(std::size_t size, std::size_t alignment) {
    ++allocations;
    // What is asked for must be a multiple of the alignment.
    void* memory = std::aligned_alloc(alignment, (size + alignment - 1) / alignment * alignment);
    if (memory == nullptr) throw std::bad_alloc();
    return memory;
}

}  // namespace

void* operator new(std::size_t size) {
    return counted(size, alignof(std::max_align_t));
}
void* operator new(std::size_t size, std::align_val_t alignment) {
    return counted(size, static_cast<std::size_t>(alignment));
}
// Inlined alone, free would look mismatched to the compiler.
[[gnu::noinline]] void operator delete(void* memory) noexcept {
    std::free(memory);
}
[[gnu::noinline]] void operator delete(void* memory, std::size_t) noexcept {
    std::free(memory);
}
[[gnu::noinline]] void operator delete(void* memory, std::align_val_t) noexcept {
    std::free(memory);
}
[[gnu::noinline]] void operator delete(void* memory, std::size_t, std::align_val_t) noexcept {
    std::free(memory);
}

namespace prunescope {
namespace {

struct Case {
    const char* model;
    const char* method;
    const char* optimizer;
    kernels::KernelPolicy kernels;
    int exploreInterval = 1;  ///< of map
};

void PrintTo(const Case& c, std::ostream* out) {
    *out << c.model << ' ' << c.method << ' ' << c.optimizer;
}

class TrainingStep : public testing::TestWithParam<Case> {};

TEST_P(TrainingStep, TakesNothingFromTheHeapBetweenMaskUpdates) {
    constexpr nn::Index batch = 20;
    constexpr std::int64_t interval = 4;
    constexpr std::int64_t freeze = 12;
    const Case& c = GetParam();
    const bool colours = std::string(c.model).starts_with("resnet");
    const nn::Shape shape = colours ? nn::Shape{3, 32, 32} : nn::Shape{1, 28, 28};
    auto network =
        nn::buildNetwork<float>({.name = c.model, .input = shape, .classes = 10, .capacity = batch});
    nn::initialise(network, 1);
    network.setKernels(c.kernels);
    run::RunConfig config;
    config.method = c.method;
    if (config.method == "map") config.methodOptions["explore_interval"] = c.exploreInterval;
    config.optimizer.name = c.optimizer;
    config.pruning.maskInterval = interval;
    prune::Pruner pruner(config, network.parameters(),
                         {.shape = run::ScheduleShape::constant,
                          .initial = 0.95,
                          .target = 0.95,
                          .freeze = StepIndex{freeze}});
    const auto optimizer = optim::makeOptimizer(config.optimizer, network.parameters());
    Random random(3, RandomStream::test);
    nn::Tensor<float> images(network.inputShape(), batch);
    test::fillNormal(images, random);
    const std::vector<std::int32_t> labels(static_cast<std::size_t>(batch), 3);

    int counted = 0;
    for (std::int64_t step = 0; step < 2 * freeze; ++step) {
        const std::int64_t before = allocations;
        const prune::MaskUpdate masks = pruner.beginStep(StepIndex{step});
        if (masks.stilled) optimizer->clearFrozenState();
        network.differentiate(images, labels, {}, 1, static_cast<std::uint64_t>(step));
        if (masks.measured) pruner.rememberWeights();
        optimizer->update(0.001, &pruner.beginUpdate());
        if (masks.measured) pruner.statistics(StepIndex{step + 1});
        const std::int64_t taken = allocations - before;
        if (step == 0) {
            EXPECT_GT(taken, 0) << "the count must see something";
        }
        // New masks make new lists, and so does the first step of a phase.
        if (step < interval || masks.measured) continue;
        EXPECT_EQ(taken, 0) << "step " << step;
        ++counted;
    }
    EXPECT_GE(counted, 12);
}

INSTANTIATE_TEST_SUITE_P(Engine, TrainingStep,
                         testing::Values(Case{"lenet-300-100", "map", "sgd", kernels::KernelPolicy::sparse},
                                         Case{"lenet-300-100", "map", "adamw", kernels::KernelPolicy::dense},
                                         Case{"lenet-300-100", "dense", "sgd", kernels::KernelPolicy::dense},
                                         Case{"lenet-5", "gmp", "sgd", kernels::KernelPolicy::sparse},
                                         Case{"resnet-20", "map", "sgd", kernels::KernelPolicy::sparse},
                                         Case{"resnet-20", "map", "sgd", kernels::KernelPolicy::dense},
                                         Case{"lenet-300-100", "map", "adamw", kernels::KernelPolicy::sparse,
                                              3},
                                         Case{"resnet-20", "map", "sgd", kernels::KernelPolicy::sparse, 3}));

}  // namespace
}  // namespace prunescope
