#pragma once

#include "run/run_config.h"
#include "store/run_folder.h"

#include <filesystem>
#include <vector>

namespace prunescope::store {

/// Folders below which a run can be saved when its own folder cannot be written to, the nearest first: the
/// folder above it, then the user's own places of $XDG_STATE_HOME, $HOME and $TMPDIR. Not all of them need to
/// be there, or to be writable.
std::vector<std::filesystem::path> rescuePlaces(const std::filesystem::path& runFolder);

/// Makes the folder `place`, and those above it that are the program's own. Throws `Error`.
void prepareRescuePlace(const std::filesystem::path& place);

/// A new run folder below `place`, named after the one that it stands for, with config.json in it. Throws
/// `Error`.
RunFolder makeRescueFolder(const std::filesystem::path& place, const std::filesystem::path& runFolder,
                           const run::RunConfig& config);
/// Takes it away again with the files that this program has put there.
void discardRescueFolder(const RunFolder& folder);

/// A name for the weights below `place` that no file has: "NAME.final.weights".
std::filesystem::path rescueNameOfWeights(const std::filesystem::path& place,
                                          const std::filesystem::path& runFolder);

}  // namespace prunescope::store
