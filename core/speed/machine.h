#pragma once

#include "speed/stopwatch.h"

#include <cstddef>
#include <string>
#include <vector>

namespace prunescope::speed {

/// How fast data of one size is moved by all cores together: the smaller, the nearer the cache it stays in.
struct Bandwidth {
    std::size_t bytes = 0;
    double gbS = 0;  ///< 10^9 bytes a second, triad
};

/// What the machine can do at most, as measured. A processor thread counts as a core.
struct Machine {
    std::string name;            ///< of the processor, "" when the system does not tell
    std::string instructionSet;  ///< that this program is compiled for
    int cores = 1;
    double fmaGflopsPerCore = 0;          ///< float32, two operations a fused multiply-add, one thread alone
    double fmaGflops = 0;                 ///< all cores together
    std::vector<Bandwidth> bandwidths{};  ///< from the smallest size to the one that only memory holds

    /// The peak of so many threads.
    double peakGflops(int threads) const;
    /// Of the memory itself; 0 when nothing was measured.
    double memoryGbS() const { return bandwidths.empty() ? 0 : bandwidths.back().gbS; }
    /// The most at which so many bytes can be moved again and again: that of the largest size that is not
    /// larger, for a cache may hold them.
    double bandwidthFor(double bytes) const;
};

/// Measures the machine's limits with small loops: multiply-adds on independent registers, and the triad
/// a = b + s c (McCalpin's STREAM) over several sizes up to 256 MB, counting 12 bytes an element. Every
/// `sample` can only raise the figures, so take one before and one after other measurements: it may be
/// disturbed.
class MachineProbe {
public:
    void sample();
    Machine machine() const;

private:
    void sampleMultiplyAdds();
    void sampleTriads();

    Fastest oneCore_;
    Fastest allCores_;
    std::vector<double> triadsGbS_;
};

}  // namespace prunescope::speed
