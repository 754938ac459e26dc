#include "ui/app/main_window.h"

#include "ui/app/command_palette.h"
#include "ui/support/language.h"
#include "ui/app/recording_notice.h"
#include "ui/app/run_actions.h"
#include "ui/app/status_line.h"
#include "ui/app/window_layout.h"
#include "ui/audit/audit_page.h"
#include "ui/bench/bench_page.h"
#include "ui/experiment/experiment_page.h"
#include "ui/report/export_dialog.h"
#include "ui/runs/runs_page.h"
#include "ui/schedule/edit_history.h"
#include "ui/schedule/schedule_page.h"
#include "ui/support/accessible_boxes.h"
#include "ui/support/empty_state.h"
#include "ui/support/engine_text.h"
#include "ui/support/keyboard_rules.h"
#include "ui/support/message_bar.h"
#include "ui/support/message_overlay.h"
#include "ui/support/plain_label.h"
#include "ui/support/run_name.h"
#include "ui/support/tab_stops.h"
#include "ui/support/theme.h"
#include "ui/support/tool_tips.h"
#include "ui/training/training_page.h"
#include "ui/weights/weights_page.h"

#include <QApplication>
#include <QCloseEvent>
#include <QDockWidget>
#include <QEvent>
#include <QFileDialog>
#include <QMessageBox>
#include <QPushButton>
#include <QScreen>
#include <QTabWidget>
#include <QToolBar>
#include <QToolButton>
#include <QVBoxLayout>
#include <algorithm>

