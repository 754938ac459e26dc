#include "ui/schedule/edit_history.h"

#include "ui/live/run_model.h"

#include <algorithm>
#include <utility>

namespace prunescope::ui {

namespace {

Text titleOf(const AppliedEdit& edit) {
    if (!edit.reason.empty()) return edit.reason;
    if (edit.frozen) return edit.frozen->after ? Text::of("freeze") : Text::of("unfreeze");
    return edit.schedule ? Text::of("schedule edit") : Text::of("attention strength");
}

/// What is left of `edit` when `part` of it has happened.
AppliedEdit without(AppliedEdit edit, const AppliedEdit& part) {
    if (part.schedule) edit.schedule.reset();
    if (part.frozen) edit.frozen.reset();
    if (part.strengths && edit.strengths) {
        edit.strengths->before = part.strengths->after;
        if (edit.strengths->before == edit.strengths->after) edit.strengths.reset();
    }
    return edit;
}

template <class T>
void carry(T& now, const T& before, const T& after) {
    if (now == before) now = after;
}

}  // namespace

run::SparsitySchedule carriedOver(run::SparsitySchedule now,
                                  const AppliedEdit::Change<run::SparsitySchedule>& change) {
    const auto& [before, after] = change;
    if (now.shape == before.shape && now.knots == before.knots) {
        now.shape = after.shape;
        now.knots = after.knots;
    }
    carry(now.initial, before.initial, after.initial);
    carry(now.target, before.target, after.target);
    carry(now.start, before.start, after.start);
    carry(now.end, before.end, after.end);
    carry(now.freeze, before.freeze, after.freeze);
    return now;
}

AppliedEdit AppliedEdit::reversed() const {
    AppliedEdit other = *this;
    if (other.schedule) std::swap(other.schedule->before, other.schedule->after);
    if (other.strengths) std::swap(other.strengths->before, other.strengths->after);
    if (other.frozen) std::swap(other.frozen->before, other.frozen->after);
    return other;
}

std::vector<session::Action> attentionActions(const std::vector<double>& before,
                                              const std::vector<double>& after) {
    std::vector<session::Action> actions;
    for (std::size_t l = 0; l < after.size(); ++l) {
        if (l < before.size() && before[l] == after[l]) continue;
        actions.emplace_back(session::SetAttention{LayerIndex{static_cast<std::int32_t>(l)}, after[l]});
    }
    const bool equal = std::all_of(after.begin(), after.end(), [&](double z) { return z == after.front(); });
    if (equal && actions.size() > 1) {
        return {session::Action{session::SetAttention{.layer = std::nullopt, .strength = after.front()}}};
    }
    return actions;
}

EditHistory::EditHistory(RunModel& run, QObject* parent) : QObject(parent), run_(run) {}

void EditHistory::clear() {
    ++job_;
    done_.clear();
    undone_.clear();
    waiting_.clear();
    frozenNext_.reset();
    busy_ = false;
    notify();
}

void EditHistory::apply(const AppliedEdit& edit) {
    if (!busy_ && !edit.isEmpty()) send(edit, Way::apply);
}

void EditHistory::setFrozen(bool frozen) {
    if (busy_) {
        frozenNext_ = frozen;
        return;
    }
    AppliedEdit edit;
    edit.frozen = {!frozen, frozen};
    apply(edit);
}

void EditHistory::undo() {
    if (canUndo()) send(done_.back().reversed(), Way::undo);
}

void EditHistory::redo() {
    if (canRedo()) send(undone_.back(), Way::redo);
}

void EditHistory::send(const AppliedEdit& edit, Way way) {
    way_ = way;
    wanted_ = edit;
    reached_ = {};
    reached_.reason = edit.reason;
    waiting_.clear();
    if (edit.schedule) {
        waiting_.emplace_back(session::EditSchedule{
            way == Way::apply ? edit.schedule->after
                              : carriedOver(run_.snapshot()->schedule, *edit.schedule)});
    }
    if (edit.frozen) {
        if (edit.frozen->after) {
            waiting_.emplace_back(session::Freeze{});
        } else {
            waiting_.emplace_back(session::Unfreeze{});
        }
    }
    if (edit.strengths) {
        for (session::Action& action : attentionActions(edit.strengths->before, edit.strengths->after)) {
            waiting_.push_back(std::move(action));
        }
    }
    busy_ = true;
    notify();
    sendNext();
}

/// One after the other: what follows a refusal is not sent.
void EditHistory::sendNext() {
    if (waiting_.empty()) return finish({});
    const session::Action action = waiting_.front();
    waiting_.erase(waiting_.begin());
    const auto answered = [this, action, job = job_](const session::CommandResult& result) {
        if (job != job_) return;
        if (!result.accepted) return finish(result.refusal);
        decided_ = result.step;
        if (std::holds_alternative<session::EditSchedule>(action)) {
            reached_.schedule = wanted_.schedule;
        } else if (std::holds_alternative<session::Freeze>(action) ||
                   std::holds_alternative<session::Unfreeze>(action)) {
            reached_.frozen = wanted_.frozen;
        } else if (const auto* set = std::get_if<session::SetAttention>(&action)) {
            if (!reached_.strengths)
                reached_.strengths = {wanted_.strengths->before, wanted_.strengths->before};
            std::vector<double>& now = reached_.strengths->after;
            if (set->layer) {
                now[set->layer->index()] = set->strength;
            } else {
                std::fill(now.begin(), now.end(), set->strength);
            }
        }
        sendNext();
    };
    session::Command command{.action = action};
    if (way_ == Way::apply) command.reason = wanted_.reason;
    // What is undone has the title of the edit itself, not of its reverse.
    if (way_ == Way::undo) command.note = Text::of("undo: {}", titleOf(wanted_.reversed()));
    if (way_ == Way::redo) command.note = Text::of("redo: {}", titleOf(wanted_));
    run_.submit(std::move(command), this, answered);
}

void EditHistory::finish(const Text& refusal) {
    waiting_.clear();
    busy_ = false;
    if (!reached_.isEmpty()) {
        switch (way_) {
            case Way::apply:
                done_.push_back(reached_);
                undone_.clear();
                break;
            case Way::undo:
            case Way::redo: {
                auto& from = way_ == Way::undo ? done_ : undone_;
                auto& to = way_ == Way::undo ? undone_ : done_;
                const AppliedEdit rest = without(wanted_, reached_);
                from.pop_back();
                if (!rest.isEmpty()) from.push_back(way_ == Way::undo ? rest.reversed() : rest);
                to.push_back(way_ == Way::undo ? reached_.reversed() : reached_);
                break;
            }
        }
    }
    const AppliedEdit taken = reached_;
    notify();
    if (!taken.isEmpty()) emit editAccepted(taken, decided_);
    if (!refusal.empty()) emit editRefused(refusal);
    if (const auto frozen = std::exchange(frozenNext_, std::nullopt)) setFrozen(*frozen);
}

void EditHistory::notify() {
    if (std::exchange(couldUndo_, canUndo()) != canUndo()) emit canUndoChanged(canUndo());
    if (std::exchange(couldRedo_, canRedo()) != canRedo()) emit canRedoChanged(canRedo());
    emit busyChanged(busy_);
}

}  // namespace prunescope::ui
