// How a live run ends, and how it gets on with a disk that does not take its records.

#include "base/error.h"
#include "model/weights_file.h"
#include "session/live_run.h"

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

run::RunOutcome LiveRun::end(RunState state, Text message) {
    run::RunOutcome outcome{.state = state,
                            .message = std::move(message),
                            .step = trainer_->step(),
                            .epoch = trainer_->epoch(),
                            .wallMs = clock_.wallMs(),
                            .processMs = processMs(),
                            .trainedImages = trainedImages_};
    saveWeights(outcome);
    recordEnd(outcome);
    if (options_.keeper != nullptr) {
        state_.trouble = options_.keeper->trouble();
        addSentence(outcome.message, options_.keeper->note());
    }
    state_.state = outcome.state;
    state_.message = outcome.message;
    refusePending(outcome.step);
    publish();
    return outcome;
}

void LiveRun::saveWeights(run::RunOutcome& outcome) {
    if (options_.keeper == nullptr) return;
    try {
        const model::WeightsFile weights = trainer_->weights();
        if (outcome.state == RunState::failed && !areFinite(weights)) {
            addSentence(outcome.message,
                        Text::of("The weights were not saved: some of them are not finite numbers."));
            return;
        }
        const run::SavedWeights saved = options_.keeper->saveWeights(model::formatWeights(weights));
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

Text LiveRun::weightsSentence(const run::RunOutcome& outcome) const {
    if (savedWeights_.empty()) return {};
    return Text::of("The weights of step {} were saved as {}.", outcome.step.value, savedWeights_);
}

void LiveRun::recordEnd(run::RunOutcome& outcome) {
    try {
        log({.kind = eventOf(outcome.state), .who = run::byProgram, .note = outcome.message});
    } catch (const std::exception& e) {
        // The first failure explains the others. The outcome says it even where the event cannot.
        if (outcome.state != RunState::failed) {
            fail(outcome, textOf(e));
            addSentence(outcome.message, weightsSentence(outcome));
        }
    }
    try {
        sink_.finish(outcome);
    } catch (const std::exception& e) {
        const bool late = outcome.state != RunState::failed;
        fail(outcome, Text::of("The end of the run could not be recorded: {}", textOf(e)));
        if (late) addSentence(outcome.message, weightsSentence(outcome));
    }
}

void LiveRun::mindRecording() {
    if (options_.keeper == nullptr) return;
    const bool knew = state_.trouble.has_value();
    state_.trouble = options_.keeper->trouble();
    const bool waits = state_.paused && state_.pauseReason == PauseReason::recording;
    if (state_.trouble && state_.trouble->full && !state_.paused) {
        state_.paused = true;
        state_.pauseReason = PauseReason::recording;
        log({.kind = event::paused, .who = run::byProgram, .note = noRoom(*state_.trouble)});
    } else if (waits && !state_.trouble) {
        state_.paused = false;
        log({.kind = event::resumed,
             .who = run::byProgram,
             .note = Text::of("the records that waited were written")});
    }
    if (knew != state_.trouble.has_value()) publish();
}

Text LiveRun::recordingProblem() {
    if (options_.keeper == nullptr || !state_.trouble || !state_.trouble->full) return {};
    options_.keeper->retry();
    state_.trouble = options_.keeper->trouble();
    if (!state_.trouble || !state_.trouble->full) return {};
    return noRoom(*state_.trouble);
}

Text LiveRun::applyTo(const SaveElsewhere& action, Change& change) {
    if (options_.keeper == nullptr) return Text::of("this run is not kept in a folder");
    change.before = run::RecordingPlace{options_.keeper->folder().string()};
    options_.keeper->moveTo(action.parent);
    change.after = run::RecordingPlace{options_.keeper->folder().string()};
    return {};
}

}  // namespace prunescope::session
