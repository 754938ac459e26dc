#include "ui/app/window_pages.h"

#include "ui/app/tab_panes.h"
#include "ui/live/run_model.h"

#include <QMap>
#include <QTabBar>
#include <QTabWidget>
#include <array>
#include <utility>

namespace prunescope::ui {
namespace {

/// In the order of the questions.
constexpr std::array<std::pair<Page::Tab, const char*>, 5> questions{{
    {Page::Tab::setUp, "setUp"},
    {Page::Tab::train, "train"},
    {Page::Tab::explain, "explain"},
    {Page::Tab::compare, "compare"},
    {Page::Tab::ship, "ship"},
}};

QString tabName(Page::Tab tab, const char* ownId) {
    for (const auto& [question, name] : questions) {
        if (question == tab) return QLatin1String(name);
    }
    return QLatin1String(ownId);
}

QString settingOf(const TabPanes& tab) {
    return QStringLiteral("window/panes/%1").arg(tab.objectName());
}

}  // namespace

WindowPages::WindowPages(QWidget& window, const WindowContext& context, const std::vector<PageEntry>& entries)
    : QObject(&window), tabs_(new QTabWidget(&window)) {
    tabs_->setObjectName(QStringLiteral("pages"));
    tabs_->setDocumentMode(true);
    std::vector<std::pair<const char*, Page*>> made;
    made.reserve(entries.size());
    for (const PageEntry& entry : entries) made.emplace_back(entry.id, entry.make(context, &window));
    // Tabs stand in the order of the questions, whichever page is registered first.
    for (const auto& [question, name] : questions) {
        for (const auto& [id, page] : made) {
            if (page->place().tab == question) add(id, *page);
        }
    }
    for (const auto& [id, page] : made) {
        if (page->place().tab == Page::Tab::own) add(id, *page);
    }
    const auto followRun = [this, &run = context.run] {
        for (TabPanes* tab : tabPanes()) tab->setRun(run.hasRun());
        emit sidesChanged();
    };
    connect(&context.run, &RunModel::runChanged, this, followRun);
    connect(tabs_, &QTabWidget::currentChanged, this, &WindowPages::sidesChanged);
    followRun();
}

void WindowPages::add(const char* id, Page& page) {
    pages_.append(&page);
    connect(&page, &Page::showRequested, this, [this, shown = &page] { show(*shown); });
    if (start_ == nullptr) start_ = qobject_cast<StartPage*>(&page);
    tabOf(page, id).add(page, page.place().side);
}

TabPanes& WindowPages::tabOf(const Page& page, const char* id) {
    const QString name = tabName(page.place().tab, id);
    for (TabPanes* tab : tabPanes()) {
        if (tab->objectName() == name) return *tab;
    }
    auto* tab = new TabPanes(tabs_);
    tab->setObjectName(name);
    tabs_->addTab(tab, QString());
    return *tab;
}

QList<TabPanes*> WindowPages::tabPanes() const {
    QList<TabPanes*> all;
    for (int i = 0; i < tabs_->count(); ++i) all.append(qobject_cast<TabPanes*>(tabs_->widget(i)));
    return all;
}

TabPanes* WindowPages::seen() const {
    return qobject_cast<TabPanes*>(tabs_->currentWidget());
}

QList<QWidget*> WindowPages::panes() const {
    return seen() == nullptr ? QList<QWidget*>() : seen()->columns();
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

std::vector<Find> WindowPages::finds() const {
    std::vector<Find> all;
    for (Page* page : pages_) {
        for (Find& find : page->finds()) all.push_back(std::move(find));
    }
    return all;
}

void WindowPages::show(const Page& page) {
    for (TabPanes* tab : tabPanes()) {
        if (!tab->isAncestorOf(&page)) continue;
        tabs_->setCurrentWidget(tab);
        const Page::Side side = page.place().side;
        if (side == Page::Side::left || side == Page::Side::right) foldSides(false);
    }
}

void WindowPages::show(Page::Tab wanted) {
    for (TabPanes* tab : tabPanes()) {
        if (tab->objectName() == tabName(wanted, "")) tabs_->setCurrentWidget(tab);
    }
}

bool WindowPages::hasSides() const {
    return seen() != nullptr && seen()->hasSides();
}

bool WindowPages::sidesFolded() const {
    return seen() != nullptr && seen()->isFolded();
}

void WindowPages::foldSides(bool folded) {
    if (seen() != nullptr) seen()->setFolded(folded);
    emit sidesChanged();
}

void WindowPages::remember(QSettings& settings) const {
    for (const TabPanes* tab : tabPanes()) settings.setValue(settingOf(*tab), tab->arrangement());
}

void WindowPages::arrangeAsIn(const QSettings& settings) {
    for (TabPanes* tab : tabPanes()) tab->arrange(settings.value(settingOf(*tab)).toByteArray());
    emit sidesChanged();
}

void WindowPages::arrangeAsAtFirst() {
    for (TabPanes* tab : tabPanes()) tab->arrangeAsAtFirst();
    emit sidesChanged();
}

void WindowPages::retranslate() {
    tabs_->tabBar()->setAccessibleName(tr("Pages"));
    const QMap<QString, QString> titles{
        {QStringLiteral("setUp"), tr("Set up")},    {QStringLiteral("train"), tr("Train")},
        {QStringLiteral("explain"), tr("Explain")}, {QStringLiteral("compare"), tr("Compare")},
        {QStringLiteral("ship"), tr("Ship")},
    };
    for (const Page* page : pages_) {
        for (TabPanes* tab : tabPanes()) {
            if (tab->isAncestorOf(page))
                tabs_->setTabText(tabs_->indexOf(tab), titles.value(tab->objectName(), page->title()));
        }
    }
}

}  // namespace prunescope::ui
