#pragma once

#include "ui/support/page.h"

#include <QList>

class QTabWidget;

namespace prunescope::ui {

class TabPanes;

/// The pages of a window on their tabs.
class WindowPages : public QObject {
    Q_OBJECT
public:
    WindowPages(QWidget& window, const WindowContext& context, const std::vector<PageEntry>& entries);

    const QList<Page*>& all() const { return pages_; }
    QTabWidget& tabs() { return *tabs_; }
    /// What the keyboard goes round on the tab that is seen.
    QList<QWidget*> panes() const;
    /// Those that the pages add to this menu.
    QList<QAction*> commands(Page::Menu menu) const;
    /// What can be found in all of them now, under Ctrl+K.
    std::vector<Find> finds() const;
    /// Where runs are started; null when there is no such page.
    StartPage* startPage() const { return start_; }

    void show(const Page& page);
    /// Nothing happens when no page is on it.
    void show(Page::Tab tab);

    /// Of the tab that is seen.
    bool hasSides() const;
    bool sidesFolded() const;
    void foldSides(bool folded);
    /// How wide everything is, and what is folded.
    void remember(QSettings& settings) const;
    void arrangeAsIn(const QSettings& settings);
    void arrangeAsAtFirst();
    void retranslate();

signals:
    void sidesChanged();  ///< those of the tab that is seen

private:
    void add(const char* id, Page& page);
    TabPanes& tabOf(const Page& page, const char* id);
    TabPanes* seen() const;
    QList<TabPanes*> tabPanes() const;

    QTabWidget* tabs_;
    QList<Page*> pages_;
    StartPage* start_ = nullptr;
};

}  // namespace prunescope::ui
