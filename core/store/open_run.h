#pragma once

#include "store/row.h"
#include "store/schema.h"
#include "store/snapshot.h"

#include <memory>
#include <string>
#include <vector>

namespace prunescope::store {

/// Opens the state of a run database that `snapshot` holds; nothing in its folder is changed.
///
/// A database of an older schema is read as it is (`columnsIn`); one that is shorter than it says is opened
/// as far as it goes, which is added to `problems`. Throws `Error` when nothing can be read.
std::unique_ptr<Database> openRun(const Snapshot& snapshot, const Migrations& migrations,
                                  std::vector<Text>& problems);

/// Room for all the text that an honest database of this size can hold.
TextBudget textBudgetFor(const Snapshot& snapshot);

}  // namespace prunescope::store
