#pragma once

#include "store/run_reader.h"

#include <cstddef>
#include <filesystem>
#include <string>

namespace prunescope::test {

/// What the disk holds of a default run that a user has steered and closed: each function checks one part.
class RecordedRun {
public:
    explicit RecordedRun(const std::filesystem::path& folder);

    std::size_t events() const { return read_.record.events.size(); }

    /// A new target for this reason, its undoing as an edit of its own, and z = 2.5 for the second layer.
    void expectTheEdits(const std::string& reason, double target) const;
    /// Pause, one step, resume, freeze and the closing, all by the user and none refused.
    void expectTheHandling() const;
    void expectAnEndInMidRun() const;
    void expectFrozenMasks() const;
    /// The file of final weights and the record speak of the same masks.
    void expectWeightsThatAgree() const;

private:
    const run::AuditEvent& recorded(const char* kind, std::size_t which = 0) const;

    store::RunFolder folder_;
    store::ReadRun read_;
};

}  // namespace prunescope::test
