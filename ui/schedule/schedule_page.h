#pragma once

#include "base/text.h"
#include "ui/curve/schedule_draft.h"
#include "ui/schedule/edit_history.h"
#include "ui/support/page.h"

class QStackedWidget;

namespace prunescope::ui {

class EditCommands;
class EmptyState;
class ScheduleControls;
class SchedulePreview;

/// The schedule of a live run and its attention strengths: bent in a draft, looked at, then applied. Of a run
/// that has ended it can be read.
class SchedulePage : public Page {
    Q_OBJECT
public:
    explicit SchedulePage(const PageContext& context, QWidget* parent = nullptr);

    QString title() const override { return tr("Schedule"); }
    Place place() const override { return {Tab::train, Side::right}; }
    std::vector<Command> commands() const override;

    const run::SparsitySchedule& currentDraft() const { return draft_.draft(); }
    const std::vector<double>& currentStrengths() const;
    /// Undo and redo of what was applied.
    EditHistory& history() { return *history_; }
    QSize sizeHint() const override;

public slots:
    void applyDraft();
    void revertDraft();

protected:
    void retranslate() override;
    void showEvent(QShowEvent* event) override;

private:
    void connectAll();
    void takeRun();
    void followStage();
    void followEvents();
    void followSnapshot();
    void followDraft();
    void takeProposal(const run::SparsitySchedule& next);
    void moveOtherEnd();
    void askReason();
    AppliedEdit drafted() const;
    void takeAccepted(const AppliedEdit& edit, StepIndex step);
    void takeRefusal(const Text& refusal);
    void showPreview();
    void showEmptyTexts();
    void updateButtons();
    bool canEdit() const;

    PageContext context_;
    ScheduleDraft draft_;
    EditHistory* history_;
    EditCommands* commands_;
    SchedulePreview* preview_;
    bool prunes_ = true;
    bool applying_ = false;  ///< the answer that is awaited is that of an Apply
    /// What was typed and cannot be followed: it stays in the fields until it can, or is given up.
    std::optional<run::SparsitySchedule> refused_;

    QStackedWidget* stack_;
    EmptyState* empty_;
    ScheduleControls* controls_;
};

}  // namespace prunescope::ui
