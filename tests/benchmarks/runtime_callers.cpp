// How long one image takes when several callers ask the runtime at the same time.
//
//     build/release/runtime_callers final.weights [MOST_CALLERS [SECONDS]]
//
// For 1, 2, 4 … callers, each a thread that asks for one random image after another: how many images all of
// them get in a second, and the median, 95th and 99th percentile of what one of them waits.

#include "runtime/prunescope_runtime.h"

#include <fmt/format.h>

#include <algorithm>
#include <atomic>
#include <charconv>
#include <chrono>
#include <string_view>
#include <thread>
#include <vector>

namespace {

using Clock = std::chrono::steady_clock;

double numberOf(std::string_view text) {
    double value = 0;
    std::from_chars(text.data(), text.data() + text.size(), value);
    return value;
}

/// Microseconds of every call of one caller, until it is told to stop.
std::vector<double> waits(const prunescope_model* model, const std::atomic<bool>& stop) {
    std::vector<float> image(prunescope_inputs(model));
    for (std::size_t k = 0; k < image.size(); ++k) image[k] = static_cast<float>(k % 17) / 8 - 1;
    std::vector<float> logits(prunescope_classes(model));
    std::vector<double> took;
    while (!stop) {
        const auto begin = Clock::now();
        if (prunescope_predict(model, image.data(), 1, logits.data(), nullptr) != PRUNESCOPE_OK) return {};
        took.push_back(std::chrono::duration<double, std::micro>(Clock::now() - begin).count());
    }
    return took;
}

std::vector<double> waitsOfAll(const prunescope_model* model, int callers, double seconds) {
    std::atomic<bool> stop{false};
    std::vector<std::vector<double>> each(static_cast<std::size_t>(callers));
    std::vector<std::thread> threads;
    for (auto& own : each) threads.emplace_back([&] { own = waits(model, stop); });
    std::this_thread::sleep_for(std::chrono::duration<double>(seconds));
    stop = true;
    for (std::thread& thread : threads) thread.join();
    std::vector<double> all;
    for (const auto& own : each) all.insert(all.end(), own.begin(), own.end());
    std::sort(all.begin(), all.end());
    return all;
}

double percentile(const std::vector<double>& sorted, double share) {
    return sorted[static_cast<std::size_t>(share * static_cast<double>(sorted.size() - 1))];
}

}  // namespace

int main(int argc, char** argv) {
    if (argc < 2) {
        fmt::print("usage: runtime_callers MODEL [MOST_CALLERS [SECONDS]]\n");
        return 2;
    }
    prunescope_model* model = nullptr;
    if (prunescope_open(argv[1], 1, &model) != PRUNESCOPE_OK) {
        fmt::print("{}\n", prunescope_last_error());
        return 1;
    }
    const int most = argc > 2 ? static_cast<int>(numberOf(argv[2])) : 8;
    const double seconds = argc > 3 ? numberOf(argv[3]) : 3;
    waitsOfAll(model, 1, seconds / 4);
    fmt::print("| callers | images/s | p50, us | p95, us | p99, us |\n|---:|---:|---:|---:|---:|\n");
    for (int callers = 1; callers <= most; callers *= 2) {
        const std::vector<double> all = waitsOfAll(model, callers, seconds);
        if (all.empty()) break;
        fmt::print("| {} | {:.0f} | {:.1f} | {:.1f} | {:.1f} |\n", callers,
                   static_cast<double>(all.size()) / seconds, percentile(all, 0.5), percentile(all, 0.95),
                   percentile(all, 0.99));
    }
    prunescope_close(model);
    return 0;
}
