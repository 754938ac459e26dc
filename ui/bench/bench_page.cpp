#include "ui/bench/bench_page.h"

#include "base/error.h"
#include "ui/bench/bench_form.h"
#include "ui/bench/bench_headline.h"
#include "ui/bench/bench_job.h"
#include "ui/bench/bench_notice.h"
#include "ui/bench/bench_results.h"
#include "ui/bench/run_speed.h"
#include "ui/live/run_model.h"
#include "ui/support/empty_state.h"
#include "ui/support/vertical_scroll.h"

#include <QAction>
#include <QHBoxLayout>
#include <QProgressBar>
#include <QPushButton>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace prunescope::ui {
namespace {

using Notice = BenchNotice::Notice;

constexpr int progressSteps = 1000;

}  // namespace

BenchPage::BenchPage(const PageContext& context, QWidget* parent)
    : Page(parent),
      context_(context),
      form_(new BenchForm(context.theme, this)),
      measure_(new QAction(this)),
      start_(new QPushButton(this)),
      progress_(new QProgressBar(this)),
      notice_(new BenchNotice(context.theme, this)),
      headline_(new BenchHeadline(context.theme, this)),
      stack_(new QStackedWidget(this)),
      empty_(new EmptyState(stack_)),
      results_(new BenchResults(context.theme)),
      job_(new BenchJob(this)) {
    setObjectName(QStringLiteral("benchPage"));
    measure_->setObjectName(QStringLiteral("measureAction"));
    start_->setObjectName(QStringLiteral("benchStart"));
    progress_->setObjectName(QStringLiteral("benchProgress"));
    progress_->setRange(0, progressSteps);
    // Else the button beside it would grow and shrink.
    QSizePolicy room = progress_->sizePolicy();
    room.setRetainSizeWhenHidden(true);
    progress_->setSizePolicy(room);
    layOut();
    connectAll();
    retranslate();
    takeRun();
}

BenchPage::~BenchPage() {
    // Before the widgets that its signals would reach.
    delete job_;
}

void BenchPage::layOut() {
    auto* scroll = new VerticalScroll(stack_);
    scroll->setWidget(results_);
    stack_->addWidget(empty_);
    stack_->addWidget(scroll);
    auto* controls = new QHBoxLayout;
    controls->setSpacing(16);
    controls->addWidget(start_);
    controls->addWidget(progress_, 1);
    auto* top = new QVBoxLayout;
    top->setContentsMargins(8, 8, 8, 8);
    top->setSpacing(8);
    top->addWidget(form_);
    top->addLayout(controls);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(top);
    column->addWidget(notice_);
    column->addWidget(headline_);
    column->addWidget(stack_, 1);
}

void BenchPage::connectAll() {
    connect(start_, &QPushButton::clicked, this, [this] {
        if (job_->isRunning()) {
            stopMeasurement();
        } else {
            startMeasurement();
        }
    });
    connect(measure_, &QAction::triggered, this, [this] {
        emit showRequested();
        startMeasurement();
    });
    connect(empty_, &EmptyState::actionTriggered, this, &BenchPage::startMeasurement);
    connect(notice_, &BenchNotice::pauseRequested, this, &BenchPage::pauseAndStart);
    connect(headline_, &BenchHeadline::measureAgainRequested, this, &BenchPage::measureAgain);
    connect(form_, &BenchForm::edited, this, &BenchPage::showState);
    connect(job_, &BenchJob::progressed, this,
            [this](double fraction) { progress_->setValue(static_cast<int>(progressSteps * fraction)); });
    connect(job_, &BenchJob::reported, this, &BenchPage::takeReport);
    connect(job_, &BenchJob::finished, this, &BenchPage::finish);
    connect(job_, &BenchJob::failed, this, &BenchPage::showFailure);
    connect(&context_.run, &RunModel::runChanged, this, &BenchPage::takeRun);
    connect(&context_.run, &RunModel::stageChanged, this, &BenchPage::followStage);
}

void BenchPage::retranslate() {
    form_->retranslate();
    headline_->retranslate();
    results_->retranslate();
    measure_->setText(tr("Measure what pruning buys"));
    progress_->setAccessibleName(tr("Progress of the measurement"));
    notice_->retranslate();
    showState();
}

bool BenchPage::isMeasuring() const {
    return job_->isRunning();
}

void BenchPage::showEvent(QShowEvent* event) {
    Page::showEvent(event);
    takeRun();
}

void BenchPage::takeRun() {
    // The weights appear when a run ends; while a measurement runs, the form stands still.
    if (job_->isRunning()) return;
    const std::optional<OpenNetwork> open = openNetworkOf(context_.run);
    form_->setOpenNetwork(open);
    const bool ofAnotherRun = figures_ != nullptr && !figures_->request.weights.empty() &&
                              (!open || figures_->request.weights != open->weights);
    if (ofAnotherRun) figures_.reset();
    readMeasurement();
    showState();
}

