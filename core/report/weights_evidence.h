#pragma once

#include "report/summary.h"

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace prunescope::report {

/// Name, size and SHA-256 of the weights file beside a run; nothing when there is none. What cannot be such a
/// file (a link, a pipe, more bytes than it says or than the network takes) is not read, which would keep the
/// program busy for ever, but named in `problems`, as is what its header breaks of the format.
std::optional<WeightsEvidence> weightsEvidence(const std::filesystem::path& file,
                                               const run::NetworkDescription& network,
                                               std::vector<Text>& problems);

}  // namespace prunescope::report
