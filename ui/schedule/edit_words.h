#pragma once

#include "base/text.h"
#include "session/snapshot.h"
#include "ui/curve/schedule_edits.h"
#include "ui/schedule/edit_history.h"

#include <QCoreApplication>
#include <QString>

namespace prunescope::ui {

/// What an edit changes and what it does at once, in words. Steps are told as epochs, as the fields have
/// them.
class EditWords {
    Q_DECLARE_TR_FUNCTIONS(prunescope::ui::EditWords)
public:
    explicit EditWords(const RunAxis& axis) : axis_(axis) {}

    /// "target −0.20 points, end +1.50 epochs"
    QString changes(const AppliedEdit& edit) const;
    /// "Apply brings back 189,432 weights now." or how many it cuts; empty when it does no more at once than
    /// what the run follows. `now` is of a network with `prunableWeights`.
    static QString atOnce(const run::SparsitySchedule& applied, const run::SparsitySchedule& draft,
                          const session::Snapshot& now, std::int64_t prunableWeights);
    /// Why a schedule cannot be followed; the engine's words where no better are known.
    QString problem(const run::SparsitySchedule& schedule, const Text& engine) const;

private:
    QString epochs(StepIndex before, StepIndex after) const;

    RunAxis axis_;
};

}  // namespace prunescope::ui
