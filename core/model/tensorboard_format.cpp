#include "base/error.h"
#include "model/event_file.h"
#include "model/formats.h"
#include "model/run_curves.h"

namespace prunescope::model {
namespace {

std::vector<ExportedFile> makeEvents(const TrainedModel& model, const nlohmann::json& /*options*/,
                                     const std::string& file) {
    if (hasNoCourse(model.record)) {
        throw UsageError("format",
                         Text::of("tensorboard shows the course of a run, and none is recorded here"),
                         Text::of("Export the whole folder of a run."));
    }
    EventFile events(model.record.header.provenance.startedMs);
    forEachPoint(model.record,
                 [&](const CurvePoint& p) { events.add(p.curve, p.step.value, p.wallMs, p.value); });
    return {{file, events.bytes()}};
}

}  // namespace

/// TensorBoard takes every file whose name has this ending in it.
NetworkFormat tensorboardFormat() {
    return {.description = {.name = "tensorboard",
                            .title = "TensorBoard",
                            .summary = "The curves of the run, layer by layer, as an event file of "
                                       "TensorBoard."},
            .suffixes = {".tfevents"},
            .make = makeEvents,
            .ofCourse = true,
            .usage =
                "mkdir curves && mv NAME.tfevents curves/\n"
                "tensorboard --logdir curves"};
}

}  // namespace prunescope::model
