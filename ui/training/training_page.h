#pragma once

#include "ui/support/page.h"
#include "ui/training/planned_schedule.h"
#include "ui/training/run_follower.h"
#include "ui/training/training_chart.h"

class QStackedWidget;

namespace prunescope::ui {

class ChartColumn;
class ChartTools;
class EmptyState;
class ParentRun;
class ResultCard;

/// How a run goes and what became of it: a row of figures, and under it one column of charts on one time
/// axis. In the chart of sparsity the schedule of a live run is bent.
class TrainingPage : public Page {
    Q_OBJECT
public:
    explicit TrainingPage(const WindowContext& context, QWidget* parent = nullptr);
    ~TrainingPage() override;
    QString title() const override { return tr("Training"); }
    Place place() const override { return {Tab::train, Side::centre}; }

protected:
    void retranslate() override;
    void showEvent(QShowEvent* event) override;

private:
    void layOut();
    void connectRun();
    void retranslateEmptyState();
    void rebuild();
    void rebuildMarks();
    void planSchedule();
    view::Moment withParentsEnd(view::Moment end) const;
    void followHistory();
    void follow(bool wanted);

    WindowContext context_;
    TimeAxis axis_;
    PlannedSchedule planned_;
    ParentRun* parent_;
    RunFollower follower_;
    QStackedWidget* stack_;
    EmptyState* empty_;
    QWidget* content_;
    ResultCard* result_;
    ChartTools* tools_;
    TrainingCharts charts_;
    ChartColumn* column_;
    std::size_t measured_ = 0;  ///< evaluations that the marks are made after
};

}  // namespace prunescope::ui
