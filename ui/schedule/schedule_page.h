#pragma once

#include "base/text.h"
#include "ui/curve/live_draft.h"
#include "ui/schedule/edit_history.h"
#include "ui/support/page.h"

class QStackedWidget;

namespace prunescope::ui {

class EditCommands;
class EmptyState;
class ScheduleControls;
class SchedulePreview;

/// The schedule of a live run and its attention strengths: drafted, looked at, then applied. The draft is the
/// one that is bent by the handles in the chart of sparsity. Of a run that has ended it can be read.
class SchedulePage : public Page {
    Q_OBJECT
public:
    explicit SchedulePage(const WindowContext& context, QWidget* parent = nullptr);

    QString title() const override { return tr("Schedule"); }
    Place place() const override { return {Tab::train, Side::right}; }
    std::vector<Command> commands() const override;

    const run::SparsitySchedule& currentDraft() const { return context_.draft.schedule().draft(); }
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
    void followSnapshot();
    void followApplied();
    void followDraft();
    void comeIntoSight();
    void moveOtherEnd();
    void askReason();
    AppliedEdit drafted() const;
    void takeAccepted(const AppliedEdit& edit, StepIndex step);
    void takeRefusal(const Text& refusal);
    void showPreview();
    void showEmptyTexts();
    void updateButtons();
    bool canEdit() const { return context_.draft.isEditable(); }

    WindowContext context_;
    EditHistory* history_;
    EditCommands* commands_;
    SchedulePreview* preview_;
    bool applying_ = false;  ///< the answer that is awaited is that of an Apply

    QStackedWidget* stack_;
    EmptyState* empty_;
    ScheduleControls* controls_;
};

}  // namespace prunescope::ui
