// MAP, Magnitude Attention-based Dynamic Pruning (Back, Ahn & Kim 2023, arXiv 2306.05056), in our reading.
//
//     a      magnitude attention of the latent weight w, see prune/attention.h
//     w_eff  = m a w              forward attention on (default);  m w otherwise
//     dw     = a g                kept weights, g = dL/dw_eff
//            = min(a, 1) g        pruned weights while exploring (pruned_gradient = attention), or b g, or 0
//            = 0                  pruned weights once the mask is frozen
//
// a is held constant inside a step: there is no derivative through it.
//
// While exploring, pruned weights learn in every k-th update alone (explore_interval), with the gradient as
// it is: updates k, 2k, 3k and so on, so that with as long a mask interval the masks are chosen right after.
// In the updates between they stand still as if frozen: no gradient, no decay, and their momentum keeps its
// bits for the next time.

#include "base/suggest.h"
#include "prune/methods.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <limits>
#include <set>

namespace prunescope::prune {
namespace {

constexpr std::string_view strengthOption = "z";

enum class PrunedGradient : std::uint8_t { attention, floor, none };

bool isStrength(double z) {
    return z > 0 && z <= 100;
}

class MapMethod : public Method {
public:
    explicit MapMethod(const MethodSetup& setup);

    /// At p = 0 attention is 1 everywhere.
    bool isPlain(const LayerTerms& layer) const override { return layer.sparsity == 0; }
    MethodTraits traits() const override {
        return {.exploreInterval = exploreInterval_, .needsMagnitudes = true};
    }
    void prepare(const LayerTerms& layer, const Magnitudes& magnitudes) override;
    void formEffective(const WeightRange& range, nn::FloatArray effective) const override;
    void formGradient(const WeightRange& range, nn::FloatArray gradient) const override;
    run::LayerMeasures measures(LayerIndex layer) const override;
    std::optional<double> attention(LayerIndex layer, float latent) const override {
        const Attention& a = attention_[layer.index()];
        return static_cast<double>(a.of(std::abs(latent))) * a.scale;
    }
    std::optional<double> live(std::string_view option, LayerIndex layer) const override {
        return option == strengthOption ? std::optional(strength_[layer.index()]) : std::nullopt;
    }
    void setLive(std::string_view option, std::optional<LayerIndex> layer, double value) override;
    void visit(StateVisitor& visitor) override;

private:
    void setStrength(std::optional<LayerIndex> layer, double strength);
    void readLayerStrengths(std::string_view list, const std::vector<std::string>& names);

