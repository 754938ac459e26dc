#include "runtime/shared_engine.h"

#include "base/error.h"

#include <algorithm>
#include <numeric>
#include <utility>

namespace prunescope::runtime {
namespace {

/// Images of a call to the engine: many vectors of them for every thread.
constexpr infer::Index most = 256;
/// Values of all tensors of one image: with more, images are not put side by side; with more yet, a file of a
/// few bytes would take the memory of the machine.
constexpr infer::Index largeImage = infer::Index{1} << 22;
constexpr infer::Index largestImage = infer::Index{1} << 27;

infer::Index activations(const nn::InferenceGraph& graph) {
    const auto& tensors = graph.tensors();
    return std::accumulate(tensors.begin(), tensors.end(), infer::Index{0},
                           [](infer::Index sum, const kernels::Shape& shape) { return sum + shape.size(); });
}

infer::Engine engineOf(const nn::InferenceGraph& graph, int threads, const std::string& origin) {
    const infer::Index values = activations(graph);
    if (values > largestImage) {
        throw Error(origin, Text::of("one sample takes {} values in this network", values),
                    Text::of("Train a network for smaller samples."));
    }
    return {graph, infer::Engine::Options{.batch = values > largeImage ? 1 : most, .threads = threads}};
}

}  // namespace

SharedEngine::SharedEngine(const nn::InferenceGraph& graph, int threads, const std::string& origin)
    : first_(engineOf(graph, threads, origin)) {}

SharedEngine::EnginePointer SharedEngine::borrowed() const {
    {
        const std::lock_guard lock(mutex_);
        if (!idle_.empty()) {
            EnginePointer engine = std::move(idle_.back());
            idle_.pop_back();
            return engine;
        }
    }
    return std::make_unique<infer::Engine>(first_.another());
}

void SharedEngine::giveBack(EnginePointer engine) const {
    const std::lock_guard lock(mutex_);
    idle_.push_back(std::move(engine));
}

void SharedEngine::predict(std::span<const float> images, std::span<float> results) const {
    EnginePointer engine = borrowed();
    const std::size_t count = images.size() / inputs();
    for (std::size_t first = 0; first < count; first += most) {
        const std::size_t part = std::min<std::size_t>(most, count - first);
        engine->run(images.subspan(first * inputs(), part * inputs()),
                    results.subspan(first * outputs(), part * outputs()));
    }
    giveBack(std::move(engine));
}

}  // namespace prunescope::runtime
