// What the chain of hashes costs of a training step on Fashion-MNIST.
//
//     audit_bench [MODEL...]          lenet-300-100 lenet-5 resnet-20
//
// On one thread: the time of a step; that of the digest of all masks, which the thread that trains takes at
// each mask update; that of binding a sample and the statistics of the layers, which the thread that records
// takes for each commit of 0.5 s. Prints medians, and both together as a share of a step, as if one thread
// did all.

#include "prune/mask_digest.h"
#include "store/chain_writer.h"
#include "store/schema.h"
#include "workspace/recorded_run.h"

#include <tbb/task_arena.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <string>
#include <vector>

namespace {

using namespace prunescope;
using Clock = std::chrono::steady_clock;

template <class Work>
double medianUs(int rounds, const Work& work) {
    std::vector<double> times;
    for (int round = 0; round < rounds; ++round) {
        const auto start = Clock::now();
        work();
        times.push_back(std::chrono::duration<double, std::micro>(Clock::now() - start).count());
    }
    std::ranges::nth_element(times, times.begin() + rounds / 2);
    return times[static_cast<std::size_t>(rounds / 2)];
}

/// Microseconds for one row of a commit of so many rows of samples, with a mask update and the statistics of
/// so many layers for every `interval` of them: of SQLite alone, or with the chain.
double recordingUs(int rows, std::int64_t interval, std::size_t layers, bool chained) {
    store::Database database("memory");
    store::migrate(database, store::runMigrations());
    store::ChainWriter chain(database);
    store::Statement sample(database,
                            "INSERT INTO samples (step, epoch, wall_ms, process_ms, loss, accuracy, "
                            "learning_rate, target_sparsity, sparsity, phase, rmse) VALUES (?, ?, ?, ?, ?, "
                            "?, ?, ?, ?, ?, ?)");
    store::Statement layer(
        database,
        "INSERT INTO layer_statistics (step, layer, weights, kept, threshold, cut, revived, "
        "update_ratio, measure_1, measure_2, measure_3, measure_4, measure_5, measure_6) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
    store::Statement update(
        database, "INSERT INTO mask_updates (step, requested, sparsity, mask_digest) VALUES (?, ?, ?, ?)");
    const std::string phase = "exploration";
    const std::int64_t now = 1'796'000'000'000;
    std::int64_t step = 0;
    const auto commit = [&] {
        store::Transaction transaction(database);
        chain.begin();
        for (int row = 0; row < rows; ++row) {
            const double x = 1.0 / static_cast<double>(++step + 2);
            sample.bind(step, x, now + step, x * 3, x * 5, x * 7, x * 11, x * 13, x * 17, phase, x).run();
            if (step % interval != 0) continue;
            update.bind(step, x, x * 3, audit::noHash).run();
            for (std::size_t l = 0; l < layers; ++l)
                layer
                    .bind(step, static_cast<std::int64_t>(l), std::int64_t{60000}, step, x, step, step, x, x,
                          x, x, x, x, x)
                    .run();
        }
        if (chained) chain.bindNew();
        transaction.commit();
    };
    return medianUs(41, commit) / rows;
}

void measure(const std::string& model) {
    run::RunConfig config;
    config.dataset = "fashion-mnist";
    config.model = model;
    config.threads = 1;
    const auto trainer = workspace::prepareRun(train::ResolvedConfig(config));
    const double stepUs = medianUs(101, [&] { trainer->advance(); });
    const auto& pruner = trainer->pruner();
    const double digestUs = medianUs(101, [&] { prune::maskDigest(pruner); });
    const std::int64_t interval = trainer->config().pruning.maskInterval;
    const int rows = std::max(1, static_cast<int>(500'000 / stepUs));
    const double bare = recordingUs(rows, interval, pruner.layers(), false);
    const double chained = recordingUs(rows, interval, pruner.layers(), true);
    const double training = digestUs / static_cast<double>(interval);
    std::printf("| `%s` | %lld | %.0f | %.1f | %lld | %.2f | %.2f | %.3f%% | %.3f%% |\n", model.c_str(),
                static_cast<long long>(pruner.prunableWeights()), stepUs, digestUs,
                static_cast<long long>(interval), training, chained - bare, 100 * training / stepUs,
                100 * (training + chained - bare) / stepUs);
}

}  // namespace

int main(int argc, char** argv) {
    std::vector<std::string> models(argv + 1, argv + argc);
    if (models.empty()) models = {"lenet-300-100", "lenet-5", "resnet-20"};
    std::puts(
        "| network | prunable weights | step, us | mask digest, us | steps between | of a step, us | its "
        "rows in the "
        "chain, us | training thread | with the recording thread "
        "|\n|---|---:|---:|---:|---:|---:|---:|---:|---:|");
    tbb::task_arena arena(1);
    for (const std::string& model : models) arena.execute([&] { measure(model); });
    return 0;
}
