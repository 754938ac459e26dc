#pragma once

#include "run/run_config.h"
#include "session/clock.h"
#include "ui/live/run_model.h"
#include "ui/support/job.h"

#include <QElapsedTimer>
#include <QTimer>
#include <future>
#include <vector>

namespace prunescope::workspace {
class RecordedRun;
struct TakeUpOptions;
}  // namespace prunescope::workspace

namespace prunescope::ui {

struct ShownRun;

/// Starts, opens and closes runs. Owns the live session; polls it 30 times a second and turns what it finds
/// into signals.
class RunController : public RunModel {
    Q_OBJECT
public:
    /// `clock` must outlive the controller. Runs are kept in `workspace`.
    RunController(const session::Clock& clock, std::filesystem::path workspace, QObject* parent = nullptr);
    ~RunController() override;

    const std::filesystem::path& workspace() const override { return workspace_; }
    void start(const run::RunConfig& config) override;
    /// Shows a run from its folder; a live run must have ended (`openFailed` otherwise). What is on display
    /// stays until the run has been read, and when it cannot be.
    void open(const std::filesystem::path& folder);
    /// Stops the live run, if any, and waits until everything is on the disk.
    void stopAndWait();
    bool canGoOn() const override;
    void goOn() override;
    bool canTrainLonger() const override;
    void trainLonger(std::int64_t epochs) override;
    void startBranch(const BranchOrigin& origin, const run::RunConfig& config) override;

    Stage stage() const override { return stage_; }
    const run::RunHeader* header() const override { return header_ ? &*header_ : nullptr; }
    QString runId() const override;
    const store::RunFolder* folder() const override { return folder_ ? &*folder_ : nullptr; }
    Text failure() const override { return failure_; }
    std::vector<Text> problems() const override { return problems_; }
    bool isRecordedElsewhere() const override { return recordedElsewhere_; }
    const view::RunHistory& history() const override { return *history_; }
    const std::vector<run::AuditEvent>& events() const override { return events_; }
    std::shared_ptr<const session::Snapshot> snapshot() const override { return snapshot_; }
    void submit(session::Command command, QObject* guard, Answer answer) override;

protected:
    void askAny(session::Query query, QObject* guard,
                std::function<void(const session::QueryAnswer&)> take) override;

signals:
    void openFailed(const prunescope::Text& what);

private:
    struct Waiting;

    template <class Read, class Done, class Failed>
    void load(Read read, Done done, Failed failed);
    /// Refuses, and says so, while a run is live or loading.
    bool refusesToStart();
    void takeUp(const workspace::TakeUpOptions& options);
    void backToWhatWas();
    void refuseStart(const Text& where, const Text& why);
    /// Shows the run that has begun.
    void adopt(std::unique_ptr<workspace::RecordedRun> live, std::int64_t startedMs);
    void show(ShownRun& shown);
    template <class Result>
    void await(std::future<Result> result, QObject* guard, std::function<void(const Result&)> take);
    /// Those that are there by now: what is read from the run afterwards holds their effects.
    std::vector<Waiting> takeAnswered();
    static void deliver(std::vector<Waiting>& answered);
    void poll();
    void takeRecords();
    void follow(const session::Snapshot& snapshot);
    void replaceHistory(std::unique_ptr<view::RunHistory> history);
    void announceRun(Stage stage);
    void setStage(Stage stage);
    void clear();
    void endSession();

    const session::Clock& clock_;
    std::filesystem::path workspace_;
    QTimer pollTimer_;
    QElapsedTimer sincePublished_;
    Job loading_;

    Stage stage_ = Stage::none;
    Stage stageBefore_ = Stage::none;  ///< of the run on display, while another is loading
    std::optional<run::RunHeader> header_;
    std::optional<store::RunFolder> folder_;
    Text failure_;
    std::vector<Text> problems_;
    bool recordedElsewhere_ = false;
    std::unique_ptr<view::RunHistory> history_;
    std::vector<std::unique_ptr<view::RunHistory>> retired_;  ///< until `runChanged` has been emitted
    std::vector<run::AuditEvent> events_;
    std::shared_ptr<const session::Snapshot> snapshot_;
    std::unique_ptr<workspace::RecordedRun> live_;
    std::vector<Waiting> waiting_;
};

}  // namespace prunescope::ui
