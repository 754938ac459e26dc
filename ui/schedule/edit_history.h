#pragma once

#include "base/text.h"
#include "session/command.h"

#include <QObject>
#include <optional>
#include <string>
#include <vector>

namespace prunescope::ui {

class RunModel;

/// What one Apply changes, with what was before.
struct AppliedEdit {
    template <class T>
    struct Change {
        T before;
        T after;
    };
    std::optional<Change<run::SparsitySchedule>> schedule{};
    std::optional<Change<std::vector<double>>> strengths{};  ///< z of every prunable layer
    std::optional<Change<bool>> frozen{};                    ///< by hand; the run knows what was planned
    std::string reason{};

    bool isEmpty() const { return !schedule && !strengths && !frozen; }
    AppliedEdit reversed() const;
};

/// The schedule of now with that change made to it: what has been changed otherwise since, such as a freeze,
/// stays as it is.
run::SparsitySchedule carriedOver(run::SparsitySchedule now,
                                  const AppliedEdit::Change<run::SparsitySchedule>& change);

/// The commands that make strengths `before` into `after`: one for all layers when they become equal.
std::vector<session::Action> attentionActions(const std::vector<double>& before,
                                              const std::vector<double>& after);

/// Submits edits to the live run and remembers those that it accepted. Undo and redo submit new edits: the
/// run's record only grows.
class EditHistory : public QObject {
    Q_OBJECT
public:
    explicit EditHistory(RunModel& run, QObject* parent = nullptr);

    bool canUndo() const { return !busy_ && !done_.empty(); }
    bool canRedo() const { return !busy_ && !undone_.empty(); }
    /// An answer is awaited; nothing else is taken until then.
    bool isBusy() const { return busy_; }
    void apply(const AppliedEdit& edit);
    /// Another run: nothing of the last one can be undone any more.
    void clear();

public slots:
    void undo();
    void redo();
    /// Freezes the mask by hand as it is at the next step, or lets it move again as it was planned to. While
    /// an answer is awaited it is done after that.
    void setFrozen(bool frozen);

signals:
    void canUndoChanged(bool can);
    void canRedoChanged(bool can);
    /// The run took this much of an edit, at this step.
    void editAccepted(const prunescope::ui::AppliedEdit& edit, prunescope::StepIndex step);
    /// It refused the rest, in the engine's words.
    void editRefused(const prunescope::Text& refusal);
    void busyChanged(bool busy);

private:
    enum class Way { apply, undo, redo };

    void send(const AppliedEdit& edit, Way way);
    void sendNext();
    void finish(const Text& refusal);
    void notify();

    RunModel& run_;
    std::vector<AppliedEdit> done_;
    std::vector<AppliedEdit> undone_;
    bool busy_ = false;
    std::int64_t job_ = 0;  ///< answers to an earlier run's commands are dropped
    bool couldUndo_ = false;
    bool couldRedo_ = false;

    // The edit under way.
    Way way_ = Way::apply;
    AppliedEdit wanted_;
    AppliedEdit reached_;
    std::vector<session::Action> waiting_;
    std::optional<bool> frozenNext_;
    StepIndex decided_;
};

}  // namespace prunescope::ui