/// What is kept with the run on display of how fast it is.
void BenchPage::readMeasurement() {
    if (notice_->told() == Notice::unreadable) notice_->tell(Notice::none);
    const KeptMeasurement kept = keptMeasurement(context_.run);
    if (!kept.problem.empty() && notice_->told() == Notice::none)
        notice_->tell(Notice::unreadable, kept.problem);
    headline_->setMeasurement(kept.newest,
                              kept.newest ? savedTime(*kept.newest, context_.run) : std::nullopt);
}

void BenchPage::followStage() {
    takeRun();
    const bool trains = context_.run.stage() == RunModel::Stage::running;
    if (job_->isRunning() && trains) {
        runBeside_ = true;
        notice_->tell(Notice::runGoesOn);
    }
    const bool waits = notice_->told() == Notice::runTrains || notice_->told() == Notice::runLoads;
    if (waits && !trains && context_.run.stage() != RunModel::Stage::loading) notice_->tell(Notice::none);
}

void BenchPage::startMeasurement() {
    if (job_->isRunning() || !form_->request()) return;
    switch (context_.run.stage()) {
        case RunModel::Stage::running:
            return notice_->tell(Notice::runTrains);
        case RunModel::Stage::loading:
            return notice_->tell(Notice::runLoads);
        default:
            begin();
    }
}

void BenchPage::measureAgain() {
    form_->chooseOpenNetwork();
    startMeasurement();
}

void BenchPage::pauseAndStart() {
    context_.run.submit({.action = session::Pause{}, .note = Text::of("paused for a measurement of speed")},
                        this, [this](const session::CommandResult& result) {
                            if (result.accepted) return begin();
                            notice_->tell(Notice::failed, result.refusal);
                        });
}

void BenchPage::begin() {
    const auto request = form_->request();
    if (!request || job_->isRunning()) return;
    notice_->tell(Notice::none);
    runBeside_ = false;
    progress_->setValue(0);
    job_->start(*request);
    showState();
    emit measuringChanged();
}

void BenchPage::stopMeasurement() {
    job_->stop();
    showState();
}

void BenchPage::takeReport(const std::shared_ptr<const speed::Report>& report) {
    if (report->results.empty()) return;
    figures_ = report;
    if (runBeside_) {
        auto marked = std::make_shared<speed::Report>(*report);
        marked->runBeside = true;
        figures_ = std::move(marked);
    }
    results_->setReport(figures_);
    showState();
}

void BenchPage::finish(const std::shared_ptr<const speed::Report>& report) {
    takeReport(report);
    if (report->results.empty()) {
        notice_->tell(Notice::nothingYet);
    } else if (!job_->wasStopped()) {
        const Text failure = keepWithRun(*figures_);
        if (!failure.empty()) notice_->tell(Notice::failed, failure);
    }
    takeRun();
    emit measuringChanged();
}

void BenchPage::showFailure(const Error& error) {
    if (!form_->showFailure(error)) notice_->tell(Notice::failed, error.whole());
    takeRun();
    emit measuringChanged();
}

void BenchPage::showEmptyState(bool running) {
    if (running) {
        empty_->setTexts(
            tr("Measuring"),
            tr("The first figures appear here when the limits of the machine, the network without "
               "pruning and the first sparsity have been timed."));
        return;
    }
    if (headline_->hasMeasurement()) {
        empty_->setTexts(
            tr("Charts and all figures"),
            tr("They appear here after a measurement; the sentences above are kept with the run."),
            tr("Start the measurement"));
        return;
    }
    empty_->setTexts(
        tr("What does pruning buy on this machine?"),
        tr("Choose a network, or the run's own, and the sparsities to compare. Each is trained "
           "for a "
           "few steps and answers samples, in turn, and the times are set beside those without pruning."),
        tr("Start the measurement"));
}

/// Whether the sentence above the charts would only repeat the headline.
bool BenchPage::headlineSaysIt() const {
    const speed::Result* told = figures_ == nullptr ? nullptr : figures_->telling();
    if (told == nullptr || !told->own || job_->isRunning() || !headline_->hasMeasurement()) return false;
    return figures_->doubt() != speed::Doubt::none || figures_->obstacle(*told) == speed::Obstacle::none;
}

void BenchPage::showState() {
    const bool running = job_->isRunning();
    const bool stopping = running && job_->wasStopped();
    const bool startable = form_->request().has_value();
    start_->setText(running ? tr("Stop") : tr("Measure"));
    start_->setToolTip(
        running
            ? tr("Ends the measurement; the figures so far stay.")
            : tr("Measures every sparsity in turn, several times; takes about the seconds given for each."));
    start_->setEnabled(running ? !stopping : startable);
    progress_->setVisible(running);
    form_->setLocked(running);
    headline_->setLocked(running || !startable);
    results_->setSentenceShown(!headlineSaysIt());
    showEmptyState(running);
    stack_->setCurrentIndex(figures_ != nullptr ? 1 : 0);
}

}  // namespace prunescope::ui
