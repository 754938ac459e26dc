#pragma once

#include "base/text.h"

#include <QList>
#include <QSettings>
#include <QWidget>
#include <filesystem>
#include <functional>
#include <vector>

class QAction;

namespace prunescope::ui {

class EmptyState;
class RunModel;
class Theme;

/// What every page of the window is given. All of it outlives the pages.
struct PageContext {
    RunModel& run;
    Theme& theme;
    QSettings& settings;
};

/// A page: shows and hides by itself (a page that cannot be seen does nothing; on showEvent it catches up),
/// and sets all its texts in `retranslate`, which the constructor calls and which runs again on a new
/// language. The window knows pages as this alone, and pages do not know each other: what a page wants done
/// elsewhere it says by a signal, here or of the `RunModel`.
class Page : public QWidget {
    Q_OBJECT
public:
    using QWidget::QWidget;

    /// Its name on its tab or pane and in the menu, in the window's language.
    virtual QString title() const = 0;

    enum class Place { tab, leftPane, rightPane };
    virtual Place place() const { return Place::tab; }

    /// Commands that it adds to the window's menus. It names and enables them itself.
    enum class Menu { edit, run };
    struct Command {
        Menu menu;
        QAction* action;
    };
    virtual std::vector<Command> commands() const { return {}; }

    /// Whether the pages that lead to a start while there is no run have a button for it.
    void offerStart(bool offered);

signals:
    void showRequested();  ///< has something to show that was asked for elsewhere
    void startRequested();
    void openRequested(const std::filesystem::path& folder);
    void exportReportRequested();
    void explainRequested();  ///< of the run on display: why it has become what it is
    void measureRequested();  ///< likewise: how fast its network is
    /// A change was refused while the page that says why is out of sight.
    void refusedUnseen(const prunescope::Text& why);

protected:
    virtual void retranslate() = 0;
    void changeEvent(QEvent* event) override;
    /// The button of `empty` starts the experiment.
    void leadToStart(EmptyState& empty);

private:
    QList<EmptyState*> leads_;
};

/// The page on which runs are prepared and started.
class StartPage : public Page {
    Q_OBJECT
public:
    using Page::Page;

    /// As its own Start button.
    virtual void requestStart() = 0;
    /// Why nothing can be started; empty when it can.
    virtual QString startBlocker() const = 0;

signals:
    void startBlockerChanged();
};

/// How the window comes to a page: a name that stays as it is in settings, and whoever makes it.
struct PageEntry {
    const char* id;
    std::function<Page*(const PageContext& context, QWidget* parent)> make;
};

/// The usual entry: a page that is made of its context.
template <class P>
PageEntry pageEntry(const char* id) {
    return {id, [](const PageContext& context, QWidget* parent) -> Page* { return new P(context, parent); }};
}

}  // namespace prunescope::ui
