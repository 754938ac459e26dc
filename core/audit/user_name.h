#pragma once

#include <string>

namespace prunescope::audit {

/// In bytes.
inline constexpr std::size_t longestUserName = 200;

/// What the user of this account calls themselves in records; empty when they have never said. Never throws:
/// a run is recorded without it.
std::string userName() noexcept;
/// Remembers it for all later runs, in `configFolder`. Throws `UsageError` for a name of more than one line
/// or more than `longestUserName` bytes, `Error` when it cannot be kept.
void setUserName(const std::string& name);

}  // namespace prunescope::audit
