#pragma once

#include <filesystem>
#include <string>

namespace prunescope::workspace {

/// The digest of the masks in a file of weights, as a run records it of those that were chosen
/// (`prune::MaskDigest`). Throws `Error` when it cannot be read, or has a mask of other values than 0 and 1.
std::string maskDigestOfWeights(const std::filesystem::path& file);

}  // namespace prunescope::workspace
