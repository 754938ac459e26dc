#pragma once

#include <string_view>

namespace prunescope::report {

/// The style sheet of the report, for screen (light and dark) and paper. It names no external resource.
std::string_view styleSheet();

}  // namespace prunescope::report
