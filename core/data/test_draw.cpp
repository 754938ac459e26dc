#include "data/test_draw.h"

#include <nlohmann/json.hpp>

namespace prunescope::data {

void addTestDrawOptions(std::vector<run::OptionDescription>& options) {
    options.push_back(
        {.key = "test_fraction",
         .title = "Test share",
         .help = "Share of every class that is drawn for the test where the data have no test part.",
         .kind = run::OptionKind::real,
         .defaultValue = 0.2,
         .minimum = 0,
         .maximum = 1,
         .minimumExcluded = true,
         .maximumExcluded = true});
    options.push_back(
        {.key = "test_seed",
         .title = "Seed of the test share",
         .help = "Decides what is drawn for the test; runs with other seeds keep the same test.",
         .kind = run::OptionKind::integer,
         .defaultValue = 1,
         .minimum = 0,
         .maximum = 9e15});
}

TestDraw testDrawOf(const nlohmann::json& options) {
    return {.fraction = options.at("test_fraction").get<double>(),
            .seed = options.at("test_seed").get<std::uint64_t>()};
}

}  // namespace prunescope::data
