#include "ui/runs/runs_reader.h"

#include "base/error.h"
#include "store/run_reader.h"

#include <QFutureWatcher>
#include <QtConcurrent>
#include <system_error>

namespace prunescope::ui {
namespace {

struct Listing {
    std::vector<store::RunSummary> runs;
    Text error;
};

struct Curves {
    std::shared_ptr<const view::RunHistory> history;
    Text problem;
};

Listing listingOf(const std::filesystem::path& workspace) {
    Listing listing;
    try {
        std::error_code unknown;
        if (std::filesystem::exists(workspace, unknown) || unknown) listing.runs = store::listRuns(workspace);
    } catch (const std::exception& e) {
        listing.error = textOf(e);
    }
    return listing;
}

Curves curvesOf(const std::filesystem::path& folder) {
    Curves curves;
    try {
        const store::ReadRun read = store::readRun(store::RunFolder(folder));
        curves.history = std::make_shared<const view::RunHistory>(read.record);
        curves.problem = listed(read.problems);
    } catch (const std::exception& e) {
        curves.problem = textOf(e);
    }
    return curves;
}

/// Runs `work` on another thread and `done` with its result on this one, unless `owner` is gone by then.
template <class Work, class Done>
void inBackground(QObject* owner, Work work, Done done) {
    using Result = std::invoke_result_t<Work>;
    auto* watcher = new QFutureWatcher<Result>(owner);
    QObject::connect(watcher, &QFutureWatcherBase::finished, owner, [watcher, done] {
        watcher->deleteLater();
        done(watcher->result());
    });
    watcher->setFuture(QtConcurrent::run(std::move(work)));
}

}  // namespace

void RunsReader::list(const std::filesystem::path& workspace) {
    const quint64 job = ++nextJob_;
    listJob_ = job;
    inBackground(
        this, [workspace] { return listingOf(workspace); },
        [this, job](const Listing& listing) {
            if (job != listJob_) return;
            if (listing.error.empty()) {
                emit listed(listing.runs);
            } else {
                emit listFailed(listing.error);
            }
        });
}

void RunsReader::readCurves(const QString& runId, const std::filesystem::path& folder) {
    const quint64 job = ++nextJob_;
    curveJobs_.insert(runId, job);
    inBackground(
        this, [folder] { return curvesOf(folder); },
        [this, job, runId](const Curves& curves) {
            if (curveJobs_.value(runId) != job) return;
            curveJobs_.remove(runId);
            emit curvesRead(runId, curves.history, curves.problem);
        });
}

}  // namespace prunescope::ui
