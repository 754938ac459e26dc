#include "session/weight_lens.h"

#include "view/weight_rank.h"

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

/// Among all prunable weights, by |w|.
std::int64_t rankInNetwork(const prune::Pruner& pruner, LayerIndex layer, std::int64_t index) {
    const float value = pruner.parameter(layer).value()[index];
    std::int64_t rank = 1;
    for (std::size_t l = 0; l < pruner.layers(); ++l) {
        const LayerIndex other{static_cast<std::int32_t>(l)};
        const auto& parameter = pruner.parameter(other);
        const std::int64_t place = other < layer ? parameter.size() : other == layer ? index : 0;
        rank += view::weightsAhead(parameter.value(), parameter.size(), value, place);
    }
    return rank;
}

}  // namespace

view::ImageShape WeightLens::imageShape(LayerIndex layer) const {
    if (layer.value != 0) return {};
    const auto& shape = trainer_.network().inputShape();
    return {shape.channels, shape.height, shape.width};
}

Answered<WeightPicture> WeightLens::answer(const WatchWeights& query) {
    const prune::Pruner& pruner = trainer_.pruner();
    if (Text problem = layerProblem(query.layer, pruner.layers()); !problem.empty()) return {{}, problem};
    if (query.tile.rows <= 0 || query.tile.columns <= 0) {
        watched_.reset();
        picture_.reset();
        return {};
    }
    if (query.tile.mostRows > largestTile || query.tile.mostColumns > largestTile)
        return {{}, Text::of("a picture has at most {0} x {0} cells", largestTile)};
    const auto known = view::arrangementsOf(pruner.parameter(query.layer).shape(), imageShape(query.layer));
    if (std::find(known.begin(), known.end(), query.tile.arrangement) == known.end())
        return {{}, Text::of("layer {} cannot be arranged so", query.layer.value)};
    watched_ = query;
    refresh();
    return {picture_, {}};
}

void WeightLens::refresh() {
    if (!watched_) return;
    const WeightPicture* old = picture_.get();
    const bool asked = old == nullptr || old->request != *watched_;
    if (!asked && whole_ && isUpToDate(*old, trainer_.step(), trainer_.pruner())) return;
    const double begin = clock_.steadyMs();
    const bool rested = !control_.isTraining() || begin - finishedMs_ >= pictureRest * costMs_;
    if (!asked && !rested) return;
    // While somebody moves the picture about, only the tile is new.
    whole_ = old == nullptr || old->request.layer != watched_->layer || rested;
    picture_ = std::make_shared<const WeightPicture>(take(whole_ ? nullptr : old));
    if (!whole_) return;
    finishedMs_ = clock_.steadyMs();
    costMs_ = finishedMs_ - begin;
}

/// `known`: a picture of the same layer whose histogram and threshold are new enough, or null.
WeightPicture WeightLens::take(const WeightPicture* known) const {
    const prune::Pruner& pruner = trainer_.pruner();
    const LayerIndex layer = watched_->layer;
    const auto& parameter = pruner.parameter(layer);
    const std::uint8_t* mask = pruner.mask(layer).data();
    const view::WeightLayout layout(parameter.shape(), watched_->tile.arrangement, imageShape(layer));
    return {.request = *watched_,
            .step = trainer_.step(),
            .tile = view::makeTile({parameter.value(), mask, pruner.previousMask(layer).data()}, layout,
                                   watched_->tile),
            .histogram = known != nullptr ? known->histogram
                                          : view::magnitudeHistogram(parameter.value(), mask,
                                                                     parameter.size(), histogramBins),
            .threshold = known != nullptr ? known->threshold : pruner.threshold(layer),
            .maskUpdate = pruner.lastMaskUpdate()};
}

Answered<WeightDetail> WeightLens::answer(const InspectWeight& query) {
    prune::Pruner& pruner = trainer_.pruner();
    if (Text problem = layerProblem(query.layer, pruner.layers()); !problem.empty()) return {{}, problem};
    const auto& parameter = pruner.parameter(query.layer);
    if (query.index < 0 || query.index >= parameter.size()) {
        return {{},
                Text::of("layer {} has {} weights, so none has index {}", query.layer.value, parameter.size(),
                         query.index)};
    }
    // Attention and effective weights of the latest values; every step does the same before it begins.
    pruner.refresh();
    const float value = parameter.value()[query.index];
    const prune::MaskChanges past = pruner.maskChanges(query.layer, query.index);
    const WeightDetail detail{
        .layer = query.layer,
        .index = query.index,
        .step = trainer_.step(),
        .value = value,
        .effective = parameter.used()[query.index],
        .kept = pruner.mask(query.layer)[static_cast<std::size_t>(query.index)] != 0,
        .rankInLayer = 1 + view::weightsAhead(parameter.value(), parameter.size(), value, query.index),
        .rankInNetwork = rankInNetwork(pruner, query.layer, query.index),
        .keptInLayer = pruner.keptWeights(query.layer),
        .keptInNetwork = pruner.keptWeights(),
        .attention = pruner.method().attention(query.layer, value),
        .changes = past.count,
        .lastChange = past.last};
    return {std::make_shared<const WeightDetail>(detail), {}};
}

Answered<MaskPreview> WeightLens::answer(const PreviewMasks& query) {
    prune::Pruner& pruner = trainer_.pruner();
    run::SparsitySchedule asked = pruner.schedule();
    asked.initial = 0;
    asked.target = query.sparsity;
    if (Text problem = run::scheduleProblem(asked); !problem.empty()) return {{}, problem};
    if (!pruner.prunes())
        return {{}, Text::of("the method dense prunes nothing, so there is nothing to preview")};
    if (Text problem = pruner.editLimits(trainer_.step()).sparsityProblem(query.sparsity); !problem.empty())
        return {{}, problem};
    const MaskPreview preview{
        .sparsity = query.sparsity, .step = trainer_.step(), .kept = pruner.keptAt(query.sparsity)};
    return {std::make_shared<const MaskPreview>(preview), {}};
}

}  // namespace prunescope::session
