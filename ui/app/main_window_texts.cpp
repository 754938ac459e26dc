// What the window says: titles, menus, help.

#include "base/error.h"
#include "store/run_list.h"
#include "ui/app/command_palette.h"
#include "ui/app/main_window.h"
#include "ui/app/run_actions.h"
#include "ui/support/format.h"
#include "ui/support/message_bar.h"

#include <QDockWidget>
#include <QMenu>
#include <QMessageBox>
#include <QPushButton>
#include <QTabWidget>
#include <QToolBar>

namespace prunescope::ui {

namespace {

/// In the menu a choice stands under its heading; in the list of all commands it needs it.
void nameChoices(const QList<QAction*>& actions, const QStringList& names, const QString& inList) {
    for (qsizetype i = 0; i < actions.size(); ++i) {
        actions[i]->setText(names[i]);
        actions[i]->setData(inList.arg(names[i]));
    }
}

}  // namespace

void MainWindow::retranslate() {
    setWindowTitle(tr("Prunescope"));
    experimentDock_->setWindowTitle(tr("Experiment"));
    scheduleDock_->setWindowTitle(tr("Schedule"));
    toolBar_->setWindowTitle(tr("Run"));
    const QStringList pages{tr("Training"), tr("Weights"), tr("Runs"), tr("Audit"), tr("Bench")};
    for (int tab = 0; tab < tabs_->count(); ++tab) {
        tabs_->setTabText(tab, pages[tab]);
        tabActions_[tab]->setText(pages[tab]);
    }
    fileMenu_->setTitle(tr("&File"));
    editMenu_->setTitle(tr("&Edit"));
    runMenu_->setTitle(tr("&Run"));
    viewMenu_->setTitle(tr("&View"));
    helpMenu_->setTitle(tr("&Help"));
    themeMenu_->setTitle(tr("Theme"));
    languageMenu_->setTitle(tr("Language"));
    open_->setText(tr("Open a run…"));
    export_->setText(tr("Export report…"));
    quit_->setText(tr("Quit"));
    undo_->setText(tr("Undo the last edit of the run"));
    redo_->setText(tr("Redo the last edit of the run"));
    find_->setText(tr("Find a command"));
    find_->setToolTip(tr("Lists every command; type a few letters (Ctrl+K)."));
    shortcuts_->setText(tr("Shortcuts"));
    help_->setText(tr("What is this?"));
    measure_->setText(tr("Measure what pruning buys"));
    resetLayout_->setText(tr("Reset the layout"));
    const QStringList themes{tr("As the system"), tr("Light"), tr("Dark")};
    nameChoices(themeActions_, themes, tr("Theme: %1"));
    const QStringList languages{tr("As the system"), QStringLiteral("English"), QStringLiteral("日本語")};
    nameChoices(languageActions_, languages, tr("Language: %1"));
    runActions_->retranslate();
    openOffered_->setText(tr("Open the run"));
    dismissOffer_->setText(tr("Dismiss"));
    showRunName();
}

void MainWindow::findCommand() {
    QList<QAction*> commands = runActions_->all() + actions();
    commands.removeOne(find_);
    CommandPalette palette(commands, this);
    palette.exec();
}

void MainWindow::showShortcuts() {
    QString rows;
    for (const QAction* a : actions() + runActions_->all()) {
        if (a->shortcut().isEmpty()) continue;
        rows += QStringLiteral("<tr><td>%1</td><td>&nbsp;&nbsp;&nbsp;%2</td></tr>")
                    .arg(a->shortcut().toString(QKeySequence::NativeText).toHtmlEscaped(),
                         QString(a->text()).remove(QLatin1Char('&')).toHtmlEscaped());
    }
    QMessageBox box(QMessageBox::NoIcon, tr("Shortcuts"), QStringLiteral("<table>%1</table>").arg(rows),
                    QMessageBox::Close, this);
    box.exec();
}

void MainWindow::showHelp() {
    QMessageBox box(
        QMessageBox::NoIcon, tr("What is this?"),
        tr("<p><b>Prunescope</b> prunes a neural network while it trains.</p>"
           "<p>Choose an experiment on the left and press Start. <b>Training</b> shows accuracy, sparsity, "
           "attention and churn as they are measured. On the right, drag the schedule's handles and press "
           "Apply: "
           "the run follows at its next step. <b>Weights</b> shows which weights go, <b>Runs</b> compares "
           "runs, "
           "<b>Audit</b> lists everything that was done and exports the report, <b>Bench</b> measures what "
           "pruning "
           "buys on this machine.</p>"),
        QMessageBox::Close, this);
    box.exec();
}

void MainWindow::offerInterruptedRun() {
    try {
        const std::vector<store::RunSummary> runs = store::listRuns(run_.workspace());
        if (runs.empty() || runs.front().live || runs.front().state != run::RunState::running) return;
        offered_ = runs.front().folder;
        offer_->show(
            MessageBar::Kind::information,
            tr("The run %1 was cut off at epoch %2. Everything recorded until then is kept.")
                .arg(QString::fromStdString(runs.front().id), decimalText(runs.front().epochsDone, 2)));
    } catch (const Error&) {
        // A workspace that cannot be read is reported by the Runs page.
    }
}

}  // namespace prunescope::ui
