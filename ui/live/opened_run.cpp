#include "ui/live/opened_run.h"

#include "run/record_json.h"
#include "session/command.h"
#include "store/folder_lock.h"
#include "store/run_reader.h"

#include <algorithm>
#include <array>

namespace prunescope::ui {
namespace {

/// The schedule in force at the end: that of the last edit, or the first.
run::SparsitySchedule lastSchedule(const run::RunRecord& record) {
    static constexpr std::array<std::string_view, 5> edits{
        session::event::scheduleEdited, session::event::frozen, session::event::unfrozen,
        session::event::collapseSuspected, session::event::divergenceSuspected};
    for (auto event = record.events.rbegin(); event != record.events.rend(); ++event) {
        if (std::find(edits.begin(), edits.end(), event->kind) == edits.end() || event->after.empty())
            continue;
        return run::scheduleFromJson(run::jsonFromText(event->after, event->kind));
    }
    return record.header.schedule;
}

std::shared_ptr<session::Snapshot> endOf(const run::RunRecord& record) {
    auto end = std::make_shared<session::Snapshot>();
    end->state = record.outcome.state;
    end->message = record.outcome.message;
    end->totalSteps = record.header.totalSteps;
    end->processMs = record.outcome.processMs;
    try {
        end->schedule = lastSchedule(record);
    } catch (const std::exception&) {
        end->schedule = record.header.schedule;
    }
    if (!record.samples.empty()) {
        const run::MetricSample& last = record.samples.back();
        end->sample = last;
        end->phase = last.phase;
        end->step = last.step;
        end->epoch = last.epoch;
        end->processMs = last.processMs;
        end->requestedSparsity = last.targetSparsity;
        end->sparsity = last.sparsity;
    }
    for (const run::Evaluation& evaluation : record.evaluations) {
        (evaluation.split == run::Split::test ? end->test : end->validation) = evaluation;
    }
    if (end->processMs > 0) {
        end->imagesPerSecond = 1000 * static_cast<double>(record.outcome.trainedImages) / end->processMs;
    }
    const auto& statistics = record.layerStatistics;
    for (const run::LayerStatistic& s : statistics) {
        if (s.step == statistics.back().step) end->layers.push_back(s);
    }
    return end;
}

}  // namespace

std::shared_ptr<OpenedRun> openRun(const store::RunFolder& folder) {
    auto opened = std::make_shared<OpenedRun>();
    opened->folder = folder;
    try {
        store::ReadRun read = store::readRun(folder);
        opened->history = std::make_unique<view::RunHistory>(read.record);
        opened->snapshot = endOf(read.record);
        opened->header = std::move(read.record.header);
        opened->events = std::move(read.record.events);
        opened->problems = std::move(read.problems);
        opened->live =
            opened->snapshot->state == run::RunState::running && store::FolderLock::isHeld(folder.path());
    } catch (const std::exception& e) {
        opened->error = e.what();
    }
    return opened;
}

}  // namespace prunescope::ui
