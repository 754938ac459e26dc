// What a live run shows of its weights: pictures of a layer, and all that is known of one weight.

#include "session/live_run.h"
#include "view/weight_rank.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace prunescope::session {
namespace {

constexpr std::int64_t largestTile = 4096;
constexpr int histogramBins = 64;
/// A picture is made anew when this many times its own cost has gone by: it takes 4 % of the training.
constexpr double pictureRest = 24;

Text layerProblem(LayerIndex layer, std::size_t layers) {
    if (layer.value >= 0 && layer.index() < layers) return {};
    return Text::of("there is no prunable layer {}", layer.value);
}

bool isUpToDate(const WeightPicture& picture, StepIndex step, const prune::Pruner& pruner) {
    return picture.step == step && picture.maskUpdate == pruner.lastMaskUpdate();
}

}  // namespace

view::ImageShape LiveRun::imageShape(LayerIndex layer) const {
    if (layer.value != 0) return {};
    const auto& shape = trainer_->network().inputShape();
    return {shape.channels, shape.height, shape.width};
}

Text LiveRun::applyTo(const RequestTile& action, Change& /*change*/) {
    const prune::Pruner& pruner = trainer_->pruner();
    if (Text problem = layerProblem(action.layer, pruner.layers()); !problem.empty()) return problem;
    if (action.tile.rows <= 0 || action.tile.columns <= 0) {
        wanted_.reset();
        state_.picture.reset();
        return {};
    }
    if (action.tile.mostRows > largestTile || action.tile.mostColumns > largestTile) {
        return fmt::format("a picture has at most {0} x {0} cells", largestTile);
    }
    const auto known = view::arrangementsOf(pruner.parameter(action.layer).shape(), imageShape(action.layer));
    if (std::find(known.begin(), known.end(), action.tile.arrangement) == known.end()) {
        return Text::of("layer {} cannot be arranged so", action.layer.value);
    }
    wanted_ = action;
    publish();
    return {};
}

void LiveRun::refreshPicture() {
    if (!wanted_) return;
    const WeightPicture* old = state_.picture.get();
    const bool asked = old == nullptr || old->request != *wanted_;
    if (!asked && pictureWhole_ && isUpToDate(*old, trainer_->step(), trainer_->pruner())) return;
    const bool busy = state_.state == run::RunState::running && !state_.paused;
    const double begin = clock_.steadyMs();
    const bool rested = !busy || begin - pictureMs_ >= pictureRest * pictureCostMs_;
    if (!asked && !rested) return;
    // While somebody moves the picture about, only the tile is new.
    pictureWhole_ = old == nullptr || old->request.layer != wanted_->layer || rested;
    state_.picture = std::make_shared<const WeightPicture>(picture(pictureWhole_ ? nullptr : old));
    if (!pictureWhole_) return;
    pictureMs_ = clock_.steadyMs();
    pictureCostMs_ = pictureMs_ - begin;
}

WeightPicture LiveRun::picture(const WeightPicture* known) const {
    const auto& pruner = trainer_->pruner();
    const LayerIndex layer = wanted_->layer;
    const auto& parameter = pruner.parameter(layer);
    const std::uint8_t* mask = pruner.mask(layer).data();
    const view::WeightLayout layout(parameter.shape(), wanted_->tile.arrangement, imageShape(layer));
    return {.request = *wanted_,
            .step = trainer_->step(),
            .tile = view::makeTile({parameter.value(), mask, pruner.previousMask(layer).data()}, layout,
                                   wanted_->tile),
            .histogram = known != nullptr ? known->histogram
                                          : view::magnitudeHistogram(parameter.value(), mask,
                                                                     parameter.size(), histogramBins),
            .threshold = known != nullptr ? known->threshold : pruner.threshold(layer),
            .maskUpdate = pruner.lastMaskUpdate()};
}

Text LiveRun::applyTo(const InspectWeight& action, Change& /*change*/) {
    prune::Pruner& pruner = trainer_->pruner();
    if (Text problem = layerProblem(action.layer, pruner.layers()); !problem.empty()) return problem;
    const auto& parameter = pruner.parameter(action.layer);
    if (action.index < 0 || action.index >= parameter.size()) {
        return Text::of("layer {} has {} weights, so none has index {}", action.layer.value, parameter.size(),
                        action.index);
    }
    // Attention and effective weights of the latest values; every step does the same before it begins.
    pruner.refresh();
    const float value = parameter.value()[action.index];
    const prune::MaskChanges past = pruner.maskChanges(action.layer, action.index);
    const prune::Attention attention = pruner.method().attention(action.layer);
    WeightDetail detail{
        .layer = action.layer,
        .index = action.index,
        .step = trainer_->step(),
        .value = value,
        .effective = parameter.used()[action.index],
        .kept = pruner.mask(action.layer)[static_cast<std::size_t>(action.index)] != 0,
        .rankInLayer = 1 + view::weightsAhead(parameter.value(), parameter.size(), value, action.index),
        .rankInNetwork = 1,
        .attention = static_cast<double>(attention.of(std::abs(value))) * attention.scale,
        .changes = past.count,
        .lastChange = past.last};
    for (std::size_t l = 0; l < pruner.layers(); ++l) {
        const LayerIndex layer{static_cast<std::int32_t>(l)};
        const auto& other = pruner.parameter(layer);
        const std::int64_t place = layer < action.layer    ? other.size()
                                   : layer == action.layer ? action.index
                                                           : 0;
        detail.rankInNetwork += view::weightsAhead(other.value(), other.size(), value, place);
    }
    state_.inspected = std::make_shared<const WeightDetail>(detail);
    publish();
    return {};
}

}  // namespace prunescope::session
