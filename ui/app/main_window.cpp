#include "ui/app/main_window.h"

#include "store/run_folder.h"
#include "ui/app/command_palette.h"
#include "ui/app/help_boxes.h"
#include "ui/app/lineage_actions.h"
#include "ui/app/pane_focus.h"
#include "ui/app/run_actions.h"
#include "ui/app/run_messages.h"
#include "ui/app/run_tool_bar.h"
#include "ui/app/status_line.h"
#include "ui/app/window_menus.h"
#include "ui/app/window_pages.h"
#include "ui/app/window_place.h"
#include "ui/curve/live_draft.h"
#include "ui/report/export_dialog.h"
#include "ui/support/accessible_boxes.h"
#include "ui/support/keyboard_rules.h"
#include "ui/support/tab_stops.h"
#include "ui/support/tool_tips.h"

#include <QApplication>
#include <QCloseEvent>
#include <QDropEvent>
#include <QEvent>
#include <QFileDialog>
#include <QMessageBox>
#include <QMimeData>
#include <QProcess>
#include <QPushButton>
#include <QScreen>
#include <QTabWidget>
#include <QUrl>
#include <QVBoxLayout>

namespace prunescope::ui {
namespace {

/// The first file or folder of this machine; empty when none is dropped.
std::filesystem::path droppedPlace(const QMimeData& dropped) {
    for (const QUrl& url : dropped.urls()) {
        if (url.isLocalFile()) return url.toLocalFile().toStdString();
    }
    return {};
}

}  // namespace

MainWindow::MainWindow(RunController& run, Theme& theme, Language& language, QSettings& settings,
                       const std::vector<PageEntry>& entries)
    : run_(run),
      settings_(settings),
      // The draft is the run's: pages that are taken down with the window may still ask for it.
      context_{{run, theme, settings}, *new LiveDraft(run)},
      runActions_(new RunActions(run, theme, this)),
      lineage_(new LineageActions(run, *this)) {
    setObjectName(QStringLiteral("mainWindow"));
    nameBoxesByTheirField();
    qApp->installEventFilter(new KeyboardRules(this));
    qApp->installEventFilter(new PlainToolTips(this));
    pages_ = new WindowPages(*this, context_, entries);
    makeCentre();
    makeMenus(language);
    setStatusBar(new StatusLine(run_, this));
    setAcceptDrops(true);
    connectMenus();
    connectPages();
    connectStart();
    connect(toolBar_, &RunToolBar::runNameChanged, this, &MainWindow::showRunName);
    connect(toolBar_, &RunToolBar::notRenamed, messages_, &RunMessages::warn);
    retranslate();
    resize(1280, 720);
    restorePlace(*this, settings_, screen()->availableGeometry());
    pages_->arrangeAsIn(settings_);
}

void MainWindow::makeCentre() {
    auto* centre = new QWidget(this);
    auto* layout = new QVBoxLayout(centre);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(&pages_->tabs(), 1);
    messages_ = new RunMessages(run_, context_.theme, *centre);
    layout->insertWidget(0, &messages_->condition());
    setCentralWidget(centre);
    connect(messages_, &RunMessages::openRequested, this, &MainWindow::openRun);
    connect(messages_, &RunMessages::interruptedRunLookedFor, this, &MainWindow::interruptedRunLookedFor);
}

void MainWindow::makeMenus(Language& language) {
    menus_ = new WindowMenus(*this, *pages_, *runActions_, lineage_->all());
    menus_->addThemes(context_.theme, settings_);
    menus_->addLanguages(language, settings_);
    menus_->addRecentRuns(run_, settings_);
    toolBar_ = new RunToolBar(run_, *runActions_, *menus_->find, this);
    addToolBar(toolBar_);
}

void MainWindow::connectMenus() {
    connect(menus_->open, &QAction::triggered, this, &MainWindow::openRunDialog);
    connect(menus_, &WindowMenus::openRequested, this, &MainWindow::openRun);
    connect(menus_->newWindow, &QAction::triggered, this, &MainWindow::openWindow);
    connect(menus_->exportReport, &QAction::triggered, this, &MainWindow::exportReport);
    connect(menus_->rename, &QAction::triggered, this, [this] { toolBar_->rename(); });
    connect(menus_->quit, &QAction::triggered, this, &QWidget::close);
    connect(menus_->find, &QAction::triggered, this, &MainWindow::find);
    connect(menus_->shortcuts, &QAction::triggered, this,
            [this] { showShortcuts(actions() + runActions_->all(), this); });
    connect(menus_->help, &QAction::triggered, this, [this] { showHelp(this); });
    connect(menus_->about, &QAction::triggered, this, [this] { showAbout(this); });
    connect(menus_->nextPane, &QAction::triggered, this, [this] { focusPane(true); });
    connect(menus_->previousPane, &QAction::triggered, this, [this] { focusPane(false); });
    connect(menus_->resetLayout, &QAction::triggered, this, [this] { pages_->arrangeAsAtFirst(); });
}

void MainWindow::connectPages() {
    for (Page* page : pages_->all()) {
        connect(page, &Page::startRequested, this, &MainWindow::startExperiment);
        connect(page, &Page::watchRequested, this, [this] { pages_->show(Page::Tab::train); });
        connect(page, &Page::openRequested, this, &MainWindow::openRun);
        connect(page, &Page::exportReportRequested, this, &MainWindow::exportReport);
        connect(page, &Page::explainRequested, this, [this] { pages_->show(Page::Tab::explain); });
        connect(page, &Page::measureRequested, this, [this] { pages_->show(Page::Tab::ship); });
        connect(page, &Page::refusedUnseen, messages_, &RunMessages::warn);
        connect(page, &Page::trainLongerRequested, lineage_, &LineageActions::askForLength);
        connect(page, &Page::branchRequested, lineage_, &LineageActions::askForState);
        if (StartPage* start = pages_->startPage())
            connect(page, &Page::runAgainRequested, start, &StartPage::fill);
    }
}

void MainWindow::connectStart() {
    connect(runActions_->start, &QAction::triggered, this, &MainWindow::startExperiment);
    connect(runActions_, &RunActions::freezeWanted, &run_, &RunModel::freezeRequested);
    connect(runActions_, &RunActions::refused, messages_, &RunMessages::warn);
    connect(lineage_, &LineageActions::refused, messages_, &RunMessages::warn);
    if (StartPage* page = pages_->startPage()) {
        connect(lineage_, &LineageActions::branchChosen, page, &StartPage::fillBranch);
        connect(page, &StartPage::startBlockerChanged, this,
                [this, page] { runActions_->setStartBlocker(page->startBlocker()); });
    }
}

void MainWindow::retranslate() {
    pages_->retranslate();
    menus_->retranslate();
    messages_->retranslate();
    runActions_->retranslate();
    lineage_->retranslate();
    toolBar_->retranslate();
    showRunName();
}

void MainWindow::showRunName() {
    const bool shown = run_.hasRun();
    setWindowTitle(shown ? tr("%1 – Prunescope").arg(toolBar_->runName()) : tr("Prunescope"));
    menus_->exportReport->setEnabled(shown);
    menus_->rename->setEnabled(shown && run_.folder() != nullptr);
}

void MainWindow::startExperiment() {
    StartPage* page = pages_->startPage();
    if (page != nullptr && !page->requestStart()) pages_->show(*page);
}

void MainWindow::offerInterruptedRun() {
    messages_->offerInterruptedRun();
}

void MainWindow::openRun(const std::filesystem::path& folder) {
    pages_->show(Page::Tab::train);
    run_.open(folder);
}

void MainWindow::dragEnterEvent(QDragEnterEvent* event) {
    if (!droppedPlace(*event->mimeData()).empty()) event->acceptProposedAction();
}

/// A run is opened, anything else is taken for data to learn from.
void MainWindow::dropEvent(QDropEvent* event) {
    const std::filesystem::path place = droppedPlace(*event->mimeData());
    if (place.empty()) return;
    event->acceptProposedAction();
    StartPage* const start = pages_->startPage();
    if (store::RunFolder(place).holdsRun()) {
        openRun(place);
    } else if (start != nullptr) {
        start->takeData(place);
    }
}

void MainWindow::openRunDialog() {
    const QString folder = QFileDialog::getExistingDirectory(
        this, tr("Open a run folder"), QString::fromStdString(run_.workspace().string()));
    if (!folder.isEmpty()) openRun(folder.toStdString());
}

void MainWindow::exportReport() {
    if (run_.folder() == nullptr) {
        messages_->inform(
            [] { return tr("There is no run to report on. Start one, or open one under Compare."); });
        return;
    }
    ExportDialog dialog(context_, this);
    dialog.exec();
}

/// Each window is a program of its own: what befalls one leaves the run of the other alone.
void MainWindow::openWindow() {
    const QStringList sameWorkspace{QStringLiteral("--workspace"),
                                    QString::fromStdString(run_.workspace().string())};
    if (!QProcess::startDetached(QCoreApplication::applicationFilePath(), sameWorkspace))
        messages_->inform([] { return tr("No other window can be opened: the program does not start."); });
}

void MainWindow::find() {
    QList<QAction*> commands = runActions_->all() + actions();
    commands.removeOne(menus_->find);
    CommandPalette palette(commands, pages_->finds(), this);
    palette.exec();
}

void MainWindow::closeEvent(QCloseEvent* event) {
    if (run_.isLive()) {
        event->ignore();
        if (!closing_ && userAgreesToStop()) stopAndClose();
        return;
    }
    savePlace(*this, settings_);
    pages_->remember(settings_);
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
    messages_->inform([] { return tr("The run is being stopped and saved; the window closes after that."); });
    connect(&run_, &RunModel::runEnded, this, &QWidget::close, Qt::QueuedConnection);
    run_.submit({.action = session::Stop{}, .note = Text::of("the window was closed")}, this, {});
}

bool MainWindow::focusNextPrevChild(bool next) {
    return moveFocus(*this, next);
}

/// From the left to the right, then the tool bar.
void MainWindow::focusPane(bool forward) {
    focusNextPane(pages_->panes() + QList<QWidget*>{toolBar_}, forward);
}

void MainWindow::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) retranslate();
    QMainWindow::changeEvent(event);
}

}  // namespace prunescope::ui
