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

void expectWindow(const Place& place, const kernels::RowsAndColumns& window,
                  const kernels::RowsAndColumns& padding) {
    const Shape& in = place.input();
    if (window.rows > in.height + 2 * padding.rows || window.columns > in.width + 2 * padding.columns) {
        throw UsageError(
            "model",
            Text::of("{} does not fit images of this size: {} reads a window of {} x {} where {} x {} are "
                     "left",
                     place.network, place.name, window.rows, window.columns, in.height, in.width),
            Text::of("Choose a network for smaller images, such as mlp:300,100."));
    }
    const auto expectBelow = [&](Index pad, Index extent) {
        if (pad < extent) return;
        throw UsageError("model",
                         Text::of("{}: the padding of {} is not below its kernel of {}", place.network,
                                  place.name, extent),
                         Text::of("Choose a smaller padding."));
    };
    expectBelow(padding.rows, window.rows);
    expectBelow(padding.columns, window.columns);
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

run::OptionDescription optionalFlag(std::string key) {
    run::OptionDescription attribute = flagAttribute(std::move(key));
    attribute.defaultValue = false;
    return attribute;
}

namespace {

/// What KEY_columns is in complete attributes where it was not given: a value that nobody may give.
constexpr Index asForRows = -1;

std::string columnsKey(const std::string& key) {
    return key + "_columns";
}

}  // namespace

run::OptionDescription columnsAttribute(const std::string& key, Index minimum, Index maximum) {
    return optionalAttribute(columnsKey(key), asForRows, minimum, maximum);
}

kernels::RowsAndColumns readRowsAndColumns(const nlohmann::json& attributes, const std::string& key) {
    const auto rows = attributes.at(key).get<Index>();
    const auto columns = attributes.value(columnsKey(key), asForRows);
    return {rows, columns == asForRows ? rows : columns};
}

void writeRowsAndColumns(nlohmann::json& attributes, const std::string& key,
                         const kernels::RowsAndColumns& value) {
    attributes[key] = value.rows;
    if (value.columns != value.rows) attributes[columnsKey(key)] = value.columns;
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
