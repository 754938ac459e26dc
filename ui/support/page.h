#pragma once

#include "base/text.h"
#include "run/run_config.h"
#include "ui/support/branch_origin.h"

#include <QSettings>
#include <QString>
#include <QWidget>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <vector>

class QAction;

namespace prunescope::ui {

class EmptyState;
class LiveDraft;
class RunModel;
class Theme;

/// What every page of the window is given. All of it outlives the pages.
struct PageContext {
    RunModel& run;
    Theme& theme;
    QSettings& settings;
};

/// With what some of them share: the schedule of a live run is bent on one page and typed on another.
struct WindowContext : PageContext {
    LiveDraft& draft;
};

/// Something that the list behind Ctrl+K leads to, beside the commands: a layer, a setting, a run, an event.
struct Find {
    QString kind;  ///< in the window's language, as `name`
    QString name;
    std::function<void()> go;
};

/// A page: shows and hides by itself (a page that cannot be seen does nothing; on showEvent it catches up),
/// and sets all its texts in `retranslate`, which the constructor calls and which runs again on a new
/// language. The window knows pages as this alone, and pages do not know each other: what a page wants done
/// elsewhere it says by a signal, here or of the `RunModel`.
///
/// The window has a tab for each question that people ask, and pages that answer the same one share its tab.
class Page : public QWidget {
    Q_OBJECT
public:
    using QWidget::QWidget;

    /// Its name in the window's language; on a tab of its own it is the tab's.
    virtual QString title() const = 0;

    /// What do I train, how does it go, why, which is best, what do I ship; or none of these.
    enum class Tab : std::uint8_t { setUp, train, explain, compare, ship, own };
    /// At the sides stand panes, which are there while there is a run, and can be folded away.
    enum class Side : std::uint8_t { centre, below, left, right };
    struct Place {
        Tab tab = Tab::own;
        Side side = Side::centre;
    };
    virtual Place place() const { return {}; }

    /// Commands that it adds to the window's menus. It names and enables them itself.
    enum class Menu { edit, run };
    struct Command {
        Menu menu;
        QAction* action;
    };
    virtual std::vector<Command> commands() const { return {}; }
    /// What can be found in it now.
    virtual std::vector<Find> finds() { return {}; }

signals:
    void showRequested();  ///< has something to show that was asked for elsewhere
    void startRequested();
    void watchRequested();  ///< a run is about to be shown that its user wants to watch
    void openRequested(const std::filesystem::path& folder);
    void exportReportRequested();
    void explainRequested();  ///< of the run on display: why it has become what it is
    void measureRequested();  ///< likewise: how fast its network is
    /// Another run with these settings shall be prepared.
    void runAgainRequested(const prunescope::run::RunConfig& config);
    /// The run on display shall be trained longer; how long, is asked.
    void trainLongerRequested();
    /// A run shall be prepared that begins with a saved state of this one; which state, is asked.
    void branchRequested(const std::filesystem::path& folder);
    /// A change was refused while the page that says why is out of sight.
    void refusedUnseen(const prunescope::Text& why);

protected:
    virtual void retranslate() = 0;
    void changeEvent(QEvent* event) override;
    /// The button of `empty` starts the experiment.
    void leadToStart(EmptyState& empty);
};

/// The page on which runs are prepared and started.
class StartPage : public Page {
    Q_OBJECT
public:
    using Page::Page;

    /// As its own Start button. False: something on it has to be mended first.
    virtual bool requestStart() = 0;
    /// Prepares a run with these settings and shows the page; nothing is started.
    virtual void fill(const run::RunConfig& config) = 0;
    /// Likewise a run that begins where another one was.
    virtual void fillBranch(const run::RunConfig& config, const BranchOrigin& origin) = 0;
    /// Prepares a run on the data that lie there, a file or a folder, or with the network that such a file
    /// describes, and shows the page.
    virtual void takeData(const std::filesystem::path& place) = 0;
    /// Why nothing can be started; empty when it can.
    virtual QString startBlocker() const = 0;

signals:
    void startBlockerChanged();
};

/// How the window comes to a page: a name that stays as it is in settings, and whoever makes it.
struct PageEntry {
    const char* id;
    std::function<Page*(const WindowContext& context, QWidget* parent)> make;
};

/// The usual entry: a page that is made of its context.
template <class P>
PageEntry pageEntry(const char* id) {
    return {id,
            [](const WindowContext& context, QWidget* parent) -> Page* { return new P(context, parent); }};
}

}  // namespace prunescope::ui
