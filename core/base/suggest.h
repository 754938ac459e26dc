#pragma once

#include "base/error.h"

#include <string>
#include <string_view>
#include <vector>

namespace prunescope {

/// The name in `known` with the smallest edit distance to `name`, or "" when none is close enough to be
/// what was meant (more than half of the longer word would have to change).
std::string nearestName(std::string_view name, const std::vector<std::string>& known);

/// The error for a name that is not known: "unknown data set 'minst'. Did you mean 'mnist'? Known: …".
/// `problem` is "unknown data set '{}'", `where` the option or file position that held the name.
UsageError unknownName(fmt::format_string<std::string> problem, std::string_view name,
                       const std::vector<std::string>& known, std::string where = "");
/// The same of a problem with more values in it than the name.
UsageError unknownName(Text problem, std::string_view name, const std::vector<std::string>& known,
                       std::string where);

}  // namespace prunescope
