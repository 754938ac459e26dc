#pragma once

#include "store/run_folder.h"

#include <string>

namespace prunescope::store {

/// Makes a folder that is there the folder of a new run, whose config.json will hold `configText`. Of several
/// programs one succeeds.
///
/// Taken are an empty folder and one in which a run was begun but nothing recorded, as a kill leaves it: its
/// database, without a single record, is removed. A config.json alone is taken when it says the same. Throws
/// `UsageError` when the folder holds anything else.
void claimFolder(const RunFolder& folder, const std::string& configText);

}  // namespace prunescope::store