namespace prunescope::ui {

MainWindow::MainWindow(RunController& run, Theme& theme, Language& language, QSettings& settings)
    : run_(run),
      theme_(theme),
      language_(language),
      settings_(settings),
      context_{run, theme, settings},
      runActions_(new RunActions(run, theme, this)) {
    setObjectName(QStringLiteral("mainWindow"));
    nameBoxesByTheirField();
    qApp->installEventFilter(new KeyboardRules(this));
    qApp->installEventFilter(new PlainToolTips(this));
    makePages();
    makeToolBar();
    makeMenus();
    setStatusBar(new StatusLine(run_, this));
    connectPages();
    connectRun();
    retranslate();
    resize(1280, 720);
    defaultLayout_ = saveState();
    restoreLayout(*this, settings_, screen()->availableGeometry());
    offerOneStart();
}

void MainWindow::makePages() {
    training_ = new TrainingPage(context_, this);
    weights_ = new WeightsPage(context_, this);
    runs_ = new RunsPage(context_, run_.workspace(), this);
    audit_ = new AuditPage(context_, this);
    bench_ = new BenchPage(context_, this);
    tabs_ = new QTabWidget(this);
    tabs_->setObjectName(QStringLiteral("pages"));
    tabs_->setDocumentMode(true);
    for (QWidget* page : std::initializer_list<QWidget*>{training_, weights_, runs_, audit_, bench_}) {
        tabs_->addTab(page, QString());
    }
    auto* centre = new QWidget(this);
    auto* layout = new QVBoxLayout(centre);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    condition_ = new MessageBar(theme_, centre);
    condition_->setObjectName(QStringLiteral("runCondition"));
    condition_->addDismissButton();
    layout->addWidget(condition_);
    layout->addWidget(tabs_, 1);
    makeMessages(*centre);
    setCentralWidget(centre);

    const auto dock = [this](const char* name, QWidget* page, Qt::DockWidgetArea area) {
        auto* d = new QDockWidget(this);
        d->setObjectName(QLatin1String(name));
        d->setWidget(page);
        addDockWidget(area, d);
        return d;
    };
    experiment_ = new ExperimentPage(context_, this);
    schedule_ = new SchedulePage(context_, this);
    experimentDock_ = dock("experimentDock", experiment_, Qt::LeftDockWidgetArea);
    scheduleDock_ = dock("scheduleDock", schedule_, Qt::RightDockWidgetArea);
}

/// Over the foot of the pages: they come at any moment and move nothing.
void MainWindow::makeMessages(QWidget& centre) {
    auto* overlay = new MessageOverlay(centre);
    offer_ = new MessageBar(theme_, overlay);
    offer_->setObjectName(QStringLiteral("offerMessage"));
    openOffered_ = offer_->addButton();
    openOffered_->setObjectName(QStringLiteral("openOfferedButton"));
    dismissOffer_ = offer_->addButton();
    dismissOffer_->setObjectName(QStringLiteral("dismissOfferButton"));
    connect(openOffered_, &QPushButton::clicked, this, [this] { openRun(offered_); });
    connect(dismissOffer_, &QPushButton::clicked, offer_, &MessageBar::clear);
    message_ = new MessageBar(theme_, overlay);
    message_->setObjectName(QStringLiteral("windowMessage"));
    message_->addDismissButton();
    overlay->add(*new RecordingNotice(run_, theme_, overlay));
    overlay->add(*offer_);
    overlay->add(*message_);
}

void MainWindow::makeToolBar() {
    toolBar_ = addToolBar(QString());
    toolBar_->setObjectName(QStringLiteral("runToolBar"));
    toolBar_->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    toolBar_->addActions(runActions_->all());
    toolBar_->addSeparator();
    runName_ = new ElidedLabel(toolBar_);
    runName_->setObjectName(QStringLiteral("runName"));
    runName_->setContentsMargins(8, 0, 8, 0);
    // Takes what the buttons leave, and no more.
    runName_->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    toolBar_->addWidget(runName_);
    find_ = action("findCommandAction", Qt::CTRL | Qt::Key_K);
    toolBar_->addAction(find_);
    // A tool bar leaves its buttons out of the round of the Tab key.
    for (QAction* a : toolBar_->actions()) {
        if (auto* button = qobject_cast<QToolButton*>(toolBar_->widgetForAction(a)))
            button->setFocusPolicy(Qt::TabFocus);
    }
}

void MainWindow::connectPages() {
    connect(runActions_->start, &QAction::triggered, this, &MainWindow::startExperiment);
    connect(experiment_, &ExperimentPage::startRequested, &run_, &RunController::start);
    connect(training_, &TrainingPage::startRequested, this, &MainWindow::startExperiment);
    connect(weights_, &WeightsPage::startRequested, this, &MainWindow::startExperiment);
    connect(schedule_, &SchedulePage::startRequested, this, &MainWindow::startExperiment);
    connect(runs_, &RunsPage::startRequested, this, &MainWindow::startExperiment);
    connect(audit_, &AuditPage::startRequested, this, &MainWindow::startExperiment);
    connect(&run_, &RunController::startFailed, experiment_, &ExperimentPage::showStartError);
    connect(&run_, &RunController::startFailed, experimentDock_, &QDockWidget::show);
    connect(experiment_, &ExperimentPage::startBlockerChanged, this,
            [this] { runActions_->setStartBlocker(experiment_->startBlocker()); });
    connect(&run_, &RunModel::eventActivated, this, [this](qint64 sequence) {
        tabs_->setCurrentWidget(audit_);
        audit_->selectEvent(sequence);
    });
    connect(runActions_, &RunActions::refused, this, [this](const Text& reason) {
        message_->show(MessageBar::Kind::warning, [reason] { return engineText(reason); });
    });
    connect(runs_, &RunsPage::openRequested, this, &MainWindow::openRun);
    connect(measure_, &QAction::triggered, this, [this] {
        tabs_->setCurrentWidget(bench_);
        bench_->startMeasurement();
    });
    connect(audit_, &AuditPage::exportReportRequested, this, &MainWindow::exportReport);
    EditHistory* edits = &schedule_->history();
    connect(runActions_, &RunActions::freezeWanted, edits, &EditHistory::setFrozen);
    connect(edits, &EditHistory::editRefused, this, [this](const Text& refusal) {
        // The schedule says it itself where it can be seen.
        if (!schedule_->isVisible()) message_->show(MessageBar::Kind::warning, engineText(refusal));
    });
    connect(undo_, &QAction::triggered, edits, &EditHistory::undo);
    connect(redo_, &QAction::triggered, edits, &EditHistory::redo);
    connect(edits, &EditHistory::canUndoChanged, undo_, &QAction::setEnabled);
    connect(edits, &EditHistory::canRedoChanged, redo_, &QAction::setEnabled);
    undo_->setEnabled(false);
    redo_->setEnabled(false);
    connect(experimentDock_, &QDockWidget::visibilityChanged, this, &MainWindow::offerOneStart);
}

/// The form has its Start; the empty pages have one only when the form is out of sight.
void MainWindow::offerOneStart() {
    for (QWidget* page : std::initializer_list<QWidget*>{training_, weights_, runs_, audit_, schedule_}) {
        for (EmptyState* empty : page->findChildren<EmptyState*>())
            empty->offerAction(experimentDock_->isHidden());
    }
}

void MainWindow::connectRun() {
    connect(&run_, &RunController::openFailed, this, [this](const Text& what) {
        message_->show(MessageBar::Kind::error, [what] { return engineText(what); });
    });
    connect(&run_, &RunController::runEnded, runs_, &RunsPage::refresh);
    connect(&run_, &RunModel::runChanged, this, [this] {
        message_->clear();
        showRunName();
        showCondition();
        if (run_.folder() != nullptr && run_.folder()->path() == offered_) offer_->clear();
    });
    connect(&run_, &RunModel::stageChanged, this, [this] {
        if (wasLive_ && run_.stage() == RunModel::Stage::failed) tellLiveFailure();
        wasLive_ = run_.isLive();
    });
    showRunName();
}

void MainWindow::startExperiment() {
    experiment_->requestStart();
    tabs_->setCurrentWidget(training_);
}

void MainWindow::openRun(const std::filesystem::path& folder) {
    run_.open(folder);
    tabs_->setCurrentWidget(training_);
}

void MainWindow::openRunDialog() {
    const QString folder = QFileDialog::getExistingDirectory(
        this, tr("Open a run folder"), QString::fromStdString(run_.workspace().string()));
    if (!folder.isEmpty()) openRun(folder.toStdString());
}

void MainWindow::exportReport() {
    if (run_.folder() == nullptr) {
        message_->show(MessageBar::Kind::information,
                       tr("There is no run to report on. Start one, or open one under Runs."));
        return;
    }
    ExportDialog dialog(context_, this);
    dialog.exec();
}

void MainWindow::closeEvent(QCloseEvent* event) {
    if (run_.isLive()) {
        event->ignore();
        if (!closing_ && userAgreesToStop()) stopAndClose();
        return;
    }
    saveLayout(*this, settings_);
    event->accept();
}

bool MainWindow::userAgreesToStop() {
    QMessageBox box(QMessageBox::Question, tr("Close Prunescope"),
                    tr("A run is going on. Stop it and close? Everything so far is kept."), {}, this);
    QPushButton* stop = box.addButton(tr("Stop and close"), QMessageBox::AcceptRole);
    box.addButton(tr("Go on"), QMessageBox::RejectRole);
    box.setDefaultButton(stop);
    box.exec();
    return box.clickedButton() == stop;
}

/// The run still measures and saves its weights, which takes a moment: the window waits without standing
/// still.
void MainWindow::stopAndClose() {
    if (!run_.isLive()) {
        close();
        return;
    }
    closing_ = true;
    message_->show(MessageBar::Kind::information,
                   [] { return tr("The run is being stopped and saved; the window closes after that."); });
    connect(&run_, &RunController::runEnded, this, &QWidget::close, Qt::QueuedConnection);
    run_.submit({.action = session::Stop{}, .note = Text::of("the window was closed")}, this, {});
}

bool MainWindow::focusNextPrevChild(bool next) {
    return moveFocus(*this, next);
}

void MainWindow::focusPane(bool forward) {
    QList<QWidget*> panes;
    for (QWidget* pane :
         std::initializer_list<QWidget*>{experimentDock_, centralWidget(), scheduleDock_, toolBar_}) {
        if (pane->isVisible() && !tabStops(*pane).empty()) panes.append(pane);
    }
    if (panes.isEmpty()) return;
    qsizetype at = -1;
    for (qsizetype i = 0; i < panes.size(); ++i) {
        if (panes[i]->isAncestorOf(QApplication::focusWidget())) at = i;
    }
    const qsizetype next = forward ? at + 1 : (at < 0 ? 0 : at) + panes.size() - 1;
    QWidget* pane = panes[next % panes.size()];
    pane->activateWindow();
    const std::vector<QWidget*> stops = tabStops(*pane);
    const auto last = std::find(stops.begin(), stops.end(), pane->focusWidget());
    focusStop(last == stops.end() ? *stops.front() : **last, true);
}

void MainWindow::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) retranslate();
    QMainWindow::changeEvent(event);
}

}  // namespace prunescope::ui
