#include "session/live_run.h"

#include "base/error.h"
#include "prune/mask_digest.h"
#include "session/command.h"
#include "session/saved_state.h"
#include "train/provenance.h"
#include "train/trainer_state.h"

#include <array>
#include <exception>
#include <limits>
#include <utility>

namespace prunescope::session {

using run::RunState;

namespace {
constexpr double publishIntervalMs = 33;
}  // namespace

LiveRun::LiveRun(std::unique_ptr<train::Trainer> trainer, run::RunSink& sink, const Clock& clock,
                 const SessionOptions& options, CommandQueue& commands, Mailbox& mailbox, int threads)
    : trainer_(std::move(trainer)),
      sink_(sink),
      clock_(clock),
      mailbox_(mailbox),
      threads_(threads),
      takenUp_(options.takenUp),
      branch_(options.branch),
      replay_(options.replay),
      control_{.paused = options.startPaused, .askedTarget = trainer_->pruner().schedule().target},
      log_(*trainer_, sink_, clock),
      keeping_(options.keeper, sink_, control_, log_),
      guard_(*trainer_, control_, log_),
      lens_(*trainer_, control_, clock),
      desk_(commands, *trainer_, control_, log_, keeping_, lens_, clock,
            {.publish = [this] { publish(); },
             .saveState = [this] { saveState(); },
             .redone = [this] { lookForReplayedState(); }}) {
    state_.totalSteps = trainer_->totalSteps();
    if (takenUp_) takeUp();
    if (branch_) beginBranch();
}

run::RunOutcome LiveRun::run() {
    try {
        return trainOrFail();
    } catch (const RecordDiffers& e) {
        if (replay_ != nullptr) replay_->difference = e.difference();
        return endUnrecorded(RunState::failed, textOf(e));
    }
}

run::RunOutcome LiveRun::trainOrFail() {
    try {
        return trainAndEnd();
    } catch (const RecordDiffers&) {
        throw;
    } catch (const std::bad_alloc&) {
        return end(RunState::failed, Text::of("there is not enough memory for this network and batch size"));
    } catch (const std::exception& e) {
        return end(RunState::failed, textOf(e));
    }
}

run::RunOutcome LiveRun::trainAndEnd() {
    if (takenUp_) announceTakeUp();
    if (!takenUp_ || takenUp_->state.empty()) {
        begin();
        // What the network gave elsewhere, before it is trained here.
        if (trainer_->initialWeights() || branch_) evaluate();
        if (branch_) keepBeginning();
    }
    trainToTheEnd();
    if (replay_ != nullptr) replay_->interrupted = control_.interrupted;
    if (isReplayed()) return endUnrecorded(RunState::stopped, {});
    if (control_.interrupted) {
        return endUnrecorded(RunState::stopped, Text::of("it was stopped before it had caught up with its "
                                                         "record, which is as it was"));
    }
    saveState();
    finish();
    const bool stopped = control_.stopping && !trainer_->done();
    return end(stopped ? RunState::stopped : RunState::finished, guard_.verdict());
}

void LiveRun::begin() {
    startedMs_ = clock_.steadyMs();
    timing_.begin(startedMs_);
    run::RunHeader header = trainer_->header();
    header.provenance = train::currentProvenance();
    header.provenance.threads = threads_;
    header.provenance.startedMs = clock_.wallMs();
    if (branch_) header.parent = branch_->parent;
    sink_.begin(header);
    if (branch_)
        log_.add(
            {.kind = event::branched, .who = branch_->who, .note = branch_->note, .after = branch_->parent});
    log_.add({.kind = event::started, .who = run::byProgram, .after = trainer_->pruner().schedule()});
}

void LiveRun::takeUp() {
    startedMs_ = clock_.steadyMs();
    timing_.begin(startedMs_);
    if (!takenUp_->state.empty()) {
        train::restoreState(*trainer_, takenUp_->state, takenUp_->origin,
                            {takenUp_->about, [this](StateVisitor& visitor) { visit(visitor); }});
    }
    sink_.takeUpAt(takenUp_->place, takenUp_->record, takenUp_->ended, takeUpEvents());
    showRecord(run::recordsBefore(takenUp_->record, takenUp_->place));
    if (replay_ != nullptr) sink_.compareOnly(replay_->ended);
}

void LiveRun::beginBranch() {
    std::vector<std::string> leftOut = branch_->leftOut;
    // Counted from the run's own start.
    leftOut.insert(leftOut.end(), {"run.images", "run.process_ms"});
    train::beginWith(*trainer_, {branch_->state, branch_->origin, branch_->parentConfig}, std::move(leftOut),
                     [this](StateVisitor& visitor) { visit(visitor); });
    if (branch_->choosesMasksAnew) trainer_->pruner().setSchedule(trainer_->pruner().schedule());
    firstStep_ = trainer_->step();
}

std::vector<run::AuditEvent> LiveRun::takeUpEvents() const {
    const run::Provenance here = train::currentProvenance();
    const StepIndex step = trainer_->step();
    std::vector<run::AuditEvent> events{
        {.step = step,
         .epoch = trainer_->epoch(),
         .wallMs = clock_.wallMs(),
         .kind = event::continued,
         .who = takenUp_->who,
         .note = Text::of("taken up from the state of step {} by version {} on {}, {}", step.value,
                          here.version, here.host, here.processor)}};
    if (const auto& more = takenUp_->extension) {
        events.push_back(
            {.step = more->from,
             .epoch = static_cast<double>(more->from.value) / static_cast<double>(trainer_->stepsPerEpoch()),
             .wallMs = clock_.wallMs(),
             .kind = event::extended,
             .who = takenUp_->who,
             .note = Text::of("from here on the learning rate is that of a run of {} epochs; the schedule of "
                              "the sparsity keeps its steps",
                              more->after.epochs),
             .before = more->before,
             .after = more->after});
    }
    return events;
}

void LiveRun::announceTakeUp() {
    sink_.announceTakeUp();
    // Whatever happens from here on, the run goes on to its new length.
    if (takenUp_->extension && keeping_.keeper() != nullptr) keeping_.keeper()->retry();
    // The answers that the run may end with are no state.
    if (isMeasured()) trainer_->evaluate(run::Split::test);
}

void LiveRun::showRecord(const run::Records& before) {
    if (!before.samples.empty()) state_.sample = before.samples.back();
    for (const run::LayerStatistic& statistic : before.layerStatistics) {
        if (statistic.step == before.layerStatistics.back().step) state_.layers.push_back(statistic);
    }
    for (const run::Evaluation& evaluation : before.evaluations)
        (evaluation.split == run::Split::test ? state_.test : state_.validation) = evaluation;
}

void LiveRun::visit(StateVisitor& visitor) {
    const StateVisitor::Part part(visitor, "run");
    visitor.flag("first_cut_seen", firstCutSeen_);
    control_.visit(visitor);
    speed_.visit(visitor);
    guard_.visit(visitor);
    double spentMs = processMs();
    visitor.number("process_ms", spentMs, 0, std::numeric_limits<double>::max());
    if (visitor.restores()) startedMs_ = clock_.steadyMs() - spentMs;
}

void LiveRun::saveState() {
    const run::RecordCounts& counts = sink_.counts();
    if (keeping_.keeper() == nullptr || sink_.catchesUpWith() ||
        !timing_.isNew(trainer_->step(), counts.events))
        return;
    const double began = clock_.steadyMs();
    keeping_.saveState(trainer_->step(), stateNow());
    timing_.saved(trainer_->step(), counts.events, began, clock_.steadyMs());
}

/// The parent may be gone when the run is taken up.
void LiveRun::keepBeginning() {
    if (keeping_.keeper() == nullptr) return;
    saveState();
    keeping_.keeper()->retry();
}

std::string LiveRun::stateNow() {
    return train::saveState(*trainer_, {aboutState(trainer_->step(), sink_.counts()),
                                        [this](StateVisitor& visitor) { visit(visitor); }});
}

void LiveRun::lookForReplayedState() {
    if (replay_ == nullptr || !replay_->comesToUntil(trainer_->step(), sink_.counts())) return;
    replay_->state = stateNow();
    control_.stopping = true;
}

bool LiveRun::isReplayed() const {
    if (replay_ == nullptr) return false;
    return !replay_->state.empty() || (!replay_->ended && !sink_.catchesUpWith());
}

void LiveRun::trainToTheEnd() {
    while (!trainer_->done()) {
        lookForReplayedState();
        desk_.serve();
        if (replay_ != nullptr && sink_.isStopped()) control_.stopping = true;
        if (control_.stopping || isReplayed()) return;
        step();
    }
    lookForReplayedState();
}

void LiveRun::step() {
    if (trainer_->pruner().aboutToCut(trainer_->step())) noteFirstCut();
    const double before = clock_.steadyMs();
    train::StepResult result = trainer_->advance();
    speed_.add(result.images, clock_.steadyMs() - before);
    record(result);
    guard_.look(result);
    if (result.epochEnded) evaluate();
    if (result.epochEnded && timing_.isDueAfterEpoch(clock_.steadyMs())) saveState();
    if (std::exchange(control_.stepOnce, false)) control_.pause(PauseReason::asked);
    if (clock_.steadyMs() - publishedMs_ >= publishIntervalMs || result.epochEnded || control_.paused)
        publish();
}

void LiveRun::record(train::StepResult& result) {
    result.sample.wallMs = clock_.wallMs();
    result.sample.processMs = processMs();
    sink_.record(result.sample);
    state_.sample = result.sample;
    if (result.masks) sink_.record(*result.masks);
    if (!result.statistics.empty()) {
        sink_.record(result.statistics);
        state_.layers = result.statistics;
    }
    if (result.entered) {
        // The phase began with the step, before its update: where the schedule has it.
        log_.addAt(StepIndex{result.sample.step.value - 1},
                   {.kind = event::phaseChanged,
                    .who = run::bySchedule,
                    .after = run::EnteredPhase{*result.entered, result.sample.sparsity}});
    }
    // Only now: what this step did is told of a run that ends with it, too.
    guard_.requireFiniteLoss(result.sample.loss);
    if (!result.statistics.empty()) guard_.requireFiniteWeights();
}

void LiveRun::evaluate() {
    trainer_->pruner().refresh();
    guard_.requireFiniteWeights();
    constexpr std::array splits{run::Split::validation, run::Split::test};
    for (const run::Evaluation& evaluation : trainer_->evaluate(splits)) {
        sink_.record(evaluation);
        (evaluation.split == run::Split::test ? state_.test : state_.validation) = evaluation;
    }
}

bool LiveRun::isMeasured() const {
    return state_.test && state_.test->step == trainer_->step();
}

void LiveRun::noteFirstCut() {
    if (std::exchange(firstCutSeen_, true)) return;
    log_.add(
        {.kind = event::firstCut,
         .who = run::bySchedule,
         .note = Text::of("the first weights are cut at this step; the network before it was measured")});
    if (!isMeasured()) evaluate();
    sink_.record(trainer_->testAnswers());
}

void LiveRun::finish() {
    // Measuring a large test set takes a while; nobody shall think that the run goes on, or hangs.
    control_.ending = true;
    control_.paused = false;
    publish();
    const bool moved = finishMasks();
    const bool recalibrated = recalibrate();
    if (!isMeasured() || moved || recalibrated) evaluate();
    sink_.record(trainer_->testAnswers());
    if (trainer_->done() && state_.test) guard_.judge(*state_.test);
}

bool LiveRun::finishMasks() {
    const prune::Pruner& pruner = trainer_->pruner();
    if (trainer_->masksMove() && pruner.wouldCutFirst(trainer_->step())) noteFirstCut();
    const std::vector<run::LayerStatistic> statistics = trainer_->finishMasks();
    if (statistics.empty()) return false;
    sink_.record(run::MaskUpdateRecord{trainer_->step(), pruner.requestedSparsity(trainer_->step()),
                                       pruner.sparsity(), prune::maskDigest(pruner)});
    sink_.record(statistics);
    state_.layers = statistics;
    log_.add({.kind = event::masksFinished,
              .who = run::byProgram,
              .note = Text::of("the mask was still moving; it was chosen once more for the sparsity of the "
                               "last step")});
    return true;
}

bool LiveRun::recalibrate() {
    if (!trainer_->config().pruning.recalibrateBatchNorm || !trainer_->network().hasBatchNorm()) return false;
    trainer_->recalibrateBatchNorm();
    log_.add({.kind = event::batchNormRecalibrated,
              .who = run::byProgram,
              .note = Text::of("batch norm's statistics were measured anew over the training samples")});
    return true;
}

run::RunOutcome LiveRun::outcomeNow(RunState state, Text message) const {
    return {.state = state,
            .message = std::move(message),
            .step = trainer_->step(),
            .epoch = trainer_->epoch(),
            .wallMs = clock_.wallMs(),
            .processMs = processMs(),
            .trainedImages = speed_.images()};
}

run::RunOutcome LiveRun::end(RunState state, Text message) {
    control_.ending = true;
    run::RunOutcome outcome = outcomeNow(state, std::move(message));
    keeping_.finish(*trainer_, outcome);
    if (replay_ != nullptr) sink_.expectCaughtUp();
    close(outcome);
    return outcome;
}

run::RunOutcome LiveRun::endUnrecorded(RunState state, Text message) {
    control_.ending = true;
    run::RunOutcome outcome = outcomeNow(state, std::move(message));
    close(outcome);
    return outcome;
}

void LiveRun::close(const run::RunOutcome& outcome) {
    state_.state = outcome.state;
    state_.message = outcome.message;
    desk_.close(outcome.step);
    publish();
}

double LiveRun::processMs() const {
    return clock_.steadyMs() - startedMs_ - desk_.pausedMs();
}

void LiveRun::publish() {
    publishedMs_ = clock_.steadyMs();
    const prune::Pruner& pruner = trainer_->pruner();
    state_.paused = control_.paused;
    state_.pauseReason = control_.pauseReason;
    state_.ending = control_.ending;
    state_.trouble = keeping_.trouble();
    state_.stateSaving = keeping_.stateSaving();
    state_.catchesUpWith = sink_.catchesUpWith();
    state_.phase = pruner.phase();
    state_.step = trainer_->step();
    state_.epoch = trainer_->epoch();
    state_.processMs = processMs();
    state_.imagesPerSecond = speed_.imagesPerSecond();
    state_.requestedSparsity = pruner.requestedSparsity(state_.step);
    state_.sparsity = pruner.sparsity();
    state_.schedule = pruner.schedule();
    state_.askedTarget = control_.askedTarget;
    const auto done = static_cast<double>(state_.step.value - firstStep_.value);
    const auto left = static_cast<double>(state_.totalSteps - state_.step.value);
    state_.secondsLeft = done > 0 ? state_.processMs / 1000 / done * left : 0;
    state_.strengths.clear();
    state_.runsSparse.clear();
    for (std::size_t l = 0; l < pruner.layers(); ++l) {
        const LayerIndex layer{static_cast<std::int32_t>(l)};
        if (const auto z = pruner.method().live("z", layer)) state_.strengths.push_back(*z);
        state_.runsSparse.push_back(pruner.parameter(layer).runsSparse());
    }
    lens_.refresh();
    state_.picture = lens_.picture();
    mailbox_.publish(std::make_shared<const Snapshot>(state_));
}

}  // namespace prunescope::session
