#pragma once

#include "base/folder.h"
#include "base/strong_index.h"
#include "store/run_folder.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace prunescope::store {

/// A saved state of a run, by its file.
struct StateFile {
    StepIndex step;
    std::filesystem::path path;
    std::uint64_t bytes = 0;
};

/// The states of a run that is recorded, one file for each. The folder is held open, so
/// that they go on to lie in it when the run is renamed.
class StateFolder {
public:
    /// Creates it. Throws `Error`.
    explicit StateFolder(const RunFolder& run);

    /// Writes the state, flushed to the disk and renamed into its place with the folder flushed after it;
    /// then thins the older ones out. Throws `Error`, and all that was there is there.
    void save(StepIndex step, std::string_view bytes);

private:
    void thinOut() const;

    Folder folder_;
};

/// The name of a state's file, as the table of saved files has it: from the folder of the run.
std::string savedStateName(StepIndex step);
/// Whether a file of this name, from the folder of a run, is one that a state goes into.
bool namesSavedState(std::string_view name);

/// A file of more bytes is no state.
inline constexpr std::uint64_t mostStateBytes = std::uint64_t{8} << 30U;

/// Those in the folder of a run, the latest first; nothing where there are none. No link is followed.
std::vector<StateFile> listStates(const RunFolder& run);

/// Which of states of these steps and sizes, the latest first, are given up: the latest two stay, and of the
/// older ones those that lie apart, so that a run can be branched from anywhere, within the bytes.
std::vector<std::size_t> statesToGiveUp(const std::vector<StateFile>& states, std::uint64_t bytesAllowed);

}  // namespace prunescope::store
