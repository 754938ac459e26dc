// Speed of the kernels, dense and sparse, on one thread, under Google Benchmark.
//
//     kernel_bench [--shapes=table|odd] [--sparsities=50,95] [--batches=128] [FLAGS of Google Benchmark]
//
// A benchmark is called SHAPE/PASS/KIND/BATCH, such as 3x3_c16_o16_p32_s1/forward/sparse:95/128: the passes
// are forward, data (gradient of the data) and weights (gradient of the weights), the kinds dense and sparse
// at so many percent. `gflops` are 10^9 operations a second as though every weight were kept; `peak_share` is
// their share of what this core reached with multiply-adds alone. That limit, `gflops` of machine/peak, is
// measured before anything else and once more in that benchmark's turn.
//
// Times are of the processor, not of the wall. Take the shortest of several repetitions, of one shape at a
// time, for example
//
//     kernel_bench --benchmark_filter='^machine|^3x3_c64_o64_p8_s1/' --benchmark_repetitions=9
//         --benchmark_enable_random_interleaving=true --benchmark_min_time=0.05
//
// which is what kernel_table.py does. When shapes take turns, each turn makes new tensors, and that is slow.

#include "base/error.h"
#include "kernel_load.h"
#include "parallel/thread_arena.h"
#include "speed/machine.h"

#include <benchmark/benchmark.h>
#include <fmt/format.h>

#include <charconv>
#include <cstdio>
#include <optional>
#include <string_view>

namespace prunescope::speed {
namespace {

struct Options {
    std::string_view shapes = "table";
    std::vector<int> sparsities{95};  ///< percent
    std::vector<int> batches{128};
};

std::vector<int> numbersOf(const char* flag, std::string_view list, int least, int most) {
    std::vector<int> numbers;
    while (true) {
        const std::string_view text = list.substr(0, list.find(','));
        int number = 0;
        const auto [end, code] = std::from_chars(text.data(), text.data() + text.size(), number);
        if (code != std::errc{} || end != text.data() + text.size() || number < least || number > most) {
            throw UsageError(
                flag, Text::of("'{}' cannot be used", text.substr(0, 100)),
                Text::of("Give whole numbers from {} to {}, such as {}=50,95.", least, most, flag));
        }
        numbers.push_back(number);
        if (text.size() == list.size()) return numbers;
        list.remove_prefix(text.size() + 1);
    }
}

/// What Google Benchmark has left of the command line.
Options optionsOf(int argc, char** argv) {
    Options options;
    for (int k = 1; k < argc; ++k) {
        const std::string_view word(argv[k]);
        const std::string_view flag = word.substr(0, word.find('='));
        const std::string_view value = word.substr(std::min(word.size(), flag.size() + 1));
        if (flag == "--shapes") {
            options.shapes = value;
        } else if (flag == "--sparsities") {
            options.sparsities = numbersOf("--sparsities", value, 0, 99);
        } else if (flag == "--batches") {
            options.batches = numbersOf("--batches", value, 1, 4096);
        } else {
            throw UsageError(
                "kernel_bench", Text::of("there is no flag '{}'", word.substr(0, 100)),
                Text::of("It has --shapes=, --sparsities=, --batches= and the flags of Google Benchmark."));
        }
    }
    return options;
}

/// What the benchmarks share.
struct Bench {
    MachineProbe probe;
    LoadCache loads;
    parallel::ThreadArena oneThread{1};
};

struct Case {
    KernelShape shape;
    kernels::Index images = 0;
    KernelPass pass{};
    std::optional<int> sparsity{};  ///< percent; without it the dense kernel
};

void measurePeak(benchmark::State& state, Bench& bench) {
    for (auto _ : state) bench.probe.sample();
    state.counters["gflops"] = bench.probe.machine().fmaGflopsPerCore;
}

void measureKernel(benchmark::State& state, Bench& bench, const Case& c) {
    KernelLoad& load = bench.loads.load(c.shape, c.images);
    if (c.sparsity) load.prune(*c.sparsity / 100.0);
    const KernelKind kind = c.sparsity ? KernelKind::sparse : KernelKind::dense;
    load.run(c.pass, kind);  // takes scratch memory
    bench.oneThread.run([&] {
        for (auto _ : state) load.run(c.pass, kind);
    });
    const double gflop = load.operations() / 1e9;
    constexpr auto rate = benchmark::Counter::kIsIterationInvariantRate;
    state.counters["gflops"] = {gflop, rate};
    state.counters["peak_share"] = {gflop / bench.probe.machine().fmaGflopsPerCore, rate};
}

const char* nameOf(KernelPass pass) {
    switch (pass) {
        case KernelPass::forward:
            return "forward";
        case KernelPass::data:
            return "data";
        case KernelPass::weights:
            return "weights";
    }
    return "";
}

std::string nameOf(const Case& c) {
    const std::string kind = c.sparsity ? fmt::format("sparse:{}", *c.sparsity) : "dense";
    return fmt::format("{}/{}/{}/{}", c.shape.name, nameOf(c.pass), kind, c.images);
}

void add(Bench& bench, const Case& c) {
    benchmark::RegisterBenchmark(nameOf(c).c_str(), [&bench, c](benchmark::State& state) {
        measureKernel(state, bench, c);
    })->Unit(benchmark::kMicrosecond);
}

void addAll(Bench& bench, const Options& options) {
    benchmark::RegisterBenchmark("machine/peak",
                                 [&bench](benchmark::State& state) { measurePeak(state, bench); })
        ->Iterations(1)
        ->Repetitions(1)  // a second or two
        ->Unit(benchmark::kMillisecond);
    for (const KernelShape& shape : kernelShapes(options.shapes)) {
        for (const int images : options.batches) {
            for (const KernelPass pass : {KernelPass::forward, KernelPass::data, KernelPass::weights}) {
                add(bench, {shape, images, pass});
                for (const int sparsity : options.sparsities) add(bench, {shape, images, pass, sparsity});
            }
        }
    }
}

int run(int argc, char** argv) {
    benchmark::Initialize(&argc, argv);
    const Options options = optionsOf(argc, argv);
    Bench bench;
    bench.probe.sample();
    const Machine machine = bench.probe.machine();
    benchmark::AddCustomContext("processor", machine.name);
    benchmark::AddCustomContext("instruction_set", machine.instructionSet);
    addAll(bench, options);
    benchmark::RunSpecifiedBenchmarks();
    return 0;
}

}  // namespace
}  // namespace prunescope::speed

int main(int argc, char** argv) {
    try {
        return prunescope::speed::run(argc, argv);
    } catch (const std::exception& error) {
        std::fprintf(stderr, "%s\n", error.what());
        return 2;
    }
}
