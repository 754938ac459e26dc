#include "run/extensions.h"

#include "run/event_kinds.h"

#include <string_view>

namespace prunescope::run {
namespace {

/// As many as the option `epochs` may be.
constexpr std::int64_t mostEpochs = 1'000'000;
constexpr std::int64_t mostStepsPerEpoch = std::int64_t{1} << 40U;

bool goesOn(const RunHeader& header, const TrainingLength& before, const TrainingLength& after) {
    const std::int64_t epochs = header.config.epochs;
    if (epochs < 1 || before != TrainingLength{epochs, header.totalSteps}) return false;
    if (after.epochs <= epochs || after.epochs > mostEpochs) return false;
    const std::int64_t stepsPerEpoch = header.totalSteps / epochs;
    // A header that was read may say anything.
    return stepsPerEpoch <= mostStepsPerEpoch && after.steps == stepsPerEpoch * after.epochs;
}

}  // namespace

void extend(RunHeader& header, const Extension& extension) {
    header.extensions.push_back(extension);
    header.config.epochs = extension.after.epochs;
    header.totalSteps = extension.after.steps;
}

void applyExtensions(RunHeader& header, const std::vector<AuditEvent>& events) {
    for (const AuditEvent& e : events) {
        if (e.kind != event::extended) continue;
        const auto* before = std::get_if<TrainingLength>(&e.before);
        const auto* after = std::get_if<TrainingLength>(&e.after);
        if (before != nullptr && after != nullptr && goesOn(header, *before, *after))
            extend(header, {e.step, *before, *after});
    }
}

RunConfig configAsStarted(const RunHeader& header) {
    RunConfig config = header.config;
    if (!header.extensions.empty()) config.epochs = header.extensions.front().before.epochs;
    return config;
}

}  // namespace prunescope::run
