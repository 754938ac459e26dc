#pragma once

#include "base/signals.h"
#include "cli/audit_commands.h"
#include "workspace/replay.h"

#include <nlohmann/json.hpp>

#include <cstdint>
#include <optional>

namespace prunescope::cli {

/// A replay that was asked for, with what it was drawn by.
struct ReplayVerdict {
    workspace::Replayed replayed{};
    std::optional<std::int64_t> dice{};  ///< of drawn windows
};

/// Trains the run once more as the flags say, with its progress on standard error. Throws `Error` as
/// `replayRun` does.
ReplayVerdict replayAsAsked(const AuditFlags& flags, const store::RunFolder& run,
                            const workspace::Verification& bound, const StopSignals& signals);

void sayReplay(const ReplayVerdict& verdict);
nlohmann::json replayToJson(const ReplayVerdict& verdict);

}  // namespace prunescope::cli
