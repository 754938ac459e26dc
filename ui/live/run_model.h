#pragma once

#include "run/run_sink.h"
#include "session/command.h"
#include "session/query.h"
#include "session/snapshot.h"
#include "store/run_folder.h"
#include "ui/support/branch_origin.h"
#include "view/run_history.h"

#include <QObject>
#include <QString>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <utility>
#include <variant>
#include <vector>

namespace prunescope::ui {

/// The run that the window shows: one that trains now, or one that was opened from its folder. All on the
/// thread of the window; a page reads what it needs and follows the signals. Implemented in `RunController`.
class RunModel : public QObject {
    Q_OBJECT
public:
    enum class Stage {
        none,     ///< nothing on display
        loading,  ///< reading the data set or the run folder; the run before, if any, stays on display
        running,
        paused,
        ending,  ///< no step comes any more: the network is measured and the run is saved
        finished,
        stopped,      ///< by the user, before its end
        failed,       ///< `failure()` says why
        interrupted,  ///< opened from a folder: the program ended in mid-run
    };

    using QObject::QObject;

    /// Where runs are kept.
    virtual const std::filesystem::path& workspace() const = 0;
    /// Loads the data set in the background, makes a run folder and trains. Refused (`startFailed`) while a
    /// run is live or loading. What is on display stays until the new run is there, and when it cannot start.
    virtual void start(const run::RunConfig& config) = 0;

    /// Whether the run on display had not come to its end, so that it can go on.
    virtual bool canGoOn() const { return false; }
    /// Loads its state and data in the background, and trains on. Tells `goOnFailed` when that cannot be.
    virtual void goOn() {}

    /// Whether the run on display has ended, however it did, so that more epochs can be asked for.
    virtual bool canTrainLonger() const { return false; }
    /// Likewise, to so many epochs in all.
    virtual void trainLonger(std::int64_t /*epochs*/) {}
    /// As `start`, with the state of another run to begin with.
    virtual void startBranch(const BranchOrigin& /*origin*/, const run::RunConfig& /*config*/) {}

    virtual Stage stage() const = 0;
    bool isLive() const { return takesCommands() || stage() == Stage::ending; }
    bool takesCommands() const { return stage() == Stage::running || stage() == Stage::paused; }
    /// False while there is nothing to show, or its header is not known yet.
    bool hasRun() const { return header() != nullptr; }
    virtual const run::RunHeader* header() const = 0;
    virtual QString runId() const = 0;  ///< name of the run's folder
    virtual const store::RunFolder* folder() const = 0;
    virtual Text failure() const = 0;
    /// Of an opened run whose folder is damaged: what could not be read.
    virtual std::vector<Text> problems() const = 0;
    /// The opened run has not ended: another program records it now, so it was not cut off.
    virtual bool isRecordedElsewhere() const { return false; }

    virtual const view::RunHistory& history() const = 0;
    virtual const std::vector<run::AuditEvent>& events() const = 0;
    /// Never null. Of an opened run it holds what its record says of its end.
    virtual std::shared_ptr<const session::Snapshot> snapshot() const = 0;

    /// Prunable layers' names, from input to output.
    std::vector<std::string> layerNames() const;

    using Answer = std::function<void(const session::CommandResult&)>;
    /// To the live run; the answer comes on this thread, later. Without a live run it is a refusal. When
    /// `guard` is destroyed first, the answer is dropped.
    virtual void submit(session::Command command, QObject* guard = nullptr, Answer answer = {}) = 0;

    template <class Content>
    using Take = std::function<void(const session::Answered<Content>&)>;
    /// Asks the live run something; the answer comes like that of a command.
    template <class Query>
    void ask(Query query, QObject* guard, Take<typename Query::Answer> take) {
        askAny(query, guard, [take = std::move(take)](const session::QueryAnswer& answer) {
            take(std::get<session::Answered<typename Query::Answer>>(answer));
        });
    }

protected:
    virtual void askAny(session::Query query, QObject* guard,
                        std::function<void(const session::QueryAnswer&)> take) = 0;

signals:
    void runChanged();  ///< another run, or none: read everything anew
    void stageChanged();
    void historyGrew();  ///< at most 30 times a second, as the two below
    void eventsGrew();
    void snapshotChanged();
    /// `where` is the option that is to blame, or empty; `what` says the rest, and how to mend it.
    void startFailed(const prunescope::Text& where, const prunescope::Text& what);
    void goOnFailed(const prunescope::Text& what);
    /// The session has ended and its folder is complete: a list of runs may be read again.
    void runEnded();
    /// A chart's mark was clicked, or an event shall be shown: its sequence number.
    void eventActivated(qint64 sequence);
    /// A layer was chosen, to be looked at wherever layers are shown.
    void layerActivated(prunescope::LayerIndex layer);
    /// The mask shall be frozen, or let go: an edit like those of the schedule, which can be undone.
    void freezeRequested(bool frozen);
    /// Names that runs were given have changed on the disk.
    void runsRenamed();

public:
    /// Shows the event where the events are.
    void activateEvent(qint64 sequence) { emit eventActivated(sequence); }
    void activateLayer(LayerIndex layer) { emit layerActivated(layer); }
    void announceRename() { emit runsRenamed(); }
};

}  // namespace prunescope::ui
