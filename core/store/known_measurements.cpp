#include "store/known_measurements.h"

#include "base/error.h"
#include "store/is_there.h"
#include "store/measurement_file.h"

#include <system_error>
#include <utility>

namespace prunescope::store {

std::optional<KnownMeasurements::Stamp> KnownMeasurements::stampOf(const std::filesystem::path& file) {
    std::error_code failed;
    Stamp stamp;
    stamp.bytes = std::filesystem::file_size(file, failed);
    if (failed) return std::nullopt;
    stamp.changed = std::filesystem::last_write_time(file, failed);
    return failed ? std::nullopt : std::optional(stamp);
}

KnownMeasurements::Known KnownMeasurements::read(const RunFolder& folder) {
    // Taken first: what changes meanwhile is read once more the next time.
    Known known{.stamp = stampOf(folder.measurements())};
    try {
        const std::vector<run::Measurement> measurements = readMeasurements(folder);
        if (!measurements.empty())
            known.measurement = std::make_shared<const run::Measurement>(measurements.front());
    } catch (const Error& error) {
        known.problem = error.problem();
    }
    return known;
}

void KnownMeasurements::addTo(std::vector<RunSummary>& runs) {
    std::map<std::filesystem::path, Known> now;
    for (RunSummary& run : runs) {
        const RunFolder folder(run.folder);
        if (!isThere(folder.measurements())) continue;
        const auto before = known_.find(run.folder);
        const bool same = before != known_.end() && before->second.stamp &&
                          before->second.stamp == stampOf(folder.measurements());
        const Known known = same ? before->second : read(folder);
        run.measurement = known.measurement;
        run.measurementProblem = known.problem;
        now.insert_or_assign(run.folder, known);
    }
    known_ = std::move(now);
}

}  // namespace prunescope::store
