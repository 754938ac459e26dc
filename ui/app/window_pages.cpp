#include "ui/app/window_pages.h"

#include <QDockWidget>
#include <QMainWindow>
#include <QTabBar>
#include <QTabWidget>

namespace prunescope::ui {

WindowPages::WindowPages(QMainWindow& window, const PageContext& context,
                         const std::vector<PageEntry>& entries)
    : QObject(&window), tabs_(new QTabWidget(&window)) {
    tabs_->setObjectName(QStringLiteral("pages"));
    tabs_->setDocumentMode(true);
    for (const PageEntry& entry : entries) add(window, entry.id, *entry.make(context, &window));
}

void WindowPages::add(QMainWindow& window, const char* id, Page& page) {
    pages_.append(&page);
    named_.insert(QLatin1String(id), &page);
    connect(&page, &Page::showRequested, this, [this, shown = &page] { show(*shown); });
    if (start_ == nullptr) start_ = qobject_cast<StartPage*>(&page);
    if (page.place() == Page::Place::tab) {
        tabs_->addTab(&page, QString());
        return;
    }
    auto* pane = new QDockWidget(&window);
    pane->setObjectName(QLatin1String(id) + QStringLiteral("Dock"));
    pane->setWidget(&page);
    window.addDockWidget(
        page.place() == Page::Place::leftPane ? Qt::LeftDockWidgetArea : Qt::RightDockWidgetArea, pane);
    if (&page == start_) connect(pane, &QDockWidget::visibilityChanged, this, &WindowPages::offerOneStart);
}

QDockWidget* WindowPages::paneOf(const Page& page) const {
    return qobject_cast<QDockWidget*>(page.parentWidget());
}

QList<QDockWidget*> WindowPages::panes(Page::Place place) const {
    QList<QDockWidget*> panes;
    for (const Page* page : pages_) {
        if (page->place() == place && paneOf(*page) != nullptr) panes.append(paneOf(*page));
    }
    return panes;
}

QList<QDockWidget*> WindowPages::panes() const {
    return panes(Page::Place::leftPane) + panes(Page::Place::rightPane);
}

QList<QAction*> WindowPages::commands(Page::Menu menu) const {
    QList<QAction*> actions;
    for (const Page* page : pages_) {
        for (const Page::Command& command : page->commands()) {
            if (command.menu == menu) actions.append(command.action);
        }
    }
    return actions;
}

void WindowPages::show(Page& page) {
    if (QDockWidget* pane = paneOf(page)) {
        pane->show();
    } else {
        tabs_->setCurrentWidget(&page);
    }
}

void WindowPages::show(const QString& id) {
    if (Page* page = named_.value(id)) show(*page);
}

void WindowPages::showFirst() {
    tabs_->setCurrentIndex(0);
}

void WindowPages::offerOneStart() {
    const QDockWidget* pane = start_ == nullptr ? nullptr : paneOf(*start_);
    for (Page* page : pages_) page->offerStart(pane != nullptr && pane->isHidden());
}

void WindowPages::retranslate() {
    tabs_->tabBar()->setAccessibleName(tr("Pages"));
    for (Page* page : pages_) {
        if (QDockWidget* pane = paneOf(*page)) {
            pane->setWindowTitle(page->title());
        } else {
            tabs_->setTabText(tabs_->indexOf(page), page->title());
        }
    }
}

}  // namespace prunescope::ui
