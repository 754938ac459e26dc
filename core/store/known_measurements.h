#pragma once

#include "store/run_list.h"

#include <cstdint>
#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <vector>

namespace prunescope::store {

/// The newest measurements of the runs of a workspace, kept from one reading of it to the next: a file that
/// has the size and the time that it had is not read again. For one thread at a time.
class KnownMeasurements {
public:
    /// Gives every run its measurement, or why it cannot be read, and forgets those of other runs. Never
    /// throws.
    void addTo(std::vector<RunSummary>& runs);

private:
    struct Stamp {
        std::uintmax_t bytes = 0;
        std::filesystem::file_time_type changed{};
        bool operator==(const Stamp&) const = default;
    };
    struct Known {
        std::optional<Stamp> stamp{};  ///< nothing: it is no file that could be compared
        std::shared_ptr<const run::Measurement> measurement{};
        Text problem{};
    };

    static std::optional<Stamp> stampOf(const std::filesystem::path& file);
    static Known read(const RunFolder& folder);

    std::map<std::filesystem::path, Known> known_;  ///< by the folder of the run
};

}  // namespace prunescope::store
