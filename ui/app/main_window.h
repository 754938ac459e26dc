#pragma once

#include "ui/app/pages.h"
#include "ui/live/run_controller.h"
#include "ui/support/page.h"

#include <QMainWindow>

namespace prunescope::ui {

class Language;
class LineageActions;
class RunActions;
class RunMessages;
class RunToolBar;
class WindowMenus;
class WindowPages;

/// Puts pages, messages, tool bar and menus together and connects them; it holds no logic of its own, and
/// knows no page but as a `Page`.
class MainWindow : public QMainWindow {
    Q_OBJECT
public:
    MainWindow(RunController& run, Theme& theme, Language& language, QSettings& settings,
               const std::vector<PageEntry>& entries = pages());

    /// Starts what the start page has prepared.
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
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    void makeCentre();
    void makeMenus(Language& language);
    void connectMenus();
    void connectPages();
    void connectStart();
    void retranslate();
    void showRunName();
    void focusPane(bool forward);
    bool userAgreesToStop();
    void stopAndClose();
    void exportReport();
    void openRunDialog();
    void openRun(const std::filesystem::path& folder);
    void openWindow();
    void find();

    RunController& run_;
    QSettings& settings_;
    WindowContext context_;
    RunActions* runActions_;
    LineageActions* lineage_;
    WindowPages* pages_;
    RunMessages* messages_;
    WindowMenus* menus_;
    RunToolBar* toolBar_;
    bool closing_ = false;  ///< as soon as the run has ended
};

}  // namespace prunescope::ui
