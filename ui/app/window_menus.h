#pragma once

#include <QAction>
#include <QList>
#include <QObject>
#include <QStringList>
#include <filesystem>
#include <functional>

class QMainWindow;
class QMenu;
class QSettings;

namespace prunescope::ui {

class Language;
class RecentRuns;
class RunActions;
class RunModel;
class Theme;
class WindowPages;

/// The window's menus and the shortcuts of what is in them. What concerns the look of the window alone is
/// done here: which page is seen, its theme, its language, its layout.
class WindowMenus : public QObject {
    Q_OBJECT
public:
    /// `lineage`: what makes more of a run that has ended, in the menu of the run.
    WindowMenus(QMainWindow& window, WindowPages& pages, RunActions& run, const QList<QAction*>& lineage);

    QAction* const find;
    QAction* const newWindow;
    QAction* const open;
    QAction* const rename;
    QAction* const exportReport;
    QAction* const quit;
    QAction* const shortcuts;
    QAction* const help;
    QAction* const about;
    QAction* const nextPane;
    QAction* const previousPane;
    QAction* const resetLayout;

    void addRecentRuns(RunModel& run, QSettings& settings);
    /// These let the user choose one, and remember what was chosen.
    void addThemes(Theme& theme, QSettings& settings);
    void addLanguages(Language& language, QSettings& settings);
    void retranslate();

signals:
    void openRequested(const std::filesystem::path& folder);

private:
    /// A submenu of which one entry is chosen.
    struct Choices {
        QMenu* menu = nullptr;
        QList<QAction*> actions{};
    };

    void addPageActions();
    void addSideAction();
    void showSides();
    void addChoice(Choices& choices, const QString& name, bool chosen, std::function<void()> choose);

    QMainWindow& window_;
    WindowPages& pages_;
    QMenu *file_, *edit_, *run_, *view_, *help_;
    QMenu* recent_ = nullptr;
    RecentRuns* recentRuns_ = nullptr;
    QAction* sides_ = nullptr;  ///< shows or folds the panes at the sides
    QList<QAction*> pageActions_;
    Choices themes_, languages_;
    QStringList languageNames_;  ///< each in its own language
};

}  // namespace prunescope::ui
