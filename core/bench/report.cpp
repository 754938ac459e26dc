#include "bench/report.h"

#include <algorithm>
#include <cmath>
#include <stdexcept>

namespace prunescope::bench {

Latency latencyOf(std::vector<double> microseconds) {
    if (microseconds.empty()) throw std::logic_error("no times to take percentiles of");
    std::sort(microseconds.begin(), microseconds.end());
    const auto at = [&](double share) {
        const double rank = std::ceil(share * static_cast<double>(microseconds.size()));
        return microseconds[static_cast<std::size_t>(std::max(rank, 1.0)) - 1];
    };
    return {.median = at(0.5),
            .p95 = at(0.95),
            .p99 = at(0.99),
            .samples = static_cast<std::int64_t>(microseconds.size())};
}

double Report::roofGflops(const Result& result) const {
    return std::min(machine.peakGflops(request.threads),
                    result.theory.intensity(request.batch) * machine.bandwidthGbS);
}

bool Report::boundByMemory(const Result& result) const {
    return roofGflops(result) < machine.peakGflops(request.threads);
}

}  // namespace prunescope::bench
