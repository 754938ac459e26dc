#include "ui/live/opened_run.h"

#include "base/error.h"
#include "run/audit_events.h"
#include "store/folder_lock.h"
#include "store/run_reader.h"

#include <iterator>
#include <limits>

namespace prunescope::ui {
namespace {

constexpr double unknown = std::numeric_limits<double>::quiet_NaN();

/// A step may have two, when masks were chosen once more after it: the layers of the later one.
std::vector<run::LayerStatistic> lastMoment(const std::vector<run::LayerStatistic>& statistics) {
    auto first = statistics.end();
    while (first != statistics.begin() && std::prev(first)->step == statistics.back().step &&
           (first == statistics.end() || std::prev(first)->layer < first->layer))
        --first;
    return {first, statistics.end()};
}

/// `damaged`: a part that is not there may have been lost.
std::shared_ptr<session::Snapshot> endOf(const run::RunRecord& record, bool damaged) {
    auto end = std::make_shared<session::Snapshot>();
    end->state = record.outcome.state;
    end->message = record.outcome.message;
    end->totalSteps = record.header.totalSteps;
    end->processMs = record.outcome.processMs;
    end->schedule = run::scheduleAfter(record.header.schedule, record.events);
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
        end->epoch = end->requestedSparsity = end->sparsity = unknown;
        end->step = record.outcome.step;
        if (record.outcome.state != run::RunState::running) end->epoch = record.outcome.epoch;
    }
    for (const run::Evaluation& evaluation : record.evaluations) {
        (evaluation.split == run::Split::test ? end->test : end->validation) = evaluation;
    }
    if (end->processMs > 0) {
        end->imagesPerSecond = 1000 * static_cast<double>(record.outcome.trainedImages) / end->processMs;
    }
    end->layers = lastMoment(record.layerStatistics);
    return end;
}

}  // namespace

std::shared_ptr<OpenedRun> openRun(const store::RunFolder& folder) {
    auto opened = std::make_shared<OpenedRun>();
    opened->folder = folder;
    try {
        store::ReadRun read = store::readRun(folder);
        opened->history = std::make_unique<view::RunHistory>(read.record);
        opened->snapshot = endOf(read.record, !read.problems.empty());
        opened->header = std::move(read.record.header);
        opened->events = std::move(read.record.events);
        opened->problems = std::move(read.problems);
        opened->live =
            opened->snapshot->state == run::RunState::running && store::FolderLock::isHeld(folder.path());
    } catch (const std::exception& e) {
        opened->error = textOf(e);
    }
    return opened;
}

}  // namespace prunescope::ui
