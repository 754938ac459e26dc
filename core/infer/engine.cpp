#include "infer/engine.h"

#include "infer/dead_channels.h"
#include "infer/fold.h"
#include "parallel/parallel_for.h"

#include <algorithm>
#include <atomic>
#include <cassert>
#include <numeric>

namespace prunescope::infer {
namespace {

/// Bytes that the largest operation of a tile may read and write, about a second-level cache.
constexpr Index bytesInCache = 1 << 20;
/// So few images are quicker one by one than side by side with empty lanes.
constexpr Index fewImages = 8;

Index largestOperation(const nn::InferenceGraph& graph) {
    Index largest = 0;
    for (const nn::GraphNode& node : graph.nodes())
        largest = std::max(largest, graph.shape(node.in).size() + graph.shape(node.out).size());
    return largest;
}

/// Images side by side: a multiple of the lane unit; few enough for the cache and for every thread to get
/// some. No result depends on it.
Index lanesOf(const nn::InferenceGraph& graph, const Engine::Options& options) {
    const Index fit = bytesInCache / static_cast<Index>(sizeof(float)) / largestOperation(graph);
    const Index share = (options.batch + options.threads - 1) / options.threads;
    return std::clamp(std::min(fit, share) / kernels::laneUnit * kernels::laneUnit, kernels::laneUnit,
                      kernels::mostLanes);
}

Index channelsOf(const nn::InferenceGraph& graph) {
    const auto& tensors = graph.tensors();
    return std::accumulate(tensors.begin(), tensors.end(), Index{0},
                           [](Index sum, const Shape& shape) { return sum + shape.channels; });
}

}  // namespace

Engine::Engine(const nn::InferenceGraph& graph, const Options& options)
    : input_(graph.shape(nn::InferenceGraph::input())), outputs_(graph.shape(graph.output()).size()) {
    const nn::InferenceGraph whole = folded(graph);
    const nn::InferenceGraph lean = withoutDeadChannels(whole);
    removedChannels_ = channelsOf(whole) - channelsOf(lean);
    if (options.sideBySide || options.batch > fewImages)
        wide_ = std::make_shared<Plan>(lean, lanesOf(lean, options), options.trials);
    if (!options.sideBySide) narrow_ = std::make_shared<Plan>(lean, 1, options.trials);
    addWorkers(static_cast<std::size_t>(options.threads));
}

Engine::Engine(const Engine& other)
    : input_(other.input_),
      outputs_(other.outputs_),
      removedChannels_(other.removedChannels_),
      wide_(other.wide_),
      narrow_(other.narrow_) {
    addWorkers(other.workers_.size());
}

void Engine::addWorkers(std::size_t count) {
    workers_.resize(count);
    for (Worker& worker : workers_) {
        if (wide_) worker.wide.emplace(*wide_);
        if (narrow_) worker.narrow.emplace(*narrow_);
    }
}

void Engine::cut(Index images) {
    tiles_.clear();
    const Index rest = wide_ ? images % kernels::laneUnit : images;
    const Index wide = images - (narrow_ && (!wide_ || rest <= fewImages) ? rest : 0);
    Index first = 0;
    while (first < wide) {
        const Index count = std::min(wide_->lanes(), wide - first);
        tiles_.push_back({&*wide_, first, count});
        first += count;
    }
    for (; first < images; ++first) tiles_.push_back({&*narrow_, first, 1});
}

template <class Body>
void Engine::forEachTile(const Body& body) {
    const std::size_t workers = std::min(workers_.size(), tiles_.size());
    std::atomic<std::size_t> next{0};
    parallel::parallelFor(static_cast<std::int64_t>(workers), [&](std::int64_t worker) {
        for (std::size_t t = next++; t < tiles_.size(); t = next++)
            body(tiles_[t], workers_[static_cast<std::size_t>(worker)]);
    });
}

void Engine::run(std::span<const float> images, std::span<float> results) {
    const auto count = static_cast<Index>(images.size()) / input_.size();
    assert(count * input_.size() == static_cast<Index>(images.size()));
    assert(count * outputs_ == static_cast<Index>(results.size()));
    cut(count);
    forEachTile([&](const Tile& tile, Worker& own) {
        const auto part = [&](auto all, Index each) {
            return all.subspan(static_cast<std::size_t>(tile.first * each),
                               static_cast<std::size_t>(tile.images * each));
        };
        tile.plan->run(part(images, input_.size()), part(results, outputs_),
                       tile.plan->lanes() == 1 ? *own.narrow : *own.wide);
    });
}

void Engine::run(const kernels::Tensor<float>& images, kernels::Tensor<float>& results) {
    assert(!narrow_ && images.lanes() == results.lanes());
    results.setImages(images.images());
    tiles_.clear();
    for (Index tile = 0; tile < images.tiles(); ++tile) {
        const Index count = images.imagesIn(tile);
        for (Index at = 0; at < count; at += wide_->lanes())
            tiles_.push_back({&*wide_, tile * images.lanes() + at, std::min(wide_->lanes(), count - at)});
    }
    forEachTile([&](const Tile& tile, Worker& own) {
        tile.plan->run(images, tile.first, tile.images, results, *own.wide);
    });
}

Index Engine::sparseSteps() const {
    return (wide_ ? *wide_ : *narrow_).sparseSteps();
}

}  // namespace prunescope::infer
