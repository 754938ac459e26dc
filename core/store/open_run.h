#pragma once

#include "store/row.h"
#include "store/run_folder.h"
#include "store/schema.h"

#include <memory>
#include <string>
#include <vector>

namespace prunescope::store {

/// Opens the run database of a folder to read a consistent state of it, whether or not it is being written at
/// the moment. Nothing in the folder is changed, except that the half-written change of a killed program is
/// undone and that SQLite may need files beside the database while it reads.
///
/// A folder that is read-only is read too; a database of an older schema is read through a copy in memory
/// that is migrated; one that is shorter than it says is opened as far as it goes, which is added to
/// `problems`. Throws `Error` when nothing can be read.
std::unique_ptr<Database> openRun(const RunFolder& folder, const Migrations& migrations,
                                  std::vector<std::string>& problems);

/// Room for all the text that an honest database of this folder can hold.
TextBudget textBudgetFor(const RunFolder& folder);

}  // namespace prunescope::store
