#include "runtime/served_model.h"

#include "model/trained_model_reader.h"
#include "model/weights_reader.h"
#include "parallel/thread_arena.h"
#include "runtime/pixel_scaling.h"

#include <algorithm>

namespace prunescope::runtime {

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
    engine_ = std::make_unique<const SharedEngine>(
        trained.inferenceGraph(), threads == 0 ? all : std::min(threads, all), file.string());
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
