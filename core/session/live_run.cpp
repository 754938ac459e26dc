#include "session/live_run.h"

#include "base/error.h"
#include "train/provenance.h"

#include <cmath>
#include <exception>
#include <utility>

namespace prunescope::session {

using run::RunState;

namespace {
constexpr double publishIntervalMs = 33;
constexpr double speedWindowMs = 500;
}  // namespace

LiveRun::LiveRun(std::unique_ptr<train::Trainer> trainer, run::RunSink& sink, const Clock& clock,
                 SessionOptions options, CommandQueue& commands, Mailbox& mailbox, int threads)
    : trainer_(std::move(trainer)),
      sink_(sink),
      clock_(clock),
      options_(options),
      commands_(commands),
      mailbox_(mailbox),
      threads_(threads),
      health_(*trainer_) {
    state_.totalSteps = trainer_->totalSteps();
    state_.askedTarget = trainer_->pruner().schedule().target;
    state_.paused = options_.startPaused;
}

run::RunOutcome LiveRun::run() {
    try {
        begin();
        trainToTheEnd();
        finish();
        return end(stopping_ && !trainer_->done() ? RunState::stopped : RunState::finished, verdict_);
    } catch (const std::bad_alloc&) {
        return end(RunState::failed, Text::of("there is not enough memory for this network and batch size"));
    } catch (const std::exception& e) {
        return end(RunState::failed, textOf(e));
    }
}

void LiveRun::begin() {
    startedMs_ = clock_.steadyMs();
    run::RunHeader header = trainer_->header();
    header.provenance = train::currentProvenance();
    header.provenance.threads = threads_;
    header.provenance.startedMs = clock_.wallMs();
    sink_.begin(header);
    log({.kind = event::started, .who = run::byProgram, .after = trainer_->pruner().schedule()});
}

void LiveRun::trainToTheEnd() {
    while (!trainer_->done()) {
        handleCommands();
        if (stopping_) return;
        step();
    }
}

void LiveRun::step() {
    if (trainer_->pruner().aboutToCut(trainer_->step())) noteFirstCut();
    const double before = clock_.steadyMs();
    train::StepResult result = trainer_->advance();
    measureSpeed(result.images, clock_.steadyMs() - before);
    record(result);
    guard(result);
    if (result.epochEnded) evaluate();
    if (stepOnce_) {
        stepOnce_ = false;
        state_.paused = true;
        state_.pauseReason = PauseReason::asked;
    }
    if (clock_.steadyMs() - publishedMs_ >= publishIntervalMs || result.epochEnded || state_.paused)
        publish();
}

void LiveRun::measureSpeed(std::int64_t images, double stepMs) {
    trainedImages_ += images;
    windowImages_ += images;
    windowMs_ += stepMs;
    if (windowMs_ < speedWindowMs && state_.imagesPerSecond > 0) return;
    state_.imagesPerSecond = windowMs_ > 0 ? 1000 * static_cast<double>(windowImages_) / windowMs_ : 0;
    windowMs_ = 0;
    windowImages_ = 0;
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
        logAt(StepIndex{result.sample.step.value - 1},
              {.kind = event::phaseChanged,
               .who = run::bySchedule,
               .after = run::EnteredPhase{*result.entered, result.sample.sparsity}});
    }
    // Only now: what this step did is told of a run that ends with it, too.
    requireFiniteLoss(result.sample.loss);
    if (!result.statistics.empty()) requireFiniteWeights();
}

void LiveRun::evaluate() {
    trainer_->pruner().refresh();
    requireFiniteWeights();
    for (const run::Split split : {run::Split::validation, run::Split::test}) {
        const run::Evaluation evaluation = trainer_->evaluate(split);
        sink_.record(evaluation);
        (split == run::Split::test ? state_.test : state_.validation) = evaluation;
    }
}

bool LiveRun::isMeasured() const {
    return state_.test && state_.test->step == trainer_->step();
}

void LiveRun::noteFirstCut() {
    if (std::exchange(firstCutSeen_, true)) return;
    log({.kind = event::firstCut,
         .who = run::bySchedule,
         .note = Text::of("the first weights are cut at this step; the network before it was measured")});
    if (!isMeasured()) evaluate();
}

void LiveRun::finish() {
    // Measuring a large test set takes a while; nobody shall think that the run goes on, or hangs.
    state_.ending = true;
    state_.paused = false;
    publish();
    const prune::Pruner& pruner = trainer_->pruner();
    if (trainer_->masksMove() && pruner.wouldCutFirst(trainer_->step())) noteFirstCut();
    const std::vector<run::LayerStatistic> statistics = trainer_->finishMasks();
    if (!statistics.empty()) {
        sink_.record(run::MaskUpdateRecord{trainer_->step(), pruner.requestedSparsity(trainer_->step()),
                                           pruner.sparsity()});
        sink_.record(statistics);
        state_.layers = statistics;
        log({.kind = event::masksFinished,
             .who = run::byProgram,
             .note = Text::of("the mask was still moving; it was chosen once more for the sparsity of the "
                              "last step")});
    }
    const bool recalibrate =
        trainer_->config().pruning.recalibrateBatchNorm && trainer_->network().hasBatchNorm();
    if (recalibrate) {
        trainer_->recalibrateBatchNorm();
        log({.kind = event::batchNormRecalibrated,
             .who = run::byProgram,
             .note = Text::of("batch norm's statistics were measured anew over the training images")});
    }
    if (!isMeasured() || !statistics.empty() || recalibrate) evaluate();
    judgeTheEnd();
}

void LiveRun::log(run::AuditEvent event) {
    logAt(trainer_->step(), std::move(event));
}

void LiveRun::logAt(StepIndex step, run::AuditEvent event) {
    event.sequence = ++events_;
    event.step = step;
    event.epoch = static_cast<double>(step.value) / static_cast<double>(trainer_->stepsPerEpoch());
    event.wallMs = clock_.wallMs();
    sink_.record(event);
}

double LiveRun::processMs() const {
    return clock_.steadyMs() - startedMs_ - pausedMs_;
}

void LiveRun::publish() {
    publishedMs_ = clock_.steadyMs();
    state_.phase = trainer_->pruner().phase();
    state_.step = trainer_->step();
    state_.epoch = trainer_->epoch();
    state_.processMs = processMs();
    state_.requestedSparsity = trainer_->pruner().requestedSparsity(state_.step);
    state_.sparsity = trainer_->pruner().sparsity();
    state_.schedule = trainer_->pruner().schedule();
    const auto done = static_cast<double>(state_.step.value);
    state_.secondsLeft =
        done > 0 ? state_.processMs / 1000 / done * (static_cast<double>(state_.totalSteps) - done) : 0;
    state_.runsSparse.clear();
    for (std::size_t l = 0; l < trainer_->pruner().layers(); ++l) {
        const LayerIndex layer{static_cast<std::int32_t>(l)};
        state_.runsSparse.push_back(trainer_->pruner().parameter(layer).runsSparse());
    }
    refreshPicture();
    mailbox_.publish(std::make_shared<const Snapshot>(state_));
}

}  // namespace prunescope::session
