#include "ui/training/training_page.h"

#include "session/outlook.h"
#include "ui/live/parent_run.h"
#include "ui/live/run_model.h"
#include "ui/support/empty_state.h"
#include "ui/support/theme.h"
#include "ui/training/chart_column.h"
#include "ui/training/chart_tools.h"
#include "ui/training/event_marks.h"
#include "ui/training/result_card.h"

#include <QStackedWidget>
#include <QVBoxLayout>
#include <algorithm>
#include <utility>

namespace prunescope::ui {
TrainingPage::TrainingPage(const WindowContext& context, QWidget* parent)
    : Page(parent),
      context_(context),
      parent_(new ParentRun(context.run, this)),
      follower_(context.run, axis_),
      stack_(new QStackedWidget(this)),
      empty_(new EmptyState(this)),
      content_(new QWidget(this)),
      result_(new ResultCard(context, content_)),
      tools_(new ChartTools(axis_, context.settings, content_)),
      charts_(trainingCharts({context, axis_, *tools_, planned_, *parent_}, content_)),
      column_(new ChartColumn(charts_, context.theme, context.settings, content_)) {
    layOut();
    connectRun();
    retranslate();
    tools_->restore();
}

TrainingPage::~TrainingPage() = default;

void TrainingPage::layOut() {
    tools_->offerCharts(column_->menu());
    auto* page = new QVBoxLayout(content_);
    page->setContentsMargins(0, 0, 0, 0);
    page->setSpacing(0);
    page->addWidget(result_);
    page->addWidget(tools_);
    page->addWidget(column_, 1);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(stack_);
    stack_->addWidget(empty_);
    stack_->addWidget(content_);
}

void TrainingPage::connectRun() {
    leadToStart(*empty_);
    connect(tools_, &ChartTools::followRequested, this, &TrainingPage::follow);
    connect(result_, &ResultCard::explainRequested, this, &TrainingPage::explainRequested);
    connect(result_, &ResultCard::measureRequested, this, &TrainingPage::measureRequested);
    connect(result_, &ResultCard::reportRequested, this, &TrainingPage::exportReportRequested);
    connect(result_, &ResultCard::runAgainRequested, this, &TrainingPage::runAgainRequested);
    connect(result_, &ResultCard::trainLongerRequested, this, &TrainingPage::trainLongerRequested);
    connect(&context_.run, &RunModel::runChanged, this, [this] {
        // Where the former run was looked at, this one may have nothing.
        axis_.reset();
        rebuild();
    });
    connect(&context_.run, &RunModel::stageChanged, this, [this] {
        retranslateEmptyState();
        planSchedule();
        follow(axis_.isFollowing());
    });
    connect(&context_.run, &RunModel::historyGrew, this, &TrainingPage::followHistory);
    connect(&context_.run, &RunModel::snapshotChanged, this, [this] {
        if (isVisible()) planSchedule();
    });
    connect(&context_.run, &RunModel::eventsGrew, this, [this] {
        planSchedule();
        rebuildMarks();
    });
    connect(&context_.theme, &Theme::changed, this, &TrainingPage::rebuild);
    connect(parent_, &ParentRun::changed, this, &TrainingPage::rebuild);
    for (const auto& chart : charts_)
        connect(&chart->panel(), &ChartPanel::markActivated, &context_.run, &RunModel::activateEvent);
}

void TrainingPage::retranslate() {
    retranslateEmptyState();
    result_->retranslate();
    tools_->retranslate();
    column_->retranslate();
    rebuild();
}

void TrainingPage::retranslateEmptyState() {
    const bool loading = context_.run.stage() == RunModel::Stage::loading;
    empty_->setTexts(
        loading ? tr("Loading") : tr("No run yet"),
        loading ? tr("The data set or the run is being read.")
                : tr("Here you watch accuracy, sparsity, attention and churn while a network prunes itself. "
                     "Choose an experiment in Set up and start it."),
        loading ? QString() : tr("Start the experiment"));
}

void TrainingPage::rebuild() {
    planned_.clear();
    planSchedule();
    tools_->setTask(context_.run.history().task());
    for (const auto& chart : charts_) chart->build();
    rebuildMarks();
    follow(axis_.isFollowing());
    stack_->setCurrentWidget(context_.run.hasRun() ? content_ : empty_);
}

void TrainingPage::rebuildMarks() {
    const std::vector<ChartMark> marks = eventMarks(context_.run);
    for (const auto& chart : charts_) chart->panel().setMarks(marks);
}

void TrainingPage::followHistory() {
    if (!isVisible()) return;
    planSchedule();
    // Each measurement may show that accuracy has fallen.
    const std::size_t measured = context_.run.history().validation().times.size();
    if (std::exchange(measured_, measured) != measured) rebuildMarks();
    follower_.followEnd();
    for (const auto& chart : charts_) chart->panel().follow();
}

void TrainingPage::follow(bool wanted) {
    follower_.follow(wanted);
    tools_->setFollowing(follower_.isPossible(), axis_.isFollowing());
}

void TrainingPage::showEvent(QShowEvent* event) {
    Page::showEvent(event);
    followHistory();
}

/// All charts end where the longest of their curves does, and some draw the parent's.
view::Moment TrainingPage::withParentsEnd(view::Moment end) const {
    const view::RunHistory* parent = parent_->history();
    if (parent == nullptr || parent->steps().empty()) return end;
    const view::Moment last = parent->steps().at(parent->steps().size() - 1);
    return {.step = std::max(end.step, last.step),
            .epoch = std::max(end.epoch, last.epoch),
            .wallSeconds = std::max(end.wallSeconds, last.wallSeconds),
            .processSeconds = std::max(end.processSeconds, last.processSeconds)};
}

/// Only a run that goes on has something ahead; any other ends where its record ends.
void TrainingPage::planSchedule() {
    const view::Timeline& steps = context_.run.history().steps();
    const view::Moment last = steps.empty() ? view::Moment{} : steps.at(steps.size() - 1);
    if (context_.run.hasRun() && context_.run.takesCommands()) {
        const run::RunHeader& header = *context_.run.header();
        const auto snapshot = context_.run.snapshot();
        planned_.plan({.schedule = snapshot->totalSteps > 0 ? snapshot->schedule : header.schedule,
                       .masks = session::maskStateOf(*snapshot),
                       .totalSteps = header.totalSteps,
                       .epochs = static_cast<double>(header.config.epochs),
                       .last = last});
    } else {
        planned_.clear();
    }
    const view::Moment end = withParentsEnd(planned_.times().empty() ? last : planned_.end());
    for (const auto& chart : charts_) chart->panel().setLastMoment(end);
}

}  // namespace prunescope::ui
