// How the page of runs is put together.

#include "ui/live/run_model.h"
#include "ui/runs/run_overlay.h"
#include "ui/runs/runs_filter.h"
#include "ui/runs/runs_model.h"
#include "ui/runs/runs_page.h"
#include "ui/runs/runs_reader.h"
#include "ui/support/empty_state.h"
#include "ui/support/message_bar.h"
#include "ui/support/plain_label.h"
#include "ui/support/row_table.h"

#include <QAction>
#include <QClipboard>
#include <QDesktopServices>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSplitter>
#include <QStackedWidget>
#include <QTableView>
#include <QUrl>
#include <QVBoxLayout>

namespace prunescope::ui {

RunsPage::RunsPage(const PageContext& context, QWidget* parent)
    : Page(parent),
      context_(context),
      workspace_(context.run.workspace()),
      model_(new RunsModel(context.theme, colours_, this)),
      filter_(new RunsFilter(this)),
      reader_(new RunsReader(this)),
      stack_(new QStackedWidget(this)),
      empty_(new EmptyState(this)),
      content_(new QWidget(this)),
      message_(new MessageBar(context.theme, content_)),
      search_(new QLineEdit(content_)),
      count_(new PlainLabel(content_)),
      refreshButton_(new QPushButton(content_)),
      openButton_(new QPushButton(content_)),
      table_(new QTableView(content_)),
      splitter_(new QSplitter(Qt::Vertical, content_)),
      below_(new QStackedWidget(content_)),
      hint_(new PlainLabel(content_)),
      overlay_(new RunOverlay(context.theme, content_)) {
    makeTable();
    makeActions();
    layOut();
    connectParts();
    retranslate();
    // Former versions kept a colour for every run that ever was.
    context_.settings.remove(QStringLiteral("runColours"));
}

void RunsPage::makeTable() {
    filter_->setSourceModel(model_);
    table_->setObjectName(QStringLiteral("runsTable"));
    table_->setModel(filter_);
    makeRowTable(*table_);
    table_->sortByColumn(RunsModel::started, Qt::DescendingOrder);
    table_->horizontalHeader()->setContextMenuPolicy(Qt::CustomContextMenu);
    table_->horizontalHeader()->setSectionsMovable(true);
    table_->installEventFilter(this);
}

void RunsPage::makeActions() {
    const auto action = [this](const char* name, const QKeySequence& shortcut) {
        auto* a = new QAction(table_);
        a->setObjectName(QLatin1String(name));
        a->setShortcut(shortcut);
        a->setShortcutContext(Qt::WidgetShortcut);
        table_->addAction(a);
        return a;
    };
    open_ = action("openSelectedRunAction", {});
    openFolder_ = action("openRunFolderAction", {});
    copyPath_ = action("copyRunPathAction", {});
    copyCsv_ = action("copyRunsAction", QKeySequence::Copy);
    table_->setContextMenuPolicy(Qt::ActionsContextMenu);
    connect(open_, &QAction::triggered, this, &RunsPage::openCurrent);
    connect(copyCsv_, &QAction::triggered, this, &RunsPage::copyCsv);
    connect(openFolder_, &QAction::triggered, this, [this] {
        const std::string path = model_->run(currentRow()).folder.string();
        if (QDesktopServices::openUrl(QUrl::fromLocalFile(QString::fromStdString(path)))) return;
        message_->show(MessageBar::Kind::warning,
                       tr("No program is set up to show folders. The run lies in %1.")
                           .arg(QString::fromStdString(path)));
    });
    connect(copyPath_, &QAction::triggered, this, [this] {
        QGuiApplication::clipboard()->setText(
            QString::fromStdString(model_->run(currentRow()).folder.string()));
    });
}

void RunsPage::layOut() {
    search_->setObjectName(QStringLiteral("runsFilter"));
    search_->setClearButtonEnabled(true);
    count_->setObjectName(QStringLiteral("runsCount"));
    count_->setForegroundRole(QPalette::PlaceholderText);
    refreshButton_->setObjectName(QStringLiteral("refreshRunsButton"));
    refreshButton_->setShortcut(QKeySequence(Qt::Key_F5));
    openButton_->setObjectName(QStringLiteral("openRunButton"));
    message_->setObjectName(QStringLiteral("runsMessage"));
    hint_->setObjectName(QStringLiteral("runsHint"));
    hint_->setAlignment(Qt::AlignCenter);
    hint_->setWordWrap(true);
    hint_->setForegroundRole(QPalette::PlaceholderText);
    overlay_->setObjectName(QStringLiteral("runsOverlay"));
    auto* tools = new QHBoxLayout;
    tools->setContentsMargins(8, 8, 8, 8);
    tools->setSpacing(8);
    tools->addWidget(search_, 1);
    tools->addWidget(count_);
    tools->addWidget(refreshButton_);
    tools->addWidget(openButton_);
    below_->addWidget(hint_);
    below_->addWidget(overlay_);
    splitter_->addWidget(table_);
    splitter_->addWidget(below_);
    splitter_->setChildrenCollapsible(false);
    splitter_->setStretchFactor(0, 1);
    splitter_->setStretchFactor(1, 1);
    auto* column = new QVBoxLayout(content_);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(message_);
    column->addLayout(tools);
    column->addWidget(splitter_, 1);
    stack_->addWidget(content_);
    stack_->addWidget(empty_);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(stack_);
}

}  // namespace prunescope::ui
