#pragma once

#include "run/run_sink.h"
#include "store/row.h"
#include "store/run_folder.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace prunescope::store {

/// What is known of the configuration: from the database, else from config.json, else nothing.
std::optional<run::RunConfig> readConfig(Database& database, const RunFolder& folder, TextBudget& budget,
                                         std::vector<Text>& problems);

/// When the run started, UTC in milliseconds since 1970.
std::optional<std::int64_t> readStart(Database& database, TextBudget& budget, std::vector<Text>& problems);

/// Where a run comes from and how long it is to be by now, whatever its configuration was at its start.
struct RunLineage {
    std::int64_t epochs = 0;
    std::optional<run::RunParent> parent{};
};
RunLineage readLineage(Database& database, const run::RunConfig& config, TextBudget& budget,
                       std::vector<Text>& problems);

/// The first hash of the run's chain, by which a run that was branched from it names its parent: it binds the
/// header with the moment of the start, so that no two runs have the same. Empty where there is no chain.
std::string readRunIdentity(Database& database);

/// The network alone. Throws `Error`.
run::NetworkDescription readNetwork(Database& database, TextBudget& budget);

/// The header of a run, part by part: one that cannot be read keeps its default and is named in `problems`.
/// The configuration is then taken from config.json when that can be read.
run::RunHeader readHeader(Database& database, const RunFolder& folder, TextBudget& budget,
                          std::vector<Text>& problems);

/// The configuration in the folder's config.json. Throws `Error`.
run::RunConfig readConfigFile(const RunFolder& folder);

}  // namespace prunescope::store
