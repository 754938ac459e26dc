#pragma once

#include "ui/support/page.h"

#include <QHash>
#include <QObject>

class QDockWidget;
class QMainWindow;
class QTabWidget;

namespace prunescope::ui {

/// The pages of a window on their tabs and panes.
class WindowPages : public QObject {
    Q_OBJECT
public:
    WindowPages(QMainWindow& window, const PageContext& context, const std::vector<PageEntry>& entries);

    const QList<Page*>& all() const { return pages_; }
    QTabWidget& tabs() { return *tabs_; }
    /// The panes at one side of the tabs.
    QList<QDockWidget*> panes(Page::Place place) const;
    QList<QDockWidget*> panes() const;
    /// Those that the pages add to this menu.
    QList<QAction*> commands(Page::Menu menu) const;
    /// Where runs are started; null when there is no such page.
    StartPage* startPage() const { return start_; }

    void show(Page& page);
    /// By its name in settings; nothing when there is no such page.
    void show(const QString& id);
    /// The page that a run is watched on.
    void showFirst();
    /// There is one button that starts: that of the start page, or those of the empty pages while it is out
    /// of sight.
    void offerOneStart();
    void retranslate();

private:
    void add(QMainWindow& window, const char* id, Page& page);
    QDockWidget* paneOf(const Page& page) const;

    QTabWidget* tabs_;
    QList<Page*> pages_;
    QHash<QString, Page*> named_;
    StartPage* start_ = nullptr;
};

}  // namespace prunescope::ui
