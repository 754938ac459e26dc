#include "ui/training/training_page.h"

#include "session/outlook.h"
#include "ui/live/run_model.h"
#include "ui/support/empty_state.h"
#include "ui/support/theme.h"
#include "ui/training/chart_tools.h"
#include "ui/training/event_marks.h"

#include <QGridLayout>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace prunescope::ui {
namespace {

constexpr int columns = 2;

}  // namespace

TrainingPage::TrainingPage(const PageContext& context, QWidget* parent)
    : Page(parent),
      context_(context),
      follower_(context.run, axis_),
      stack_(new QStackedWidget(this)),
      empty_(new EmptyState(this)),
      content_(new QWidget(this)),
      tools_(new ChartTools(axis_, context.settings, content_)),
      charts_(trainingCharts({context, axis_, *tools_, planned_}, content_)) {
    layOut();
    connectRun();
    retranslate();
    tools_->restore();
}

TrainingPage::~TrainingPage() = default;

/// The charts stand on a ground of hairlines, which shows between them.
void TrainingPage::layOut() {
    auto* page = new QVBoxLayout(content_);
    page->setContentsMargins(0, 0, 0, 0);
    page->setSpacing(0);
    page->addWidget(tools_);
    auto* lines = new QWidget(content_);
    lines->setObjectName(QStringLiteral("chartGrid"));
    lines->setAttribute(Qt::WA_StyledBackground);
    auto* grid = new QGridLayout(lines);
    grid->setContentsMargins(0, 1, 0, 0);
    grid->setSpacing(1);
    for (int i = 0; const auto& chart : charts_) {
        grid->addWidget(&chart->panel(), i / columns, i % columns);
        grid->setColumnStretch(i % columns, 1);
        grid->setRowStretch(i / columns, 1);
        ++i;
    }
    page->addWidget(lines, 1);
    const auto style = [this, lines] {
        lines->setStyleSheet(
            QStringLiteral("QWidget#chartGrid { background: %1; }").arg(context_.theme.hairline().name()));
    };
    connect(&context_.theme, &Theme::changed, lines, style);
    style();
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(stack_);
    stack_->addWidget(empty_);
    stack_->addWidget(content_);
}

void TrainingPage::connectRun() {
    leadToStart(*empty_);
    connect(tools_, &ChartTools::followRequested, this, &TrainingPage::follow);
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
    for (const auto& chart : charts_)
        connect(&chart->panel(), &ChartPanel::markActivated, &context_.run, &RunModel::activateEvent);
}

void TrainingPage::retranslate() {
    retranslateEmptyState();
    tools_->retranslate();
    rebuild();
}

void TrainingPage::retranslateEmptyState() {
    const bool loading = context_.run.stage() == RunModel::Stage::loading;
    empty_->setTexts(
        loading ? tr("Loading") : tr("No run yet"),
        loading ? tr("The data set or the run is being read.")
                : tr("Here you watch accuracy, sparsity, attention and churn while a network prunes itself. "
                     "Choose an experiment on the left and start it."),
        loading ? QString() : tr("Start the experiment"));
}

void TrainingPage::rebuild() {
    planned_.clear();
    planSchedule();
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
    const view::Moment end = planned_.times().empty() ? last : planned_.end();
    for (const auto& chart : charts_) chart->panel().setLastMoment(end);
}

}  // namespace prunescope::ui
