// A method in one file: masks drawn at random at first, as in SET (Mocanu et al. 2018); at every later update
// a share of the kept weights, the smallest, give way to the pruned ones of largest gradient, as in RigL
// (Evci et al. 2020, algorithm 1).

#include "extension/extensions.h"
#include "prune/method.h"

#include <Eigen/Core>

#include <limits>

namespace prunescope::extension {
namespace {

using Scores = Eigen::ArrayXf;

std::span<const float> spanOf(const Scores& scores) {
    return {scores.data(), static_cast<std::size_t>(scores.size())};
}

class ToyMethod : public prune::Method {
public:
    explicit ToyMethod(const prune::MethodSetup& setup)
        : exchanged_(setup.options["exchanged"].get<double>()), exchanges_(setup.layerNames.size()) {}

    prune::MethodTraits traits() const override {
        return {.pruned = prune::PrunedWeights::zeroed, .choosesByGradient = true};
    }
    void start(prune::MethodStart& start) override {
        for (nn::FloatArray& latent : start.latent) latent *= 0.5F;
    }
    void chooseMasks(prune::MaskChoice& choice) override {
        for (std::size_t l = 0; l < choice.layers(); ++l) {
            const LayerIndex layer{static_cast<std::int32_t>(l)};
            if ((choice.layer(layer).mask != 0).all()) {
                draw(choice, layer);
            } else {
                exchange(choice, layer);
            }
        }
    }
    void formEffective(const prune::WeightRange& range, nn::FloatArray effective) const override {
        effective = range.m() * range.latent + prune::positiveZero;
    }
    void formGradient(const prune::WeightRange& range, nn::FloatArray gradient) const override {
        gradient *= range.m();
    }
    run::LayerMeasures measures(LayerIndex layer) const override { return {exchanges_[layer.index()]}; }
    void visit(StateVisitor& visitor) override { visitor.array("exchanges", std::span(exchanges_)); }

private:
    static void draw(prune::MaskChoice& choice, LayerIndex layer) {
        Random random = choice.random(layer);
        Scores scores(choice.layer(layer).latent.size());
        for (float& score : scores) score = static_cast<float>(random.uniform());
        choice.keepLargest(layer, spanOf(scores), choice.counts()[layer.index()]);
    }

    void exchange(prune::MaskChoice& choice, LayerIndex layer) {
        const prune::ChoiceLayer now = choice.layer(layer);
        const std::int64_t count = choice.counts()[layer.index()];
        const std::int64_t staying =
            count - static_cast<std::int64_t>(exchanged_ * static_cast<double>(count));
        const Scores kept = now.mask.cast<float>();
        const Scores magnitudes = kept * now.latent.abs();
        choice.keepLargest(layer, spanOf(magnitudes), staying);
        // What stays ranks above every gradient; what had been kept and goes ranks below.
        const Scores grown =
            (now.mask != 0).select(std::numeric_limits<float>::infinity(), (1 - kept) * now.gradient.abs());
        choice.keepLargest(layer, spanOf(grown), count);
        exchanges_[layer.index()] += static_cast<double>(count - staying);
    }

    double exchanged_;
    std::vector<double> exchanges_;
};

prune::MethodEntry toyMethod() {
    return {.description = {.name = "toy",
                            .title = "Toy",
                            .summary = "Random masks that regrow by gradient.",
                            .options = {{.key = "exchanged",
                                         .title = "Exchanged",
                                         .help = "Share of the kept weights that give way at an update.",
                                         .kind = run::OptionKind::real,
                                         .defaultValue = 0.25,
                                         .minimum = 0,
                                         .maximum = 1}}},
            .make = [](const prune::MethodSetup& setup) -> std::unique_ptr<prune::Method> {
                return std::make_unique<ToyMethod>(setup);
            },
            .measures = {{.key = "exchanges",
                          .name = "Exchanges",
                          .title = "Exchanges by layer",
                          .help = "Kept weights that have given way so far.",
                          .role = run::MeasureRole::curve}}};
}

}  // namespace

void addToyMethod() {
    prune::methods().add(toyMethod());
}

}  // namespace prunescope::extension
