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
/// `kind` is a noun such as "data set", `where` the option or file position that held the name.
UsageError unknownName(std::string_view kind, std::string_view name, const std::vector<std::string>& known,
                       std::string where = "");

}  // namespace prunescope
