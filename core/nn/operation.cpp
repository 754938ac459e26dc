#include "nn/operation.h"

#include "base/error.h"
#include "nn/operations.h"

#include <algorithm>
#include <functional>
#include <numeric>

namespace prunescope::nn {

Index ParameterShape::size() const {
    return std::accumulate(shape.begin(), shape.end(), Index{1}, std::multiplies<>());
}

void expectWindow(const Place& place, Index window, Index padding) {
    const Shape& in = place.input();
    if (window <= std::min(in.height, in.width) + 2 * padding) return;
    throw UsageError(
        "model",
        Text::of("{} does not fit images of this size: {} reads a window of {} where {} x {} are left",
                 place.network, place.name, window, in.height, in.width),
        Text::of("Choose a network for smaller images, such as mlp:300,100."));
}

run::OptionDescription wholeAttribute(std::string key, Index minimum, Index maximum) {
    return {.key = std::move(key),
            .title = {},
            .help = {},
            .kind = run::OptionKind::integer,
            .defaultValue = {},
            .minimum = static_cast<double>(minimum),
            .maximum = static_cast<double>(maximum)};
}

run::OptionDescription flagAttribute(std::string key) {
    return {
        .key = std::move(key), .title = {}, .help = {}, .kind = run::OptionKind::boolean, .defaultValue = {}};
}

run::OptionDescription realAttribute(std::string key, double minimum, double maximum) {
    return {.key = std::move(key),
            .title = {},
            .help = {},
            .kind = run::OptionKind::real,
            .defaultValue = {},
            .minimum = minimum,
            .maximum = maximum};
}

run::OptionDescription optionalAttribute(std::string key, Index usual, Index minimum, Index maximum) {
    run::OptionDescription attribute = wholeAttribute(std::move(key), minimum, maximum);
    attribute.defaultValue = usual;
    return attribute;
}

/// A new kind is one file and one line here.
Registry<OperationEntry>& operations() {
    static Registry<OperationEntry> all("unknown operation '{}'", "kind",
                                        {convolutionEntry(),   denseEntry(),       batchNormEntry(),
                                         reluEntry(),          clipEntry(),        leakyReluEntry(),
                                         sigmoidEntry(),       tanhEntry(),        hardSigmoidEntry(),
                                         hardSwishEntry(),     flattenEntry(),     dropoutEntry(),
                                         maxPoolEntry(),       averagePoolEntry(), globalAveragePoolEntry(),
                                         globalMaxPoolEntry(), subsampleEntry(),   zeroPadEntry(),
                                         addEntry(),           multiplyEntry(),    concatEntry()});
    return all;
}

}  // namespace prunescope::nn
