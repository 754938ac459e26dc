#pragma once

#include "speed/report.h"

/// Reports that a test knows by heart.
namespace prunescope::ui::test {

/// A figure of ten rounds, half of which lie within 2 % of it on either side.
inline speed::Quartiles steady(double median) {
    return {.lower = 0.98 * median, .median = median, .upper = 1.02 * median, .rounds = 10};
}

/// 95 % cut: everything `speedup` times as fast as dense, a tenth of the arithmetic left.
inline speed::Report benchReport(double speedup = 2.5, bool own = false) {
    const speed::Latency one{.median = 100, .p95 = 110, .p99 = 130, .samples = 50};
    speed::Report report{.request = {.model = "lenet-5", .sparsities = {0.95}, .threads = 2, .batch = 100},
                         .machine = {.name = "made up",
                                     .instructionSet = "none",
                                     .cores = 2,
                                     .fmaGflopsPerCore = 100,
                                     .fmaGflops = 200,
                                     .bandwidths = {{.bytes = 1, .gbS = 20}}},
                         .dense = {.stepMs = steady(8), .inferMs = steady(2), .batch1 = one}};
    const speed::Theory theory{.sparsity = 0.95,
                               .macs = 1e6,
                               .macsLeft = 1e5,
                               .stepMacs = 3e6,
                               .explorationMacs = 1.5e6,
                               .exploitationMacs = 3e5,
                               .denseBytes = 4'000'000,
                               .storedBytes = 400'000,
                               .edgeBytes = 1e4};
    report.results.push_back({.sparsity = 0.95,
                              .own = own,
                              .theory = theory,
                              .explorationMs = steady(8 / speedup),
                              .exploitationMs = steady(8 / speedup),
                              .inferMs = steady(2 / speedup),
                              .batch1 = {100 / speedup, 60, 70, 50},
                              .gains = {.exploration = steady(speedup),
                                        .exploitation = steady(speedup),
                                        .batch = steady(speedup),
                                        .oneImage = steady(speedup)}});
    return report;
}

}  // namespace prunescope::ui::test
