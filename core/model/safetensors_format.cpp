#include "model/formats.h"
#include "model/network_tensors.h"
#include "model/weights_reader.h"

namespace prunescope::model {
namespace {

/// The metadata that Hugging Face's libraries look for.
constexpr const char* layout = "pt";

std::vector<ExportedFile> makeSafetensors(const TrainedModel& model, const nlohmann::json& options,
                                          const std::string& file) {
    WeightsFile weights{.metadata = model.facts(), .tensors = networkTensors(model, maskForm(options))};
    weights.metadata["format"] = layout;
    return {{file, formatWeights(weights)}};
}

nn::InferenceGraph readSafetensors(const std::vector<ExportedFile>& files, const TrainedModel& model,
                                   const nlohmann::json& options) {
    const ExportedFile& file = files.front();
    return graphWithTensors(model.graph, parseWeights(file.bytes, file.name), maskForm(options), file.name);
}

std::unique_ptr<TensorReader> openSafetensors(const std::filesystem::path& file) {
    return std::make_unique<WeightsReader>(file);
}

/// As `train::Trainer::weights` leaves it, so that the bytes are those that the report names.
std::vector<ExportedFile> makeRunWeights(const TrainedModel& model, const nlohmann::json& /*options*/,
                                         const std::string& file) {
    return {{file, formatWeights(model.weights)}};
}

nn::InferenceGraph readRunWeights(const std::vector<ExportedFile>& files, const TrainedModel& model,
                                  const nlohmann::json& /*options*/) {
    const ExportedFile& file = files.front();
    return graphWithTensors(model.graph, parseWeights(file.bytes, file.name), MaskForm::applied, file.name);
}

}  // namespace

NetworkFormat safetensorsFormat() {
    return {.description = {.name = "safetensors",
                            .title = "Safetensors",
                            .summary = "Tensors by PyTorch's names behind a JSON header, as Hugging Face's "
                                       "libraries read and write them.",
                            .options = {masksOption()}},
            .suffixes = {".safetensors"},
            .make = makeSafetensors,
            .readBack = readSafetensors,
            .open = openSafetensors,
            .ranBy = RanBy::runtime,
            .usage =
                "python3: state = safetensors.torch.load_file(\"NAME.safetensors\")\n"
                "prunescope-cli predict NAME.safetensors picture.png"};
}

NetworkFormat runWeightsFormat() {
    return {.description = {.name = "weights",
                            .title = "Weights of the run",
                            .summary = "The run's own file: effective weights, latent weights and masks, as "
                                       "safetensors."},
            .suffixes = {".weights"},
            .make = makeRunWeights,
            .readBack = readRunWeights,
            .open = openSafetensors,
            .ranBy = RanBy::runtime,
            .usage =
                "C: prunescope_open(\"NAME.weights\", 1, &model)\n"
                "prunescope-cli predict RUN picture.png"};
}

}  // namespace prunescope::model
