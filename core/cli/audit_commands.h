#pragma once

#include <CLI/CLI.hpp>

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace prunescope::cli {

/// As typed; empty where nothing was.
struct AuditFlags {
    std::vector<std::string> runs;
    std::string key;
    std::string anchor;
    std::string data;
    std::string passphraseFile;
    std::string exported;
    std::string name;
    std::optional<std::int64_t> replayWindows;
    std::optional<std::int64_t> dice;
    bool replay = false;
    bool protect = false;
    bool json = false;
};

/// The commands that check a run against its chain of hashes, sign the end of the chain, and make the key to
/// do so.
void addAudit(CLI::App& app, AuditFlags& flags, std::function<int()>& chosen);

}  // namespace prunescope::cli
