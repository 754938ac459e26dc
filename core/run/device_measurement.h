#pragma once

#include <cstdint>
#include <string>

namespace prunescope::run {

/// How fast a network is on a device that this program does not run on, as the program `NAME_bench.c` of its
/// exported C source has printed it there. Times of one image, in microseconds.
struct DeviceMeasurement {
    std::int64_t wallMs = 0;  ///< when it was imported: UTC, milliseconds since 1970
    std::string device;       ///< as whoever imported it calls it
    std::string network;      ///< the name that the exported functions begin with
    std::int64_t runs = 0;
    double medianUs = 0;
    double p05Us = 0;
    double p95Us = 0;
    double p99Us = 0;
    double leastUs = 0;
    double mostUs = 0;
    std::int64_t constantBytes = 0;  ///< of weights and their places
    std::int64_t scratchBytes = 0;   ///< of memory that a prediction works in
};

}  // namespace prunescope::run
