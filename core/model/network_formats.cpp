#include "base/error.h"
#include "model/formats.h"

#include <algorithm>

namespace prunescope::model {
namespace {

bool hasSuffix(const NetworkFormat& format, const std::filesystem::path& file) {
    const auto& suffixes = format.suffixes;
    return std::find(suffixes.begin(), suffixes.end(), file.extension()) != suffixes.end();
}

/// The first format of that ending among those that `suits` takes.
template <class Suits>
const NetworkFormat& formatOf(const std::filesystem::path& file, const Suits& suits,
                              fmt::format_string<std::string> problem) {
    std::vector<std::string> known;
    for (const NetworkFormat& format : networkFormats()) {
        if (!suits(format)) continue;
        if (hasSuffix(format, file)) return format;
        known.insert(known.end(), format.suffixes.begin(), format.suffixes.end());
    }
    throw unknownName(problem, file.extension().string(), known, file.string());
}

}  // namespace

/// A new format is one file and one line here.
Registry<NetworkFormat>& networkFormats() {
    static Registry<NetworkFormat> all("unknown format '{}'", "format",
                                       {safetensorsFormat(), onnxFormat(), npzFormat(), cFormat(),
                                        runWeightsFormat(), tensorboardFormat(), mlflowFormat()});
    return all;
}

const NetworkFormat& networkFormatOf(const std::filesystem::path& file) {
    return formatOf(
        file, [](const NetworkFormat&) { return true; }, "no format has files that end in '{}'");
}

std::unique_ptr<TensorReader> openWeights(const std::filesystem::path& file) {
    return formatOf(
               file, [](const NetworkFormat& format) { return format.open != nullptr; },
               "no weight format has files that end in '{}'")
        .open(file);
}

}  // namespace prunescope::model
