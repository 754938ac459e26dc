#pragma once

#include "base/registry.h"
#include "base/state_visitor.h"
#include "base/strong_index.h"
#include "nn/arrays.h"
#include "prune/attention.h"
#include "prune/mask_choice.h"
#include "run/description.h"
#include "run/measure.h"
#include "run/records.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
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

/// What becomes of the pruned weights while masks still move.
enum class PrunedWeights : std::uint8_t {
    learn,   ///< as `formGradient` says
    rest,    ///< keep their values, and come back with them
    zeroed,  ///< are set to 0 when they are pruned, so that none comes back for having been large
};

/// What the pruner has to know to run a method; it depends on nothing but the method's options.
struct MethodTraits {
    PrunedWeights pruned = PrunedWeights::learn;
    /// Pruned weights that learn do so in every so many steps, and rest in those between.
    std::int64_t exploreInterval = 1;
    /// `prepare` needs the layers' magnitudes.
    bool needsMagnitudes = false;
    /// `chooseMasks` reads gradients: before masks are chosen a pass over the step's batch takes those of all
    /// weights, kept or pruned, at the present effective weights.
    bool choosesByGradient = false;
};

/// What a method is started with.
struct MethodStart {
    std::vector<nn::FloatArray> latent;  ///< of each layer, with its initial weights; may be changed
    std::uint64_t seed = 0;              ///< of the run, for `Random` with the stream `method`
};

/// A pruning method: which weights are kept, what the network computes with, and what the latent weights
/// learn from it. How many are kept and when is common to all methods and lives in `Pruner`.
///
/// A new method is one file that derives from this and one line in registry.cpp.
class Method {
public:
    virtual ~Method() = default;

    virtual MethodTraits traits() const { return {}; }
    /// Called once, before the first step.
    virtual void start(MethodStart& /*start*/) {}
    /// Called whenever masks are due. Leaves the masks as they are, or fills them; `choice.kept()` is how
    /// many weights are to be kept in all, `choice.counts()` how many of each layer.
    virtual void chooseMasks(MaskChoice& choice) { choice.keepLargest(); }

    /// True when the method is plain training for a layer that keeps all its weights: w_eff = w, and the
    /// gradient stays as it is. `formEffective` and `formGradient` are then not called for it.
    virtual bool isPlain(const LayerTerms& /*layer*/) const { return false; }
    /// Called once a step and layer, before the two functions below; they then work on ranges in parallel.
    /// The magnitudes are those of the latent weights; empty when the layer is not measured.
    virtual void prepare(const LayerTerms& /*layer*/, const Magnitudes& /*magnitudes*/) {}
    /// What the forward pass uses: 0 where pruned.
    virtual void formEffective(const WeightRange& range, nn::FloatArray effective) const = 0;
    /// Turns dL/d effective into the gradient of the latent weights. What a weight that stands still has as
    /// its gradient is never used.
    virtual void formGradient(const WeightRange& range, nn::FloatArray gradient) const = 0;

    /// The figures of a layer that the method's entry describes, in that order, as `prepare` found them.
    virtual run::LayerMeasures measures(LayerIndex /*layer*/) const { return {}; }
    /// Of one weight, what the forward pass ranks it by; nothing for methods without attention.
    virtual std::optional<double> attention(LayerIndex /*layer*/, float /*latent*/) const {
        return std::nullopt;
    }

    /// An option that may change while the run goes on, as it is for a layer; nothing for any other.
    virtual std::optional<double> live(std::string_view /*option*/, LayerIndex /*layer*/) const {
        return std::nullopt;
    }
    /// Sets it for one layer, or for all. Throws `UsageError` for what is no such option and for a value that
    /// is not allowed.
    virtual void setLive(std::string_view option, std::optional<LayerIndex> layer, double value);

    /// All that it remembers from one step to the next, see `StateVisitor`. Its options are not among it, but
    /// for those that may change while the run goes on.
    virtual void visit(StateVisitor& /*visitor*/) {}
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
    std::vector<run::MeasureDescription> measures{};  ///< of each layer; at most `run::mostMeasures`
};

/// All methods, those that a program has brought itself among them.
Registry<MethodEntry>& methods();
/// False for the methods that never cut a weight. Of a name that is not known, as in the record of a newer
/// version, the usual is supposed.
bool prunes(const std::string& method);
/// The method's options with defaults filled in; throws `UsageError` for unknown keys and values not allowed.
nlohmann::json completeOptions(const run::Description& method, const nlohmann::json& given);

}  // namespace prunescope::prune
