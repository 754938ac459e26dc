// How long one image takes when several callers ask the runtime at the same time.
//
//     build/release/runtime_callers final.weights [MOST_CALLERS [SECONDS]]
//
// For 1, 2, 4 … callers, each a thread that asks for one random image after another: how many images all of
// them get in a second, and the median, 95th and 99th percentile of what one of them waits.

#include "runtime/prunescope_runtime.h"
#include "speed/callers.h"

#include <fmt/format.h>

#include <charconv>
#include <memory>
#include <stdexcept>
#include <string_view>
#include <vector>

namespace {

double numberOf(std::string_view text) {
    double value = 0;
    std::from_chars(text.data(), text.data() + text.size(), value);
    return value;
}

prunescope::speed::Ask callerOf(const prunescope_model* model) {
    auto image = std::make_shared<std::vector<float>>(prunescope_inputs(model));
    for (std::size_t k = 0; k < image->size(); ++k) (*image)[k] = static_cast<float>(k % 17) / 8 - 1;
    auto logits = std::make_shared<std::vector<float>>(prunescope_classes(model));
    return [model, image, logits] {
        if (prunescope_predict(model, image->data(), 1, logits->data(), nullptr) != PRUNESCOPE_OK)
            throw std::runtime_error(prunescope_last_error());
    };
}

prunescope::run::CallerWaits waitsOf(const prunescope_model* model, int callers, double seconds) {
    prunescope::speed::CallerTimes times;
    times.round(callers, seconds, [model] { return callerOf(model); });
    return times.waits();
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
    waitsOf(model, 1, seconds / 4);
    fmt::print("| callers | images/s | p50, us | p95, us | p99, us |\n|---:|---:|---:|---:|---:|\n");
    for (int callers = 1; callers <= most; callers *= 2) {
        const auto waits = waitsOf(model, callers, seconds);
        fmt::print("| {} | {:.0f} | {:.1f} | {:.1f} | {:.1f} |\n", callers, waits.imagesPerSecond,
                   waits.medianUs, waits.p95Us, waits.p99Us);
    }
    prunescope_close(model);
    return 0;
}
