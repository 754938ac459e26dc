#pragma once

#include "base/text.h"

#include <filesystem>
#include <optional>
#include <string>

namespace prunescope::data {

/// Files of one data set of tables.
struct TableFiles {
    std::filesystem::path training;
    std::optional<std::filesystem::path> test{};
};

/// The file that `place` names; or, of a folder, train.csv with test.csv where that is there, or the one
/// table that it holds; the endings are .csv, .tsv, .tab and .arff. `testFile` is beside it, or anywhere when
/// it begins with a slash; empty for none. Throws `Error` with what is there when that does not tell; `hint`
/// says what to do when there is none.
TableFiles findTableFiles(const std::filesystem::path& place, const std::string& testFile, const Text& hint);

}  // namespace prunescope::data
