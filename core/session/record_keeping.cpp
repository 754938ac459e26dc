#include "session/record_keeping.h"

#include "base/error.h"
#include "model/weights_file.h"
#include "session/command.h"

#include <algorithm>
#include <cmath>

namespace prunescope::session {

using run::RunState;

namespace {

const char* eventOf(RunState state) {
    switch (state) {
        case RunState::failed:
            return event::failed;
        case RunState::stopped:
            return event::stopped;
        default:
            return event::finished;
    }
}

Text noRoom(const run::RecordingTrouble& trouble) {
    return Text::of("there is no room for more records until those that wait can be written: {}",
                    trouble.reason);
}

bool areFinite(const model::WeightsFile& weights) {
    return std::ranges::all_of(weights.tensors, [](const model::NamedTensor& tensor) {
        const auto* values = std::get_if<std::vector<float>>(&tensor.values);
        return values == nullptr || std::ranges::all_of(*values, [](float x) { return std::isfinite(x); });
    });
}

void addSentence(Text& message, const Text& sentence) {
    message = withSentence(message, sentence);
}

void fail(run::RunOutcome& outcome, const Text& sentence) {
    outcome.state = RunState::failed;
    addSentence(outcome.message, sentence);
}

}  // namespace

void RecordKeeping::finish(const train::Trainer& trainer, run::RunOutcome& outcome) {
    saveWeights(trainer, outcome);
    recordEnd(outcome);
    if (keeper_ == nullptr) return;
    trouble_ = keeper_->trouble();
    addSentence(outcome.message, keeper_->note());
}

void RecordKeeping::saveWeights(const train::Trainer& trainer, run::RunOutcome& outcome) {
    if (keeper_ == nullptr) return;
    try {
        const model::WeightsFile weights = trainer.weights();
        if (outcome.state == RunState::failed && !areFinite(weights)) {
            addSentence(outcome.message,
                        Text::of("The weights were not saved: some of them are not finite numbers."));
            return;
        }
        const run::SavedWeights saved = keeper_->saveWeights(model::formatWeights(weights));
        savedWeights_ = saved.path.string();
        if (!saved.trouble.empty()) {
            addSentence(outcome.message, Text::of("The weights were saved as {}, since they could not be "
                                                  "saved where they belong: {}",
                                                  saved.path.string(), saved.trouble));
        } else if (outcome.state == RunState::failed) {
            addSentence(outcome.message, weightsSentence(outcome));
        }
    } catch (const std::exception& e) {
        fail(outcome, Text::of("The weights could not be saved anywhere: {}", textOf(e)));
    }
}

Text RecordKeeping::weightsSentence(const run::RunOutcome& outcome) const {
    if (savedWeights_.empty()) return {};
    return Text::of("The weights of step {} were saved as {}.", outcome.step.value, savedWeights_);
}

void RecordKeeping::recordEnd(run::RunOutcome& outcome) {
    try {
        log_.add({.kind = eventOf(outcome.state), .who = run::byProgram, .note = outcome.message});
    } catch (const RecordDiffers&) {
        throw;
    } catch (const std::exception& e) {
        // The first failure explains the others. The outcome says it even where the event cannot.
        if (outcome.state != RunState::failed) {
            fail(outcome, textOf(e));
            addSentence(outcome.message, weightsSentence(outcome));
        }
    }
    try {
        sink_.finish(outcome);
    } catch (const RecordDiffers&) {
        throw;
    } catch (const std::exception& e) {
        const bool late = outcome.state != RunState::failed;
        fail(outcome, Text::of("The end of the run could not be recorded: {}", textOf(e)));
        if (late) addSentence(outcome.message, weightsSentence(outcome));
    }
}

bool RecordKeeping::look() {
    if (keeper_ == nullptr) return false;
    const bool knew = trouble_.has_value();
    trouble_ = keeper_->trouble();
    const bool waits = control_.paused && control_.pauseReason == PauseReason::recording;
    if (trouble_ && trouble_->full && !control_.paused) {
        control_.pause(PauseReason::recording);
        log_.add({.kind = event::paused, .who = run::byProgram, .note = noRoom(*trouble_)});
    } else if (waits && !trouble_) {
        control_.paused = false;
        log_.add({.kind = event::resumed,
                  .who = run::byProgram,
                  .note = Text::of("the records that waited were written")});
    }
    return knew != trouble_.has_value();
}

Text RecordKeeping::problem() {
    if (keeper_ == nullptr || !trouble_ || !trouble_->full) return {};
    keeper_->retry();
    trouble_ = keeper_->trouble();
    if (!trouble_ || !trouble_->full) return {};
    return noRoom(*trouble_);
}

}  // namespace prunescope::session
