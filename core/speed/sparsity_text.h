#pragma once

#include <string_view>
#include <vector>

namespace prunescope::speed {

/// The sparsities of a command line: "0,0.5,0.95", also in per cent, "50 %,95 %". A comma stands between two
/// of them, so that it cannot be a decimal sign as well. Throws `UsageError`.
std::vector<double> sparsitiesFromText(std::string_view list);

}  // namespace prunescope::speed