    std::vector<double> strength_;
    std::vector<Attention> attention_;
    bool normalise_;
    bool forwardAttention_;
    PrunedGradient prunedGradient_;
    std::int64_t exploreInterval_;
    float cap_ = std::numeric_limits<float>::infinity();
};

MapMethod::MapMethod(const MethodSetup& setup)
    : strength_(setup.layerNames.size(), setup.options["z"].get<double>()),
      attention_(setup.layerNames.size()),
      normalise_(setup.options["attention_norm"] == "kept_mean"),
      forwardAttention_(setup.options["forward_attention"].get<bool>()),
      exploreInterval_(setup.options["explore_interval"].get<std::int64_t>()) {
    const auto& name = setup.options["pruned_gradient"].get_ref<const std::string&>();
    prunedGradient_ = name == "attention" ? PrunedGradient::attention
                      : name == "floor"   ? PrunedGradient::floor
                                          : PrunedGradient::none;
    if (const double cap = setup.options["attention_cap"].get<double>(); cap != 0) {
        if (cap < 1) {
            throw UsageError(
                "method.attention_cap", Text::of("a cap of {} is below 1", cap),
                Text::of("Attention is 1 in the mean: give 1 or more, such as 2, or 0 for no cap."));
        }
        cap_ = static_cast<float>(cap);
    }
    readLayerStrengths(setup.options["layer_z"].get_ref<const std::string&>(), setup.layerNames);
}

/// "conv1=0.5,fc1=2".
void MapMethod::readLayerStrengths(std::string_view list, const std::vector<std::string>& names) {
    std::set<std::string> given;
    while (!list.empty()) {
        const std::string_view item = list.substr(0, list.find(','));
        list.remove_prefix(std::min(list.size(), item.size() + 1));
        const std::string name(item.substr(0, item.find('=')));
        const std::string_view number = item.substr(std::min(item.size(), name.size() + 1));
        const auto layer = std::find(names.begin(), names.end(), name);
        if (layer == names.end())
            throw unknownName("unknown prunable layer '{}'", name, names, "method.layer_z");
        double strength = 0;
        const auto [end, code] = std::from_chars(number.data(), number.data() + number.size(), strength);
        if (code != std::errc{} || end != number.data() + number.size()) {
            throw UsageError("method.layer_z", Text::of("'{}' is not LAYER=NUMBER", item.substr(0, 100)),
                             Text::of("Give for example conv1=0.5,fc1=2."));
        }
        if (!given.insert(name).second) {
            throw UsageError("method.layer_z", Text::of("layer '{}' is given twice", name),
                             Text::of("Give each layer once."));
        }
        setStrength(LayerIndex{static_cast<std::int32_t>(layer - names.begin())}, strength);
    }
}

run::LayerMeasures MapMethod::measures(LayerIndex layer) const {
    const Attention& a = attention_[layer.index()];
    return {a.meanKept, a.meanAll, a.floor, strength_[layer.index()]};
}

void MapMethod::setLive(std::string_view option, std::optional<LayerIndex> layer, double value) {
    if (option == strengthOption) return setStrength(layer, value);
    Method::setLive(option, layer, value);
}

void MapMethod::setStrength(std::optional<LayerIndex> layer, double strength) {
    if (!isStrength(strength)) {
        throw UsageError("attention", Text::of("z = {} is not allowed", strength),
                         Text::of("Give a number above 0 up to 100."));
    }
    if (!layer) {
        std::fill(strength_.begin(), strength_.end(), strength);
    } else if (layer->value < 0 || layer->index() >= strength_.size()) {
        throw UsageError("attention", Text::of("there is no prunable layer {}", layer->value),
                         Text::of("Layers count from 0 to {}.", strength_.size() - 1));
    } else {
        strength_[layer->index()] = strength;
    }
}

/// Attention is found anew in every step in which it is used; where it is not, it is still shown.
void MapMethod::visit(StateVisitor& visitor) {
    visitor.array("strength", std::span(strength_));
    for (std::size_t l = 0; visitor.withPast() && l < attention_.size(); ++l) {
        const StateVisitor::Part part(visitor, std::to_string(l));
        attention_[l].visit(visitor);
    }
    if (!visitor.restores()) return;
    if (!std::all_of(strength_.begin(), strength_.end(), isStrength)) visitor.refuseValue("strength");
}

void MapMethod::prepare(const LayerTerms& layer, const Magnitudes& magnitudes) {
    attention_[layer.index.index()] =
        attentionOf(magnitudes, layer.sparsity, strength_[layer.index.index()], normalise_);
    attention_[layer.index.index()].most = cap_;
}

void MapMethod::formEffective(const WeightRange& range, nn::FloatArray effective) const {
    const auto& w = range.latent;
    const auto m = range.m();
    if (forwardAttention_) {
        effective = m * (attention_[range.layer.index.index()].of(w.abs()) * w) + positiveZero;
    } else {
        effective = m * w + positiveZero;
    }
}

void MapMethod::formGradient(const WeightRange& range, nn::FloatArray gradient) const {
    const auto m = range.m();
    const Attention attention = attention_[range.layer.index.index()];
    const auto a = attention.of(range.latent.abs());
    if (range.layer.phase == run::Phase::exploitation && !forwardAttention_) {
        gradient *= m;
    } else if (range.layer.phase == run::Phase::exploitation || !range.layer.prunedLearn) {
        gradient = m * (a * gradient);
    } else if (prunedGradient_ == PrunedGradient::attention) {
        gradient *= m * a + (1 - m) * a.min(1.0F);
    } else if (prunedGradient_ == PrunedGradient::floor) {
        gradient *= m * a + (1 - m) * static_cast<float>(attention.floor);
    } else {
        gradient *= m * a;
    }
}

std::vector<run::OptionDescription> mapOptions() {
    using run::OptionKind;
    return {
        {.key = "z",
         .title = "Attention strength",
         .help = "How fast the attention floor b = (1 - p)^z falls as sparsity p rises.",
         .kind = OptionKind::real,
         .defaultValue = 1.0,
         .minimum = 0,
         .maximum = 100,
         .minimumExcluded = true},
        {.key = "layer_z",
         .title = "Strength by layer",
         .help = "Strengths that differ, such as conv1=0.5,fc1=2.",
         .kind = OptionKind::text,
         .defaultValue = ""},
        {.key = "attention_norm",
         .title = "Normalisation",
         .help = "Divide attention by its mean over the layer's kept weights, so that the layer does not "
                 "shrink as a whole.",
         .kind = OptionKind::choice,
         .defaultValue = "kept_mean",
         .choices = {"kept_mean", "none"}},
        {.key = "forward_attention",
         .title = "Forward attention",
         .help = "Multiply the kept weights by their attention in the forward pass too.",
         .kind = OptionKind::boolean,
         .defaultValue = true},
        {.key = "pruned_gradient",
         .title = "Gradient of pruned weights",
         .help = "What a pruned weight's gradient is multiplied by while exploring: its attention up to 1, "
                 "the floor b, or 0.",
         .kind = OptionKind::choice,
         .defaultValue = "attention",
         .choices = {"attention", "floor", "none"}},
        {.key = "explore_interval",
         .title = "Exploration interval",
         .help = "Pruned weights learn in every so many steps and stand still between; 1 lets them learn in "
                 "every step, which can take a network with batch norm apart.",
         .kind = OptionKind::integer,
         .defaultValue = 16,
         .minimum = 1,
         .maximum = 1e6},
        {.key = "attention_cap",
         .title = "Attention cap",
         .help =
             "Most that attention may multiply a weight and its gradient by; 0 for no cap, 2 where a high "
             "learning rate diverges.",
         .kind = OptionKind::real,
         .defaultValue = 0.0,
         .minimum = 0,
         .maximum = 1e6},
    };
}

}  // namespace

MethodEntry mapMethod() {
    return {
        {"map", "MAP",
         "Magnitude attention-based dynamic pruning (Back, Ahn & Kim 2023): pruned weights keep learning, "
         "more faintly as sparsity rises, and can come back until the mask is frozen.",
         mapOptions()},
        [](const MethodSetup& setup) -> std::unique_ptr<Method> {
            return std::make_unique<MapMethod>(setup);
        },
        true,
        run::attentionMeasures()};
}

}  // namespace prunescope::prune
