// What the window says: titles, menus, help.

#include "base/error.h"
#include "store/run_condition.h"
#include "store/run_list.h"
#include "train/provenance.h"
#include "ui/app/command_palette.h"
#include "ui/app/main_window.h"
#include "ui/app/run_actions.h"
#include "ui/support/engine_text.h"
#include "ui/support/format.h"
#include "ui/support/message_bar.h"
#include "ui/support/plain_label.h"
#include "ui/support/run_name.h"

#include <QDockWidget>
#include <QMenu>
#include <QMessageBox>
#include <QPushButton>
#include <QTabBar>
#include <QTabWidget>
#include <QToolBar>
#include <optional>

namespace prunescope::ui {

namespace {

/// In the menu a choice stands under its heading; in the list of all commands it needs it.
void nameChoices(const QList<QAction*>& actions, const QStringList& names, const QString& inList) {
    for (qsizetype i = 0; i < actions.size(); ++i) {
        actions[i]->setText(names[i]);
        actions[i]->setData(inList.arg(names[i]));
    }
}

constexpr std::size_t mostProblems = 3;  ///< a damaged run may have hundreds

/// The newest run of a workspace, when it was cut off. Any thread.
std::optional<store::RunSummary> newestIfCutOff(const std::filesystem::path& workspace) {
    const std::vector<store::RunSummary> runs = store::listRuns(workspace);
    if (runs.empty() || conditionOf(runs.front()) != store::RunCondition::interrupted) return {};
    return runs.front();
}

/// A reason may end as a sentence, and stands in another one.
QString withoutStop(const QString& reason) {
    return reason.endsWith(QLatin1Char('.')) || reason.endsWith(QChar(0x3002)) ? reason.chopped(1) : reason;
}

}  // namespace

void MainWindow::retranslate() {
    experimentDock_->setWindowTitle(tr("Experiment"));
    scheduleDock_->setWindowTitle(tr("Schedule"));
    toolBar_->setWindowTitle(tr("Run"));
    const QStringList pages{tr("Training"), tr("Weights"), tr("Runs"), tr("Audit"), tr("Bench")};
    tabs_->tabBar()->setAccessibleName(tr("Pages"));
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
    about_->setText(tr("About Prunescope"));
    nextPane_->setText(tr("Next pane"));
    previousPane_->setText(tr("Previous pane"));
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
    if (!condition_->isHidden()) showCondition();
}

void MainWindow::showRunName() {
    const bool shown = run_.hasRun();
    const QString title = shown ? runTitle(run_.header()->config, run_.runId()) : tr("no run");
    runName_->setText(title);
    const QString folder = shown && run_.folder() != nullptr
                               ? QString::fromStdString(run_.folder()->path().string())
                               : QString();
    runName_->setToolTip(folder.isEmpty() ? QString() : tr("Folder: %1").arg(folder));
    setWindowTitle(shown ? tr("%1 – Prunescope").arg(title) : tr("Prunescope"));
    export_->setEnabled(shown);
}

/// Of a run that was opened, not of one that trains: the page does not move while somebody works in it.
void MainWindow::showCondition() {
    if (run_.isLive() || !run_.hasRun()) return condition_->clear();
    if (run_.stage() == RunModel::Stage::failed && !run_.failure().empty()) {
        return condition_->show(MessageBar::Kind::error,
                                tr("This run failed: %1.").arg(withoutStop(engineText(run_.failure()))));
    }
    const std::vector<Text> problems = run_.problems();
    if (problems.empty()) return condition_->clear();
    QStringList texts;
    for (std::size_t i = 0; i < std::min(problems.size(), mostProblems); ++i)
        texts << engineText(problems[i]);
    if (problems.size() > mostProblems)
        texts << tr("and %1 more").arg(countText(static_cast<std::int64_t>(problems.size() - mostProblems)));
    condition_->show(MessageBar::Kind::error, tr("This run is damaged, so what you see is incomplete: %1.")
                                                  .arg(withoutStop(texts.join(QStringLiteral("; ")))));
}

void MainWindow::tellLiveFailure() {
    const Text why = run_.failure();
    message_->show(MessageBar::Kind::error, [why] {
        return tr("The run failed: %1. What was recorded until then is kept.")
            .arg(withoutStop(engineText(why)));
    });
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

void MainWindow::showAbout() {
    const run::Provenance program = train::currentProvenance();
    const auto text = [](const std::string& t) { return QString::fromStdString(t); };
    QMessageBox box(
        QMessageBox::NoIcon, tr("About Prunescope"),
        tr("Prunescope %1, a laboratory for pruning neural networks while they train.\n\n"
           "Licence: GPL-3.0-or-later. It comes without warranty.\n\n"
           "Built with %2 for the instruction set %3, with Qt %4, SQLite, zlib, {fmt} and JSON for "
           "Modern C++.\n"
           "Runs on %5, %6.")
            .arg(text(program.version), text(program.compiler), text(program.instructionSet),
                 QString::fromLatin1(qVersion()), text(program.processor), text(program.operatingSystem)),
        QMessageBox::Close, this);
    box.setTextFormat(Qt::PlainText);
    box.setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    box.exec();
}

void MainWindow::offerInterruptedRun() {
    lookingBack_.start([workspace = run_.workspace()] { return newestIfCutOff(workspace); },
                       [this](const std::optional<store::RunSummary>& found) {
                           if (found) offer(*found);
                           emit interruptedRunLookedFor();
                       },
                       // A workspace that cannot be read is reported by the Runs page.
                       [this](const Error& /*error*/) { emit interruptedRunLookedFor(); });
}

void MainWindow::offer(const store::RunSummary& run) {
    offered_ = run.folder;
    offer_->show(MessageBar::Kind::information,
                 [id = QString::fromStdString(run.id), epochs = run.epochsDone] {
                     return tr("The run %1 was cut off at epoch %2. Everything recorded until then is kept.")
                         .arg(id, epochs ? decimalText(*epochs, 2) : QStringLiteral("–"));
                 });
}

}  // namespace prunescope::ui
