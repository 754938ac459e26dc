#include "ui/live/shown_run.h"

#include "run/audit_events.h"
#include "run/moments.h"

#include <limits>

namespace prunescope::ui {
namespace {

constexpr double notRecorded = std::numeric_limits<double>::quiet_NaN();

/// `damaged`: a part that is not there may have been lost.
std::shared_ptr<session::Snapshot> endOf(const run::RunRecord& record, bool damaged) {
    auto end = std::make_shared<session::Snapshot>();
    end->state = record.outcome.state;
    end->message = record.outcome.message;
    end->totalSteps = record.header.totalSteps;
    end->processMs = record.outcome.processMs;
    end->schedule = run::scheduleAfter(record.header.schedule, record.events);
    if (const auto strengths = run::strengthsAfter(record.events)) end->strengths = strengths->z;
    end->askedTarget = run::askedTarget(record.header.schedule, record.events);
    if (!record.samples.empty()) {
        const run::MetricSample& last = record.samples.back();
        end->sample = last;
        end->phase = last.phase;
        end->step = last.step;
        end->epoch = last.epoch;
        end->processMs = last.processMs;
        end->requestedSparsity = last.targetSparsity;
        if (!record.maskUpdates.empty() && record.maskUpdates.back().step >= last.step)
            end->requestedSparsity = record.maskUpdates.back().requested;
        end->sparsity =
            run::sparsityReached(last, record.evaluations.empty() ? nullptr : &record.evaluations.back());
    } else if (damaged) {
        // Lost is not zero: the window shows dashes.
        end->epoch = end->requestedSparsity = end->sparsity = notRecorded;
        end->step = record.outcome.step;
        if (record.outcome.state != run::RunState::running) end->epoch = record.outcome.epoch;
    }
    for (const run::Evaluation& evaluation : record.evaluations) {
        (evaluation.split == run::Split::test ? end->test : end->validation) = evaluation;
    }
    if (end->processMs > 0) {
        end->imagesPerSecond = 1000 * static_cast<double>(record.outcome.trainedImages) / end->processMs;
    }
    if (const auto moments = run::momentsOf(record.layerStatistics); !moments.empty())
        end->layers.assign(moments.back().begin(), moments.back().end());
    return end;
}

}  // namespace

ShownRun readToShow(const store::RunFolder& folder) {
    ShownRun shown{.run = workspace::openRun(folder), .history = {}, .snapshot = {}};
    run::RunRecord& record = shown.run.record;
    shown.history = std::make_unique<view::RunHistory>(record);
    shown.snapshot = endOf(record, !shown.run.problems.empty());
    record.samples.clear();
    record.samples.shrink_to_fit();
    record.layerStatistics.clear();
    record.layerStatistics.shrink_to_fit();
    return shown;
}

}  // namespace prunescope::ui
