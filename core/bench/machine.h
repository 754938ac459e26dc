#pragma once

#include "bench/stopwatch.h"

#include <string>

namespace prunescope::bench {

/// What the machine can do at most, as measured. A processor thread counts as a core.
struct Machine {
    std::string name;            ///< of the processor, "" when the system does not tell
    std::string instructionSet;  ///< that this program is compiled for
    int cores = 1;
    double fmaGflopsPerCore = 0;  ///< float32, two operations a fused multiply-add, one thread alone
    double fmaGflops = 0;         ///< all cores together
    double bandwidthGbS = 0;      ///< 10^9 bytes a second, all cores, triad

    /// The peak of so many threads.
    double peakGflops(int threads) const;
};

/// Measures the machine's limits with small loops: multiply-adds on independent registers, and the triad
/// a = b + s c (McCalpin's STREAM) over 256 MB, counting 12 bytes an element. Every `sample` can only raise
/// the figures, so take one before and one after other measurements: it may be disturbed.
class MachineProbe {
public:
    void sample();
    Machine machine() const;

private:
    void sampleMultiplyAdds();
    void sampleTriad();

    Fastest oneCore_;
    Fastest allCores_;
    Fastest triad_;
};

}  // namespace prunescope::bench
