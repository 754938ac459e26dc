#include "base/error.h"
#include "model/weight_format.h"
#include "model/weights_reader.h"

#include <algorithm>

namespace prunescope::model {
namespace {

/// final.weights, the file of a run, is one of these.
WeightFormat safetensors() {
    return {.description = {.name = "safetensors",
                            .title = "Safetensors",
                            .summary =
                                "Tensors by name behind a JSON header, as Hugging Face's libraries read and "
                                "write them."},
            .suffixes = {".safetensors", ".weights"},
            .open = [](const std::filesystem::path& file) -> std::unique_ptr<TensorReader> {
                return std::make_unique<WeightsReader>(file);
            },
            .write = writeWeights};
}

}  // namespace

/// A new format is one file and one line here.
Registry<WeightFormat>& weightFormats() {
    static Registry<WeightFormat> all("unknown weight format '{}'", "format", {safetensors()});
    return all;
}

const WeightFormat& weightFormatOf(const std::filesystem::path& file) {
    std::vector<std::string> known;
    for (const WeightFormat& format : weightFormats()) {
        const auto& suffixes = format.suffixes;
        if (std::find(suffixes.begin(), suffixes.end(), file.extension()) != suffixes.end()) return format;
        known.insert(known.end(), suffixes.begin(), suffixes.end());
    }
    throw unknownName("no weight format has files that end in '{}'", file.extension().string(), known,
                      file.string());
}

}  // namespace prunescope::model
