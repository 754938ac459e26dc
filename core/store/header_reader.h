#pragma once

#include "run/run_sink.h"
#include "store/row.h"
#include "store/run_folder.h"

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace prunescope::store {

/// The header of a run, part by part: one that cannot be read keeps its default and is named in `problems`.
/// The configuration is then taken from config.json when that can be read.
run::RunHeader readHeader(Database& database, const RunFolder& folder, TextBudget& budget,
                          std::vector<std::string>& problems);

/// The configuration in the folder's config.json. Throws `Error`.
run::RunConfig readConfigFile(const RunFolder& folder);

}  // namespace prunescope::store
