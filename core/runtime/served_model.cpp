#include "runtime/served_model.h"

#include "base/error.h"
#include "model/trained_model_reader.h"
#include "model/weights_reader.h"
#include "parallel/thread_arena.h"
#include "runtime/pixel_scaling.h"

#include <algorithm>
#include <numeric>

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

std::unique_ptr<const infer::Engine> engineOf(const nn::InferenceGraph& graph, int threads,
                                              const std::string& origin) {
    const infer::Index values = activations(graph);
    if (values > largestImage) {
        throw Error(origin, Text::of("one image takes {} values in this network", values),
                    Text::of("Train a network for smaller images."));
    }
    return std::make_unique<const infer::Engine>(
        graph, infer::Engine::Options{.batch = values > largeImage ? 1 : most, .threads = threads});
}

}  // namespace

ServedModel::ServedModel(const std::filesystem::path& file, int threads) {
    const model::WeightsReader reader(file);
    const model::TrainedModel trained = model::readTrainedModel(reader, file.string());
    const auto& metadata = trained.weights.metadata;
    network_ = trained.graph.name();
    image_ = trained.graph.inputShape();
    classNames_ = classNamesIn(metadata, trained.classNames());
    const auto channels = static_cast<std::size_t>(image_.channels);
    if (const auto scaling = pixelScalingIn(metadata, channels)) {
        factor_ = scaling->factor;
        shift_ = scaling->shift;
    }
    const int all = parallel::machineThreads();
    first_ = engineOf(trained.inferenceGraph(), threads == 0 ? all : std::min(threads, all), file.string());
}

ServedModel::EnginePointer ServedModel::borrowed() const {
    {
        const std::lock_guard lock(mutex_);
        if (!idle_.empty()) {
            EnginePointer engine = std::move(idle_.back());
            idle_.pop_back();
            return engine;
        }
    }
    return std::make_unique<infer::Engine>(first_->another());
}

void ServedModel::giveBack(EnginePointer engine) const {
    const std::lock_guard lock(mutex_);
    idle_.push_back(std::move(engine));
}

void ServedModel::predict(std::span<const float> images, std::span<float> logits) const {
    EnginePointer engine = borrowed();
    const std::size_t count = images.size() / inputs();
    for (std::size_t first = 0; first < count; first += most) {
        const std::size_t part = std::min<std::size_t>(most, count - first);
        engine->run(images.subspan(first * inputs(), part * inputs()),
                    logits.subspan(first * classes(), part * classes()));
    }
    giveBack(std::move(engine));
}

bool ServedModel::normalise(std::span<const unsigned char> pixels, std::span<float> input) const {
    if (factor_.empty()) return false;
    const auto plane = static_cast<std::size_t>(image_.pixels());
    for (std::size_t k = 0; k < pixels.size(); ++k) {
        const std::size_t c = k / plane % factor_.size();
        input[k] = factor_[c] * static_cast<float>(pixels[k]) + shift_[c];
    }
    return true;
}

}  // namespace prunescope::runtime
