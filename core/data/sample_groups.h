#pragma once

#include "data/data_files.h"
#include "run/option.h"

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace prunescope::data {

/// More groups of samples are refused: nobody reads a table of them.
inline constexpr std::size_t mostGroups = 1000;
/// Largest text file of groups that is read.
inline constexpr std::uint64_t mostGroupBytes = std::uint64_t{1} << 30U;

/// Which group each sample of the test part is of: a site, a machine, a shift. What a network gets right is
/// told group by group; it never sees them.
struct SampleGroups {
    std::vector<std::string> names{};     ///< in the order of their bytes; none where nothing is known
    std::vector<std::uint16_t> ofTest{};  ///< one for each test sample, in the order of the files

    bool known() const { return !names.empty(); }
    bool operator==(const SampleGroups&) const = default;
};

/// From the name of the group of each sample. `file` is what messages call the place that they come from, and
/// `mend` says what else may be given there. Throws `Error` for a name that is empty, longer than 200 bytes
/// or not readable, and for more than `mostGroups`.
SampleGroups groupsFromNames(const std::vector<std::string_view>& nameOfEach, const std::string& file,
                             const Text& mend);

/// From a text with a line for each of so many samples, in their order, with the name of its group. Throws
/// `Error` with the line.
SampleGroups groupsFromLines(std::string_view text, std::size_t samples, const std::string& file);

/// From a text of lines "SAMPLE,GROUP" in any order; the last comma of a line counts. Samples that are not
/// asked for are passed over. Throws `Error` with the line for a sample that stands there twice, and with the
/// name of the first of `samples` that does not.
SampleGroups groupsBySample(std::string_view text, const std::vector<std::string>& samples,
                            const std::string& file);

/// The option `groups` of a data set: the name of a text file beside the data; empty for none.
run::OptionDescription groupsOption(std::string help);

}  // namespace prunescope::data
