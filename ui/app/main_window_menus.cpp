// The window's menus and the shortcuts of what is in them.

#include "ui/support/language.h"
#include "ui/app/main_window.h"
#include "ui/app/run_actions.h"
#include "ui/support/theme.h"

#include <QDockWidget>
#include <QTabWidget>

namespace prunescope::ui {

QAction* MainWindow::action(const char* name, const QKeySequence& shortcut) {
    auto* a = new QAction(this);
    a->setObjectName(QLatin1String(name));
    a->setShortcut(shortcut);
    addAction(a);
    return a;
}

void MainWindow::makeMenus() {
    const auto menu = [this] { return menuBar()->addMenu(QString()); };
    fileMenu_ = menu();
    editMenu_ = menu();
    runMenu_ = menu();
    viewMenu_ = menu();
    helpMenu_ = menu();
    open_ = action("openRunAction", QKeySequence::Open);
    export_ = action("exportReportAction", Qt::CTRL | Qt::Key_E);
    quit_ = action("quitAction", QKeySequence::Quit);
    undo_ = action("undoAction", QKeySequence::Undo);
    redo_ = action("redoAction", Qt::CTRL | Qt::SHIFT | Qt::Key_Z);
    shortcuts_ = action("shortcutsAction", Qt::CTRL | Qt::Key_Slash);
    help_ = action("helpAction", Qt::Key_F1);
    about_ = action("aboutAction", {});
    nextPane_ = action("nextPaneAction", Qt::Key_F6);
    previousPane_ = action("previousPaneAction", Qt::SHIFT | Qt::Key_F6);
    resetLayout_ = action("resetLayoutAction", {});
    measure_ = action("measureAction", {});
    fileMenu_->addActions({open_, export_});
    fileMenu_->addSeparator();
    fileMenu_->addAction(quit_);
    editMenu_->addActions({undo_, redo_, find_});
    runMenu_->addActions(runActions_->all());
    runMenu_->addSeparator();
    runMenu_->addAction(measure_);
    for (int tab = 0; tab < tabs_->count(); ++tab) {
        QAction* show = action(qPrintable(QStringLiteral("page%1Action").arg(tab)),
                               QKeySequence(QStringLiteral("Ctrl+%1").arg(tab + 1)));
        connect(show, &QAction::triggered, tabs_, [this, tab] { tabs_->setCurrentIndex(tab); });
        tabActions_.append(show);
    }
    viewMenu_->addActions(tabActions_);
    viewMenu_->addSeparator();
    viewMenu_->addActions(
        {experimentDock_->toggleViewAction(), scheduleDock_->toggleViewAction(), resetLayout_});
    viewMenu_->addSeparator();
    viewMenu_->addActions({nextPane_, previousPane_});
    viewMenu_->addSeparator();
    addThemeMenu();
    addLanguageMenu();
    helpMenu_->addActions({help_, shortcuts_, about_});
    connectMenus();
}

void MainWindow::connectMenus() {
    connect(open_, &QAction::triggered, this, &MainWindow::openRunDialog);
    connect(export_, &QAction::triggered, this, &MainWindow::exportReport);
    connect(quit_, &QAction::triggered, this, &QWidget::close);
    connect(find_, &QAction::triggered, this, &MainWindow::findCommand);
    connect(shortcuts_, &QAction::triggered, this, &MainWindow::showShortcuts);
    connect(help_, &QAction::triggered, this, &MainWindow::showHelp);
    connect(about_, &QAction::triggered, this, &MainWindow::showAbout);
    connect(nextPane_, &QAction::triggered, this, [this] { focusPane(true); });
    connect(previousPane_, &QAction::triggered, this, [this] { focusPane(false); });
    connect(resetLayout_, &QAction::triggered, this, [this] { restoreState(defaultLayout_); });
}

void MainWindow::addThemeMenu() {
    themeMenu_ = viewMenu_->addMenu(QString());
    auto* group = new QActionGroup(this);
    for (const auto choice : {Theme::Choice::system, Theme::Choice::light, Theme::Choice::dark}) {
        QAction* a = action(qPrintable(QStringLiteral("theme%1Action").arg(static_cast<int>(choice))), {});
        a->setCheckable(true);
        a->setChecked(theme_.choice() == choice);
        group->addAction(a);
        themeActions_.append(a);
        connect(a, &QAction::triggered, this, [this, choice] {
            theme_.choose(choice);
            settings_.setValue(QStringLiteral("theme"), static_cast<int>(choice));
        });
    }
    themeMenu_->addActions(themeActions_);
}

void MainWindow::addLanguageMenu() {
    languageMenu_ = viewMenu_->addMenu(QString());
    auto* group = new QActionGroup(this);
    for (const QString& code : QStringList{QString(), QStringLiteral("en")} + Language::translations()) {
        QAction* a = action(qPrintable(QStringLiteral("language_%1Action").arg(code)), {});
        a->setCheckable(true);
        a->setChecked(language_.chosen() == code);
        group->addAction(a);
        languageActions_.append(a);
        connect(a, &QAction::triggered, this, [this, chosen = code] {
            language_.choose(chosen);
            settings_.setValue(QStringLiteral("language"), chosen);
        });
    }
    languageMenu_->addActions(languageActions_);
}

}  // namespace prunescope::ui
