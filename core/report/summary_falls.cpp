// Where validation accuracy fell, what the layers lost meanwhile, and what had been done just before.

#include "report/summary_parts.h"
#include "run/event_kinds.h"
#include "run/moments.h"
#include "view/accuracy_drops.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace prunescope::report {
namespace {

constexpr std::size_t mostEventsInFront = 3;

/// Positions of the validation evaluations that can be trusted.
std::vector<std::size_t> validationsOf(const run::RunRecord& record) {
    std::vector<std::size_t> positions;
    for (std::size_t i = 0; i < record.evaluations.size(); ++i) {
        const run::Evaluation& evaluation = record.evaluations[i];
        if (evaluation.split == run::Split::validation && isSound(evaluation)) positions.push_back(i);
    }
    return positions;
}

/// These evaluations and the mask updates; without the samples, of which there may be millions.
view::RunHistory historyOf(const run::RunRecord& record, const std::vector<std::size_t>& validations) {
    view::RunHistory history(record.header);
    for (const auto& moment : run::momentsOf(record.layerStatistics)) history.append(moment);
    for (const std::size_t position : validations) history.append(record.evaluations[position]);
    return history;
}

/// Whether it says something of what is trained, rather than of the program that trains it.
bool isOfTraining(const run::AuditEvent& event) {
    namespace kind = run::event;
    constexpr std::array<std::string_view, 9> others{kind::started,  kind::paused,        kind::resumed,
                                                     kind::stepped,  kind::stopRequested, kind::moved,
                                                     kind::finished, kind::stopped,       kind::failed};
    return !run::isRefusal(event) && std::find(others.begin(), others.end(), event.kind) == others.end();
}

/// What was measured at the step of an event was measured before the event.
std::vector<std::size_t> eventsBetween(const run::RunRecord& record, StepIndex before, StepIndex after) {
    std::vector<std::size_t> positions;
    for (std::size_t i = 0; i < record.events.size(); ++i) {
        const run::AuditEvent& event = record.events[i];
        if (event.step >= before && event.step < after && isOfTraining(event)) positions.push_back(i);
    }
    const std::size_t more = positions.size() - std::min(positions.size(), mostEventsInFront);
    positions.erase(positions.begin(), positions.begin() + static_cast<std::ptrdiff_t>(more));
    return positions;
}

/// The history has no time of its own, having no samples.
run::AuditEvent eventOf(const view::AccuracyDrop& drop, const view::RunHistory& history,
                        const run::RunRecord& record) {
    run::AuditEvent event = view::dropEvent(drop, history, record.header);
    if (const run::MetricSample* sample = sampleAt(record, event.step)) event.wallMs = sample->wallMs;
    return event;
}

Fall fallOf(const view::AccuracyDrop& drop, const view::RunHistory& history, const run::RunRecord& record,
            const std::vector<std::size_t>& validations) {
    Fall fall{.before = measurementOf(record, validations[drop.before]),
              .after = measurementOf(record, validations[drop.lowest]),
              .limit = drop.limit};
    const std::vector<std::string> names = run::prunableNames(record.header.network);
    for (const view::LayerLoss& loss : view::lossesOf(drop, history, record.header))
        fall.layers.push_back({names[loss.layer], loss.cut, loss.revived, loss.share});
    fall.events = eventsBetween(record, fall.before.step, fall.after.step);
    fall.event = eventOf(drop, history, record);
    return fall;
}

}  // namespace

bool FallsSummary::known() const {
    return images > 0 && measurements >= static_cast<std::int64_t>(view::dropRule.fewestEvaluations());
}

FallsSummary findFalls(const run::RunRecord& record) {
    const std::vector<std::size_t> validations = validationsOf(record);
    FallsSummary summary{.images = record.header.dataset.validationImages,
                         .measurements = static_cast<std::int64_t>(validations.size())};
    if (!summary.known()) return summary;
    const view::RunHistory history = historyOf(record, validations);
    const auto drops = view::accuracyDrops(history.validation(), summary.images);
    summary.found = static_cast<std::int64_t>(drops.size());
    for (std::size_t i = 0; i < std::min(drops.size(), mostFalls); ++i)
        summary.falls.push_back(fallOf(drops[i], history, record, validations));
    return summary;
}

}  // namespace prunescope::report
