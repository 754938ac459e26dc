#pragma once

#include "base/state_visitor.h"
#include "base/strong_index.h"
#include "nn/parameter.h"
#include "prune/attention.h"

#include <optional>
#include <span>
#include <vector>

namespace prunescope::prune {

using FloatParameter = nn::Parameter<float>;

/// A prunable layer with all that the pruner keeps for it.
struct PrunedLayer {
    explicit PrunedLayer(FloatParameter* p);

    FloatParameter* parameter;
    std::vector<std::uint8_t> mask;
    std::vector<std::uint8_t> previousMask;
    kernels::AlignedBuffer<float> effective;
    std::vector<float> remembered{};
    // Runs are shorter than 2^31 steps; of a layer of 10^7 weights these two are 80 MB.
    std::vector<std::uint32_t> changes;
    std::vector<std::int32_t> lastChange;  ///< means something where `changes` is not 0
    std::int64_t kept;
    std::int64_t least = 0;  ///< that it keeps whatever is asked of the network
    bool budgeted = false;   ///< it has a budget of its own
    std::int64_t cut = 0;
    std::int64_t revived = 0;

    /// Indices of the kept weights, in order, while so few are kept that it pays to go by them; else empty.
    std::vector<std::int32_t> keptList{};
    bool effectiveIsZeroed = false;  ///< the effective weights of the pruned ones are 0

    bool plain = false;             ///< the method changes nothing at present
    bool measured = false;          ///< `parts` are those of the present values
    std::vector<Magnitudes> parts;  ///< of each block of what may move
    /// Magnitudes of the frozen weights, measured when they were frozen.
    std::optional<Magnitudes> still{};

    std::int64_t size() const { return parameter->size(); }
    bool keepsAll() const { return kept == size(); }

    /// The mask and its past.
    void visit(StateVisitor& visitor);
};

/// Counts and lists the kept weights of masks that have come from elsewhere, and tells the parameters.
void followMasks(std::span<PrunedLayer> layers);

/// Adds what has changed from `previousMask` to `mask` to `cut` and `revived`, notes it for each weight,
/// tells the parameters, and lists the kept weights anew. `step`: updates done.
void noteMaskChanges(std::span<PrunedLayer> layers, StepIndex step);

/// Sets the latent value of every pruned weight to 0.
void zeroPrunedValues(std::span<PrunedLayer> layers);

}  // namespace prunescope::prune
