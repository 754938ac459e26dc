// A data set of one's own: a table of 600 rows whose class follows from a formula.

#include "data/dataset_entry.h"
#include "data/float_table.h"
#include "extension/extensions.h"

#include <cmath>

namespace prunescope::extension {
namespace {

constexpr std::int64_t trainingRows = 600;
constexpr std::int64_t testRows = 150;

data::DatasetFacts facts() {
    return {.shape = {4, 1, 1}, .classNames = {"low", "middle", "high"}};
}

/// Column k of row i is 3 sin((k + 2) (i + 1)), and the class is where the sum of the first two falls, in
/// thirds.
data::TableRows rows(std::int64_t first, std::int64_t count, double limit) {
    data::TableRows table;
    for (std::int64_t i = first; i < first + count; ++i) {
        for (std::int64_t k = 0; k < 4; ++k)
            table.values.push_back(static_cast<float>(3 * std::sin(static_cast<double>((k + 2) * (i + 1)))));
        const float sum = table.values[table.values.size() - 4] + table.values[table.values.size() - 3];
        table.labels.push_back(static_cast<float>(-limit) > sum  ? 0
                               : sum < static_cast<float>(limit) ? 1
                                                                 : 2);
    }
    return table;
}

data::DatasetEntry toyTable() {
    return {
        .description = {.name = "toy-table",
                        .title = "Toy table",
                        .summary = "Four sines and the third of their range that the first two add up to.",
                        .options = {{.key = "limit",
                                     .title = "Limit",
                                     .help = "Sums between minus this and this are of the middle class.",
                                     .kind = run::OptionKind::real,
                                     .defaultValue = 1.5,
                                     .minimum = 0}}},
        .inFolder = false,
        .describe = [](const nlohmann::json&) { return std::optional(facts()); },
        .open = [](const data::DataPlace& place) -> std::unique_ptr<data::Dataset> {
            const auto limit = place.options.at("limit").get<double>();
            return std::make_unique<data::FloatTable>(facts(), std::vector<run::DataFile>(),
                                                      rows(0, trainingRows, limit),
                                                      rows(trainingRows, testRows, limit));
        }};
}

}  // namespace

void addToyTable() {
    data::datasets().add(toyTable());
}

}  // namespace prunescope::extension
