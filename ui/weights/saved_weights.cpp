#include "ui/weights/saved_weights.h"

#include "base/error.h"
#include "model/weights_file.h"
#include "view/weight_rank.h"

#include <algorithm>
#include <charconv>
#include <limits>

namespace prunescope::ui {
namespace {

constexpr int histogramBins = 64;

template <class T>
std::vector<T> valuesOf(const model::WeightsFile& file, const std::string& name, std::int64_t size) {
    const model::NamedTensor* tensor = file.find(name);
    const auto* values = tensor == nullptr ? nullptr : std::get_if<std::vector<T>>(&tensor->values);
    if (values == nullptr || static_cast<std::int64_t>(values->size()) != size) {
        throw Error(name, Text::of("the weights file does not hold this layer as the run describes it"),
                    Text::of("The file belongs to another run, or was changed."));
    }
    return *values;
}

StepIndex stepOf(const model::WeightsFile& file) {
    StepIndex step;
    const auto found = file.metadata.find("step");
    if (found == file.metadata.end()) return step;
    const std::string& text = found->second;
    std::from_chars(text.data(), text.data() + text.size(), step.value);
    return step;
}

float smallestKept(const SavedWeights::Layer& layer) {
    float smallest = std::numeric_limits<float>::max();
    bool any = false;
    for (std::size_t i = 0; i < layer.mask.size(); ++i) {
        if (layer.mask[i] == 0) continue;
        smallest = std::min(smallest, std::abs(layer.latent[i]));
        any = true;
    }
    return any ? smallest : 0;
}

}  // namespace

const run::LayerDescription* describedLayer(const run::RunHeader& header, LayerIndex layer) {
    for (const run::LayerDescription& described : header.network.layers) {
        if (described.prunable == layer) return &described;
    }
    return nullptr;
}

view::ImageShape imageShapeOf(const run::RunHeader& header, LayerIndex layer) {
    return layer.value == 0 ? header.dataset.imageShape : view::ImageShape{};
}

SavedWeights::Reading SavedWeights::read(const store::RunFolder& folder, const run::RunHeader& header) {
    try {
        std::error_code ignored;
        if (!std::filesystem::exists(folder.weights(), ignored)) return {};
        const model::WeightsFile file = model::readWeights(folder.weights());
        std::vector<Layer> layers;
        for (std::int32_t l = 0; const auto* described = describedLayer(header, LayerIndex{l}); ++l) {
            const std::string name = described->name + ".weight";
            const std::int64_t size = described->weights;
            layers.push_back({.shape = described->weightShape,
                              .image = imageShapeOf(header, LayerIndex{l}),
                              .latent = valuesOf<float>(file, name + ".latent", size),
                              .effective = valuesOf<float>(file, name, size),
                              .mask = valuesOf<std::uint8_t>(file, name + ".mask", size)});
        }
        return {.weights = std::make_shared<const SavedWeights>(std::move(layers), stepOf(file)),
                .problem = {}};
    } catch (const std::bad_alloc&) {
        return {.weights = nullptr, .problem = Text::of("there is not enough memory to read the weights")};
    } catch (const Error& error) {
        return {.weights = nullptr, .problem = error.whole()};
    } catch (const std::exception& e) {
        return {.weights = nullptr, .problem = std::string(e.what())};
    }
}

std::shared_ptr<const session::WeightPicture> SavedWeights::picture(
    const session::WatchWeights& request) const {
    if (request.layer.value < 0 || request.layer.index() >= layers_.size()) return nullptr;
    const Layer& layer = layers_[request.layer.index()];
    const auto known = view::arrangementsOf(layer.shape, layer.image);
    if (std::find(known.begin(), known.end(), request.tile.arrangement) == known.end()) return nullptr;
    const view::WeightLayout layout(layer.shape, request.tile.arrangement, layer.image);
    const auto size = static_cast<std::int64_t>(layer.latent.size());
    return std::make_shared<const session::WeightPicture>(session::WeightPicture{
        .request = request,
        .step = step_,
        .tile =
            view::makeTile({.values = layer.latent.data(), .mask = layer.mask.data()}, layout, request.tile),
        .histogram = view::magnitudeHistogram(layer.latent.data(), layer.mask.data(), size, histogramBins),
        .threshold = smallestKept(layer)});
}

std::shared_ptr<const session::WeightDetail> SavedWeights::detail(LayerIndex at, std::int64_t index) const {
    if (at.value < 0 || at.index() >= layers_.size()) return nullptr;
    const Layer& layer = layers_[at.index()];
    if (index < 0 || index >= static_cast<std::int64_t>(layer.latent.size())) return nullptr;
    const auto i = static_cast<std::size_t>(index);
    session::WeightDetail detail{.layer = at,
                                 .index = index,
                                 .step = step_,
                                 .value = layer.latent[i],
                                 .effective = layer.effective[i],
                                 .kept = layer.mask[i] != 0,
                                 .rankInLayer = 1,
                                 .rankInNetwork = 1};
    for (std::size_t l = 0; l < layers_.size(); ++l) {
        const auto& other = layers_[l].latent;
        const auto size = static_cast<std::int64_t>(other.size());
        const std::int64_t place = l < at.index() ? size : l == at.index() ? index : 0;
        const std::int64_t ahead = view::weightsAhead(other.data(), size, detail.value, place);
        const auto kept = std::count_if(layers_[l].mask.begin(), layers_[l].mask.end(),
                                        [](std::uint8_t one) { return one != 0; });
        detail.rankInNetwork += ahead;
        detail.keptInNetwork += kept;
        if (l != at.index()) continue;
        detail.rankInLayer += ahead;
        detail.keptInLayer = kept;
    }
    return std::make_shared<const session::WeightDetail>(detail);
}

}  // namespace prunescope::ui
