#include "ui/bench/bench_page.h"

#include "base/error.h"
#include "ui/bench/bench_form.h"
#include "ui/bench/bench_job.h"
#include "ui/bench/bench_results.h"
#include "ui/live/run_model.h"
#include "ui/support/empty_state.h"
#include "ui/support/engine_text.h"
#include "ui/support/message_bar.h"
#include "ui/support/vertical_scroll.h"

#include <QAction>
#include <QHBoxLayout>
#include <QProgressBar>
#include <QPushButton>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace prunescope::ui {
namespace {

constexpr int progressSteps = 1000;

/// The network of the run on display; its weights when they are on the disk.
std::optional<OpenNetwork> openNetworkOf(const RunModel& run) {
    if (!run.hasRun()) return std::nullopt;
    const run::RunHeader& header = *run.header();
    const auto& shape = header.dataset.imageShape;
    OpenNetwork open{.model = header.config.model,
                     .images = {shape[0], shape[1], shape[2]},
                     .classes = static_cast<std::int64_t>(header.dataset.classNames.size())};
    std::error_code ignored;
    const bool saved = run.folder() != nullptr && std::filesystem::exists(run.folder()->weights(), ignored);
    if (saved && !run.isLive()) open.weights = run.folder()->weights();
    return open;
}

}  // namespace

BenchPage::BenchPage(const PageContext& context, QWidget* parent)
    : Page(parent),
      context_(context),
      form_(new BenchForm(context.theme, this)),
      measure_(new QAction(this)),
      start_(new QPushButton(this)),
      progress_(new QProgressBar(this)),
      message_(new MessageBar(context.theme, this)),
      pause_(message_->addButton()),
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
    message_->setObjectName(QStringLiteral("benchMessage"));
    pause_->setObjectName(QStringLiteral("benchPauseRun"));
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
    column->addWidget(message_);
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
    connect(pause_, &QPushButton::clicked, this, &BenchPage::pauseAndStart);
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
    results_->retranslate();
    measure_->setText(tr("Measure what pruning buys"));
    pause_->setText(tr("Pause the run and measure"));
    progress_->setAccessibleName(tr("Progress of the measurement"));
    showState();
    showNotice();
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
    if (!job_->isRunning()) form_->setOpenNetwork(openNetworkOf(context_.run));
}

void BenchPage::followStage() {
    takeRun();
    const bool trains = context_.run.stage() == RunModel::Stage::running;
    if (job_->isRunning() && trains) {
        runBeside_ = true;
        tell(Notice::runGoesOn);
    }
    const bool waits = notice_ == Notice::runTrains || notice_ == Notice::runLoads;
    if (waits && !trains && context_.run.stage() != RunModel::Stage::loading) tell(Notice::none);
}

void BenchPage::startMeasurement() {
    if (job_->isRunning() || !form_->request()) return;
    switch (context_.run.stage()) {
        case RunModel::Stage::running:
            return tell(Notice::runTrains);
        case RunModel::Stage::loading:
            return tell(Notice::runLoads);
        default:
            begin();
    }
}

void BenchPage::pauseAndStart() {
    context_.run.submit({.action = session::Pause{}, .note = Text::of("paused for a measurement of speed")},
                        this, [this](const session::CommandResult& result) {
                            if (result.accepted) return begin();
                            failure_ = result.refusal;
                            tell(Notice::failed);
                        });
}

void BenchPage::begin() {
    const auto request = form_->request();
    if (!request || job_->isRunning()) return;
    tell(Notice::none);
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
    anyFigures_ = true;
    if (runBeside_) {
        auto marked = std::make_shared<speed::Report>(*report);
        marked->runBeside = true;
        results_->setReport(std::move(marked));
    } else {
        results_->setReport(report);
    }
    showState();
}

void BenchPage::finish(const std::shared_ptr<const speed::Report>& report) {
    takeReport(report);
    if (report->results.empty()) tell(Notice::nothingYet);
    takeRun();
    showState();
    emit measuringChanged();
}

void BenchPage::showFailure(const Error& error) {
    if (!form_->showFailure(error)) {
        failure_ = error.whole();
        tell(Notice::failed);
    }
    takeRun();
    showState();
    emit measuringChanged();
}

void BenchPage::tell(Notice notice) {
    notice_ = notice;
    showNotice();
}

void BenchPage::showNotice() {
    pause_->setVisible(notice_ == Notice::runTrains);
    switch (notice_) {
        case Notice::none:
            return message_->clear();
        case Notice::runTrains:
            return message_->show(
                MessageBar::Kind::warning,
                tr("A run is training: it would disturb the figures. Pause it, or wait until it has ended."));
        case Notice::runLoads:
            return message_->show(
                MessageBar::Kind::warning,
                tr("A run is being loaded, which would disturb the figures. Start again in a moment."));
        case Notice::runGoesOn:
            return message_->show(
                MessageBar::Kind::warning,
                tr("The run trains again and disturbs the figures. Pause it, or measure again later."));
        case Notice::nothingYet:
            return message_->show(MessageBar::Kind::information,
                                  tr("Stopped before the first sparsity was measured."));
        case Notice::failed:
            return message_->show(MessageBar::Kind::error, engineText(failure_));
    }
}

void BenchPage::showEmptyState(bool running) {
    if (running) {
        empty_->setTexts(
            tr("Measuring"),
            tr("The first figures appear here when the limits of the machine, the network without "
               "pruning and the first sparsity have been timed."));
        return;
    }
    empty_->setTexts(
        tr("What does pruning buy on this machine?"),
        tr("Choose a network, or the open run's own model, and the sparsities to compare. Each is trained "
           "for a "
           "few steps and answers images, in turn, and the times are set beside those without pruning."),
        tr("Start the measurement"));
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
    showEmptyState(running);
    stack_->setCurrentIndex(anyFigures_ ? 1 : 0);
}

}  // namespace prunescope::ui
