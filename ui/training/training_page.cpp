#include "ui/training/training_page.h"

#include "session/outlook.h"
#include "ui/live/run_model.h"
#include "ui/support/empty_state.h"
#include "ui/support/theme.h"

#include <QCheckBox>
#include <QComboBox>
#include <QGridLayout>
#include <QLabel>
#include <QPushButton>
#include <QSlider>
#include <QStackedWidget>
#include <QVBoxLayout>
#include <algorithm>
#include <cmath>

namespace prunescope::ui {
namespace {

constexpr double followedShare = 0.25;  ///< of what there is, when all of it was shown before
constexpr double leastMove = 0.002;     ///< of what is shown: about a pixel

}  // namespace

TrainingPage::TrainingPage(const PageContext& context, QWidget* parent)
    : Page(parent),
      context_(context),
      stack_(new QStackedWidget(this)),
      empty_(new EmptyState(this)),
      charts_(new QWidget(this)),
      measures_(new ChartPanel(context.theme, axis_, charts_)),
      sparsity_(new ChartPanel(context.theme, axis_, charts_)),
      attention_(new ChartPanel(context.theme, axis_, charts_)),
      churn_(new ChartPanel(context.theme, axis_, charts_)) {
    measures_->setObjectName(QStringLiteral("measureChart"));
    sparsity_->setObjectName(QStringLiteral("sparsityChart"));
    attention_->setObjectName(QStringLiteral("attentionChart"));
    churn_->setObjectName(QStringLiteral("churnChart"));
    sparsity_->setShare(true);
    measures_->setFit(YFit::Kind::settled);
    churn_->setFit(YFit::Kind::robust);
    attention_->setLeastRange(0, 1);
    layOut();
    connectRun();
    retranslate();
    restoreChoices();
}

TrainingPage::~TrainingPage() = default;

/// The charts stand on a ground of hairlines, which shows between them.
void TrainingPage::layOut() {
    auto* tools = makeTools();
    auto* page = new QVBoxLayout(charts_);
    page->setContentsMargins(0, 0, 0, 0);
    page->setSpacing(0);
    page->addWidget(tools);
    auto* lines = new QWidget(charts_);
    lines->setObjectName(QStringLiteral("chartGrid"));
    lines->setAttribute(Qt::WA_StyledBackground);
    auto* grid = new QGridLayout(lines);
    grid->setContentsMargins(0, 1, 0, 0);
    grid->setSpacing(1);
    grid->addWidget(measures_, 0, 0);
    grid->addWidget(sparsity_, 0, 1);
    grid->addWidget(attention_, 1, 0);
    grid->addWidget(churn_, 1, 1);
    for (const int i : {0, 1}) {
        grid->setColumnStretch(i, 1);
        grid->setRowStretch(i, 1);
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
    stack_->addWidget(charts_);
}

void TrainingPage::connectRun() {
    leadToStart(*empty_);
    connect(&context_.run, &RunModel::runChanged, this, [this] {
        // Where the former run was looked at, this one may have nothing.
        axis_.reset();
        rebuild();
    });
    connect(&context_.run, &RunModel::stageChanged, this, [this] {
        retranslateEmptyState();
        planSchedule();
        startFollowing(axis_.isFollowing());
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
    for (const ChartPanel* panel : panels())
        connect(panel, &ChartPanel::markActivated, &context_.run, &RunModel::activateEvent);
}

void TrainingPage::retranslate() {
    retranslateEmptyState();
    retranslateTools();
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
    buildMeasures();
    buildSparsity();
    buildAttention();
    buildChurn();
    rebuildMarks();
    startFollowing(axis_.isFollowing());
    stack_->setCurrentWidget(context_.run.hasRun() ? charts_ : empty_);
}

void TrainingPage::followHistory() {
    if (!isVisible()) return;
    planSchedule();
    followEnd();
    for (ChartPanel* panel : panels()) panel->follow();
}

/// Moves what is shown so that it ends where the run is now.
void TrainingPage::followEnd() {
    const view::Timeline& steps = context_.run.history().steps();
    if (!axis_.isFollowing() || !axis_.zoom() || steps.empty()) return;
    const double span = axis_.zoom()->second - axis_.zoom()->first;
    const double end = std::max(span, steps.at(axis_.unit(), steps.size() - 1));
    // By pixels, not by every step: moving redraws everything.
    if (std::abs(end - axis_.zoom()->second) < span * leastMove) return;
    axis_.setZoom(std::pair{end - span, end});
}

/// Of a run that does not grow nothing can be followed.
void TrainingPage::startFollowing(bool following) {
    const view::Timeline& steps = context_.run.history().steps();
    const bool possible = context_.run.hasRun() && context_.run.isLive();
    follow_->setEnabled(possible);
    if (possible && following && !axis_.zoom() && !steps.empty()) {
        const double reached = steps.at(axis_.unit(), steps.size() - 1);
        if (reached > 0) axis_.setZoom(std::pair{reached * (1 - followedShare), reached});
    }
    axis_.setFollowing(possible && following && axis_.zoom().has_value());
    follow_->setChecked(axis_.isFollowing());
    followEnd();
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
    for (ChartPanel* panel : panels()) panel->setLastMoment(end);
}

}  // namespace prunescope::ui
