#pragma once

#include "ui/live/run_controller.h"
#include "ui/support/job.h"
#include "ui/support/page.h"

#include <QActionGroup>
#include <QMainWindow>
#include <QMenuBar>
#include <QPushButton>

class QDockWidget;
class QTabWidget;

namespace prunescope::store {
struct RunSummary;
}

namespace prunescope::ui {

class AuditPage;
class BenchPage;
class ElidedLabel;
class ExperimentPage;
class Language;
class MessageBar;
class RunActions;
class RunsPage;
class SchedulePage;
class TrainingPage;
class WeightsPage;

/// Puts pages, docks, toolbar and menus together and connects them; it holds no logic of its own.
class MainWindow : public QMainWindow {
    Q_OBJECT
public:
    MainWindow(RunController& run, Theme& theme, Language& language, QSettings& settings);

    /// Starts what the experiment form says.
    void startExperiment();
    /// Looks in the background whether the newest run of the workspace was cut off, and offers it then.
    void offerInterruptedRun();

signals:
    /// `offerInterruptedRun` has looked, whether or not there was such a run.
    void interruptedRunLookedFor();

protected:
    bool focusNextPrevChild(bool next) override;
    void closeEvent(QCloseEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void makePages();
    void makeMessages(QWidget& centre);
    void makeToolBar();
    void makeMenus();
    void connectMenus();
    void addThemeMenu();
    void addLanguageMenu();
    void connectPages();
    void connectRun();
    void offerOneStart();
    void retranslate();
    void showRunName();
    void showCondition();
    void tellLiveFailure();
    void offer(const store::RunSummary& run);
    void focusPane(bool forward);
    bool userAgreesToStop();
    void stopAndClose();
    void exportReport();
    void openRunDialog();
    void openRun(const std::filesystem::path& folder);
    void findCommand();
    void showShortcuts();
    void showHelp();
    void showAbout();
    QAction* action(const char* name, const QKeySequence& shortcut);

    RunController& run_;
    Theme& theme_;
    Language& language_;
    QSettings& settings_;
    PageContext context_;

    RunActions* runActions_;
    ExperimentPage* experiment_;
    SchedulePage* schedule_;
    TrainingPage* training_;
    WeightsPage* weights_;
    RunsPage* runs_;
    AuditPage* audit_;
    BenchPage* bench_;
    QTabWidget* tabs_;
    QDockWidget* experimentDock_;
    QDockWidget* scheduleDock_;
    MessageBar* condition_;  ///< of the open run: why it failed, what of it cannot be read
    MessageBar* message_;
    MessageBar* offer_;  ///< of a run that was cut off
    QPushButton* openOffered_;
    QPushButton* dismissOffer_;
    std::filesystem::path offered_;
    Job lookingBack_;  ///< for a run that was cut off
    ElidedLabel* runName_;
    QToolBar* toolBar_;
    QMenu *fileMenu_, *editMenu_, *runMenu_, *viewMenu_, *themeMenu_, *languageMenu_, *helpMenu_;
    QAction *open_, *export_, *quit_, *undo_, *redo_, *find_, *shortcuts_, *help_, *about_, *resetLayout_,
        *measure_, *nextPane_, *previousPane_;
    QList<QAction*> themeActions_, languageActions_, tabActions_;
    QByteArray defaultLayout_;
    bool closing_ = false;  ///< as soon as the run has ended
    bool wasLive_ = false;
};

}  // namespace prunescope::ui
