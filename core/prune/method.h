#pragma once

#include "base/registry.h"
#include "base/strong_index.h"
#include "nn/arrays.h"
#include "prune/attention.h"
#include "run/description.h"
#include "run/records.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace prunescope::prune {

/// What is in force for one prunable layer in a step.
struct LayerTerms {
    LayerIndex index;
    run::Phase phase = run::Phase::exploration;
    double sparsity = 0;      ///< p
    bool prunedLearn = true;  ///< pruned weights take part in this step; if not, their gradient is to be 0
};

/// Some weights of a layer, as arrays of Eigen for a method's formulas.
struct WeightRange {
    LayerTerms layer;
    nn::ConstFloatArray latent;  ///< w, the dense values; pruning overwrites them for `zeroesPruned` alone
    nn::MaskArray mask;          ///< 1 = kept
    std::int64_t first = 0;      ///< place of the first weight in its layer
    const std::int32_t* places = nullptr;  ///< of each, where they do not lie side by side there

    /// m, as a factor.
    auto m() const { return mask.cast<float>(); }
    /// Of the i-th weight in its layer, row-major.
    std::int64_t placeOf(std::int64_t i) const { return places == nullptr ? first + i : places[i]; }
};

/// Added to a product with m, so that a pruned weight is 0 and not -0, which would show in files.
inline constexpr float positiveZero = 0;

/// A pruning method: what the network computes with, and what the latent weights learn from it. Which weights
/// are kept, how many and when is common to all methods and lives in `Pruner`.
///
/// A new method is one file that derives from this and one line in registry.cpp.
class Method {
public:
    virtual ~Method() = default;

    /// True when the method is plain training for a layer that keeps all its weights: w_eff = w, and the
    /// gradient stays as it is. `formEffective` and `formGradient` are then not called for it.
    virtual bool isPlain(const LayerTerms& /*layer*/) const { return false; }
    /// True when `prepare` needs the layer's magnitudes.
    virtual bool measures() const { return false; }
    /// Called once a step and layer, before the two functions below; they then work on ranges in parallel.
    /// The magnitudes are those of the latent weights; empty when the layer is not measured.
    virtual void prepare(const LayerTerms& /*layer*/, const Magnitudes& /*magnitudes*/) {}
    /// What the forward pass uses: 0 where pruned.
    virtual void formEffective(const WeightRange& range, nn::FloatArray effective) const = 0;
    /// Turns dL/d effective into the gradient of the latent weights. What a weight that stands still has as
    /// its gradient is never used.
    virtual void formGradient(const WeightRange& range, nn::FloatArray gradient) const = 0;

    /// False when pruned weights stand still even before the mask is frozen.
    virtual bool prunedWeightsLearn() const { return true; }
    /// True when a weight that is cut loses its value, so that it does not come back for having been large.
    virtual bool zeroesPruned() const { return false; }
    /// While exploring, pruned weights learn in every so many steps, and stand still in those between.
    virtual std::int64_t exploreInterval() const { return 1; }

    /// Attention that `prepare` found for the layer; 1 everywhere for methods without.
    virtual Attention attention(LayerIndex /*layer*/) const { return {}; }
    /// z of a layer; nothing for methods that have no such strength.
    virtual std::optional<double> attentionStrength(LayerIndex /*layer*/) const { return std::nullopt; }
    /// For one layer, or for all. Throws `UsageError` for methods that have no such strength.
    virtual void setAttentionStrength(std::optional<LayerIndex> layer, double strength);
};

/// What a method is made with.
struct MethodSetup {
    nlohmann::json options;               ///< validated, complete
    std::vector<std::string> layerNames;  ///< prunable layers, from input to output
};

struct MethodEntry {
    run::Description description;
    std::unique_ptr<Method> (*make)(const MethodSetup& setup);
    bool prunes = true;  ///< false when nothing is ever cut, so that no schedule is followed
};

/// All methods, those that a program has brought itself among them.
Registry<MethodEntry>& methods();
/// False for the methods that never cut a weight. Of a name that is not known, as in the record of a newer
/// version, the usual is supposed.
bool prunes(const std::string& method);
/// The method's options with defaults filled in; throws `UsageError` for unknown keys and values not allowed.
nlohmann::json completeOptions(const run::Description& method, const nlohmann::json& given);

}  // namespace prunescope::prune
