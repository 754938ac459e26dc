#pragma once

#include "run/records.h"

#include <cstdint>
#include <vector>

namespace prunescope::speed {

/// What the arithmetic alone says of a network with so many weights kept. MACs are multiply-accumulates of
/// one image.
struct Theory {
    double sparsity = 0;           ///< achieved, over the prunable weights
    double macs = 0;               ///< forward pass, dense
    double macsLeft = 0;           ///< forward pass, kept weights
    double stepMacs = 0;           ///< training step, dense
    double explorationMacs = 0;    ///< training step while pruned weights learn: their gradient is wanted
    double exploitationMacs = 0;   ///< training step of the kept weights alone
    std::int64_t denseBytes = 0;   ///< 4 for each parameter
    std::int64_t storedBytes = 0;  ///< stored sparse where that is smaller
    /// Input read and answers written, of one image. What lies between may stay in a cache.
    double edgeBytes = 0;

    double speedup() const { return macs / macsLeft; }
    double explorationSpeedup() const { return stepMacs / explorationMacs; }
    double exploitationSpeedup() const { return stepMacs / exploitationMacs; }
    /// Bytes that inference of a batch cannot but move: weights once, input and answers of every image.
    double bytesMoved(std::int64_t batch) const;
    /// Operations for each of those bytes; no program has more.
    double intensity(std::int64_t batch) const;
};

/// `kept`: weights that each prunable layer keeps, at least one in one of them; `inputSize`: values of an
/// image.
Theory theoryOf(const run::NetworkDescription& network, const std::vector<std::int64_t>& kept,
                std::int64_t inputSize);

}  // namespace prunescope::speed
