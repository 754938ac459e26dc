#include "ui/app/window_menus.h"

#include "ui/app/recent_runs.h"
#include "ui/app/run_actions.h"
#include "ui/app/window_pages.h"
#include "ui/support/language.h"
#include "ui/support/theme.h"

#include <QActionGroup>
#include <QMainWindow>
#include <QMenu>
#include <QMenuBar>
#include <QSettings>
#include <QTabWidget>
#include <utility>

namespace prunescope::ui {
namespace {

QAction* addCommand(QMainWindow& window, const QString& name, const QKeySequence& shortcut) {
    auto* action = new QAction(&window);
    action->setObjectName(name);
    action->setShortcut(shortcut);
    window.addAction(action);
    return action;
}

/// In the menu a choice stands under its heading; in the list of all commands it needs it.
void nameChoices(const QList<QAction*>& actions, const QStringList& names, const QString& inList) {
    for (qsizetype i = 0; i < actions.size(); ++i) {
        actions[i]->setText(names[i]);
        actions[i]->setData(inList.arg(names[i]));
    }
}

}  // namespace

WindowMenus::WindowMenus(QMainWindow& window, WindowPages& pages, RunActions& run,
                         const QList<QAction*>& lineage)
    : QObject(&window),
      find(addCommand(window, QStringLiteral("findCommandAction"), Qt::CTRL | Qt::Key_K)),
      newWindow(addCommand(window, QStringLiteral("newWindowAction"), QKeySequence::New)),
      open(addCommand(window, QStringLiteral("openRunAction"), QKeySequence::Open)),
      rename(addCommand(window, QStringLiteral("renameShownRunAction"), {})),
      exportReport(addCommand(window, QStringLiteral("exportReportAction"), Qt::CTRL | Qt::Key_E)),
      quit(addCommand(window, QStringLiteral("quitAction"), QKeySequence::Quit)),
      shortcuts(addCommand(window, QStringLiteral("shortcutsAction"), Qt::CTRL | Qt::Key_Slash)),
      help(addCommand(window, QStringLiteral("helpAction"), Qt::Key_F1)),
      about(addCommand(window, QStringLiteral("aboutAction"), {})),
      nextPane(addCommand(window, QStringLiteral("nextPaneAction"), Qt::Key_F6)),
      previousPane(addCommand(window, QStringLiteral("previousPaneAction"), Qt::SHIFT | Qt::Key_F6)),
      resetLayout(addCommand(window, QStringLiteral("resetLayoutAction"), {})),
      window_(window),
      pages_(pages) {
    const auto menu = [&window] { return window.menuBar()->addMenu(QString()); };
    file_ = menu();
    edit_ = menu();
    run_ = menu();
    view_ = menu();
    help_ = menu();
    file_->addActions({newWindow, open, exportReport});
    file_->addSeparator();
    file_->addAction(quit);
    edit_->addActions(pages.commands(Page::Menu::edit));
    edit_->addAction(find);
    run_->addActions(run.all());
    run_->addActions(lineage);
    run_->addAction(rename);
    window.addActions(lineage);
    run_->addSeparator();
    run_->addActions(pages.commands(Page::Menu::run));
    window.addActions(pages.commands(Page::Menu::edit) + pages.commands(Page::Menu::run));
    addPageActions();
    view_->addSeparator();
    addSideAction();
    view_->addAction(resetLayout);
    view_->addSeparator();
    view_->addActions({nextPane, previousPane});
    view_->addSeparator();
    help_->addActions({help, shortcuts, about});
}

void WindowMenus::addPageActions() {
    QTabWidget& tabs = pages_.tabs();
    for (int tab = 0; tab < tabs.count(); ++tab) {
        QAction* show = addCommand(window_, QStringLiteral("page%1Action").arg(tab),
                                   QKeySequence(QStringLiteral("Ctrl+%1").arg(tab + 1)));
        connect(show, &QAction::triggered, &tabs, [&tabs, tab] { tabs.setCurrentIndex(tab); });
        pageActions_.append(show);
    }
    view_->addActions(pageActions_);
}

void WindowMenus::addSideAction() {
    sides_ = addCommand(window_, QStringLiteral("sidesAction"), Qt::CTRL | Qt::Key_B);
    sides_->setCheckable(true);
    connect(sides_, &QAction::triggered, &pages_, [this](bool shown) { pages_.foldSides(!shown); });
    connect(&pages_, &WindowPages::sidesChanged, this, &WindowMenus::showSides);
    showSides();
    view_->addAction(sides_);
}

void WindowMenus::showSides() {
    sides_->setEnabled(pages_.hasSides());
    sides_->setChecked(pages_.hasSides() && !pages_.sidesFolded());
}

void WindowMenus::addRecentRuns(RunModel& run, QSettings& settings) {
    recent_ = new QMenu(&window_);
    recent_->setObjectName(QStringLiteral("recentRunsMenu"));
    recentRuns_ = new RecentRuns(run, settings, *recent_);
    connect(recentRuns_, &RecentRuns::openRequested, this, &WindowMenus::openRequested);
    file_->insertMenu(exportReport, recent_);
}

void WindowMenus::addChoice(Choices& choices, const QString& name, bool chosen,
                            std::function<void()> choose) {
    if (choices.menu == nullptr) {
        choices.menu = view_->addMenu(QString());
        new QActionGroup(choices.menu);
    }
    QAction* choice = addCommand(window_, name, {});
    choice->setCheckable(true);
    choice->setChecked(chosen);
    choices.menu->findChild<QActionGroup*>()->addAction(choice);
    choices.menu->addAction(choice);
    choices.actions.append(choice);
    connect(choice, &QAction::triggered, this, std::move(choose));
}

void WindowMenus::addThemes(Theme& theme, QSettings& settings) {
    for (const auto choice : {Theme::Choice::system, Theme::Choice::light, Theme::Choice::dark}) {
        addChoice(themes_, QStringLiteral("theme%1Action").arg(static_cast<int>(choice)),
                  theme.choice() == choice, [&theme, &settings, choice] {
                      theme.choose(choice);
                      settings.setValue(QStringLiteral("theme"), static_cast<int>(choice));
                  });
    }
}

void WindowMenus::addLanguages(Language& language, QSettings& settings) {
    const auto add = [&](const QString& code) {
        addChoice(languages_, QStringLiteral("language_%1Action").arg(code), language.chosen() == code,
                  [&language, &settings, code] {
                      language.choose(code);
                      settings.setValue(QStringLiteral("language"), code);
                  });
    };
    add(QString());
    for (const Language::Offer& offer : language.offered()) {
        add(offer.code);
        languageNames_ << offer.name;
    }
}

void WindowMenus::retranslate() {
    file_->setTitle(tr("&File"));
    edit_->setTitle(tr("&Edit"));
    run_->setTitle(tr("&Run"));
    view_->setTitle(tr("&View"));
    help_->setTitle(tr("&Help"));
    newWindow->setText(tr("New window"));
    open->setText(tr("Open a run…"));
    recent_->setTitle(tr("Recent runs"));
    recentRuns_->retranslate();
    rename->setText(tr("Rename the run…"));
    exportReport->setText(tr("Export report…"));
    quit->setText(tr("Quit"));
    find->setText(tr("Find anything"));
    find->setToolTip(tr("Commands, settings, layers, runs and events; type a few letters (Ctrl+K)."));
    shortcuts->setText(tr("Shortcuts"));
    help->setText(tr("What is this?"));
    about->setText(tr("About Prunescope"));
    nextPane->setText(tr("Next pane"));
    previousPane->setText(tr("Previous pane"));
    resetLayout->setText(tr("Reset the layout"));
    sides_->setText(tr("Side panes"));
    for (int tab = 0; tab < pageActions_.size(); ++tab)
        pageActions_[tab]->setText(pages_.tabs().tabText(tab));
    themes_.menu->setTitle(tr("Theme"));
    languages_.menu->setTitle(tr("Language"));
    nameChoices(themes_.actions, {tr("As the system"), tr("Light"), tr("Dark")}, tr("Theme: %1"));
    nameChoices(languages_.actions, QStringList{tr("As the system")} + languageNames_, tr("Language: %1"));
}

}  // namespace prunescope::ui
