#include "ui/runs/runs_page.h"

#include "ui/live/run_model.h"
#include "ui/runs/run_curves.h"
#include "ui/runs/run_pictures.h"
#include "ui/runs/runs_filter.h"
#include "ui/runs/runs_model.h"
#include "ui/runs/runs_reader.h"
#include "ui/runs/runs_table.h"
#include "ui/support/empty_state.h"
#include "ui/support/engine_text.h"
#include "ui/support/format.h"
#include "ui/support/message_bar.h"
#include "ui/support/plain_label.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSplitter>
#include <QStackedWidget>
#include <QVBoxLayout>
#include <algorithm>
#include <utility>

namespace prunescope::ui {
namespace {

/// How often a page that is seen looks after runs that are being recorded.
constexpr int pollMs = 5000;

QString pathText(const std::filesystem::path& path) {
    return QString::fromStdString(path.string());
}

}  // namespace

RunsPage::RunsPage(const PageContext& context, QWidget* parent)
    : Page(parent),
      context_(context),
      workspace_(context.run.workspace()),
      model_(new RunsModel(context.theme, colours_, this)),
      filter_(new RunsFilter(this)),
      reader_(new RunsReader(this)),
      curves_(new RunCurves(context.run, *model_, colours_, *reader_, this)),
      stack_(new QStackedWidget(this)),
      empty_(new EmptyState(this)),
      content_(new QWidget(this)),
      message_(new MessageBar(context.theme, content_)),
      search_(new QLineEdit(content_)),
      count_(new PlainLabel(content_)),
      refreshButton_(new QPushButton(content_)),
      openButton_(new QPushButton(content_)),
      table_(nullptr),
      splitter_(new QSplitter(Qt::Vertical, content_)),
      pictures_(new RunPictures(
          context.theme, *model_, colours_, *curves_, [this] { return shownRows(); }, content_)) {
    filter_->setSourceModel(model_);
    table_ = new RunsTable(*model_, *filter_, context.settings, content_);
    layOut();
    connectTable();
    connectRuns();
    retranslate();
    // Former versions kept a colour for every run that ever was.
    context_.settings.remove(QStringLiteral("runColours"));
}

RunsPage::~RunsPage() = default;

QLayout* RunsPage::layOutTools() {
    search_->setObjectName(QStringLiteral("runsFilter"));
    search_->setClearButtonEnabled(true);
    count_->setObjectName(QStringLiteral("runsCount"));
    count_->setForegroundRole(QPalette::PlaceholderText);
    refreshButton_->setObjectName(QStringLiteral("refreshRunsButton"));
    refreshButton_->setShortcut(QKeySequence(Qt::Key_F5));
    openButton_->setObjectName(QStringLiteral("openRunButton"));
    auto* tools = new QHBoxLayout;
    tools->setContentsMargins(8, 8, 8, 8);
    tools->setSpacing(8);
    tools->addWidget(search_, 1);
    tools->addWidget(count_);
    tools->addWidget(refreshButton_);
    tools->addWidget(openButton_);
    return tools;
}

void RunsPage::layOut() {
    message_->setObjectName(QStringLiteral("runsMessage"));
    splitter_->addWidget(table_);
    splitter_->addWidget(pictures_);
    splitter_->setChildrenCollapsible(false);
    splitter_->setStretchFactor(0, 1);
    splitter_->setStretchFactor(1, 1);
    auto* column = new QVBoxLayout(content_);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(message_);
    column->addLayout(layOutTools());
    column->addWidget(splitter_, 1);
    stack_->addWidget(content_);
    stack_->addWidget(empty_);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(stack_);
}

void RunsPage::connectTable() {
    connect(search_, &QLineEdit::textChanged, this, [this](const QString& text) {
        filter_->setFilterFixedString(text.trimmed());
        updateActions();
    });
    connect(refreshButton_, &QPushButton::clicked, this, &RunsPage::refresh);
    connect(openButton_, &QPushButton::clicked, table_, &RunsTable::openCurrent);
    connect(table_, &RunsTable::openRequested, this, &Page::openRequested);
    connect(table_, &RunsTable::folderNotShown, this, [this](const std::filesystem::path& folder) {
        message_->show(MessageBar::Kind::warning,
                       tr("No program is set up to show folders. The run lies in %1.").arg(pathText(folder)));
    });
    connect(table_->selectionModel(), &QItemSelectionModel::currentChanged, this, &RunsPage::updateActions);
    connect(table_->selectionModel(), &QItemSelectionModel::selectionChanged, this, &RunsPage::updateActions);
    connect(filter_, &QAbstractItemModel::rowsInserted, pictures_, &RunPictures::refreshSoon);
    connect(filter_, &QAbstractItemModel::rowsRemoved, pictures_, &RunPictures::refreshSoon);
    connect(model_, &RunsModel::ticksChanged, this, &RunsPage::updatePictures);
    connect(curves_, &RunCurves::changed, this, &RunsPage::updatePictures);
    connect(pictures_, &RunPictures::runChosen, this, &RunsPage::chooseRun);
    connect(pictures_, &RunPictures::coloursChanged, table_->viewport(), qOverload<>(&QWidget::update));
    leadToStart(*empty_);
}

void RunsPage::connectRuns() {
    connect(reader_, &RunsReader::listed, this, &RunsPage::adopt);
    connect(reader_, &RunsReader::listFailed, this, &RunsPage::showListError);
    // Its history is replaced: the pictures must not keep the old one, seen or not.
    connect(&context_.run, &RunModel::runChanged, this, [this] {
        updatePictures();
        refresh();
    });
    connect(&context_.run, &RunModel::stageChanged, this, &RunsPage::refresh);
    connect(&context_.run, &RunModel::runEnded, this, &RunsPage::refresh);
    connect(&context_.run, &RunModel::historyGrew, this, [this] {
        if (isVisible()) pictures_->grow();
    });
    connect(&pollTimer_, &QTimer::timeout, this, [this] { reader_->list(workspace_); });
}

void RunsPage::retranslate() {
    empty_->setTexts(
        tr("No runs yet"),
        tr("Every run that you start is kept in %1 and listed here, so that you can open it again "
           "or compare it with others.")
            .arg(pathText(workspace_)),
        tr("Start the experiment"));
    search_->setPlaceholderText(tr("Filter runs"));
    search_->setAccessibleName(tr("Filter runs"));
    search_->setToolTip(tr("Shows the runs in which this text stands, in any column."));
    refreshButton_->setText(tr("Refresh"));
    refreshButton_->setToolTip(tr("Reads the workspace again (F5)."));
    openButton_->setText(tr("Open"));
    openButton_->setToolTip(tr("Shows the selected run on all pages (Enter)."));
    table_->retranslate();
    model_->retranslate();
    pictures_->retranslate();
    updateActions();
}

void RunsPage::showEvent(QShowEvent* event) {
    Page::showEvent(event);
    reader_->list(workspace_);
    updatePictures();
}

void RunsPage::hideEvent(QHideEvent* event) {
    pollTimer_.stop();
    Page::hideEvent(event);
}

void RunsPage::refresh() {
    if (!isVisible()) return;  // showEvent reads.
    rereadRecording_ = true;
    reader_->list(workspace_);
}

void RunsPage::adopt(const std::vector<store::RunSummary>& runs) {
    const bool first = !std::exchange(listed_, true);
    message_->clear();
    curves_->rereadChanged(runs, std::exchange(rereadRecording_, false));
    model_->setRuns(runs);
    if (first) table_->resizeColumnsToContents();
    table_->selectFirst();
    stack_->setCurrentWidget(runs.empty() ? static_cast<QWidget*>(empty_) : content_);
    const bool recording = std::any_of(runs.begin(), runs.end(), [](const auto& run) { return run.live; });
    if (recording && isVisible()) {
        pollTimer_.start(pollMs);
    } else {
        pollTimer_.stop();
    }
    updatePictures();
    updateActions();
}

void RunsPage::showListError(const Text& why) {
    message_->show(MessageBar::Kind::error, engineText(why));
    stack_->setCurrentWidget(content_);
    pollTimer_.stop();
}

void RunsPage::updatePictures() {
    pictures_->refresh(isVisible());
}

std::vector<int> RunsPage::shownRows() const {
    std::vector<int> rows;
    for (int row = 0; row < model_->rowCount(); ++row) {
        if (filter_->mapFromSource(model_->index(row, RunsModel::name)).isValid()) rows.push_back(row);
    }
    return rows;
}

void RunsPage::chooseRun(const QString& runId) {
    const int row = model_->rowOf(runId);
    if (row >= 0) table_->setCurrentIndex(filter_->mapFromSource(model_->index(row, RunsModel::name)));
}

void RunsPage::updateActions() {
    table_->updateActions();
    openButton_->setEnabled(table_->currentRow() >= 0);
    count_->setText(
        filter_->rowCount() == model_->rowCount()
            ? tr("Runs: %1").arg(countText(model_->rowCount()))
            : tr("Runs: %1 of %2").arg(countText(filter_->rowCount()), countText(model_->rowCount())));
}

}  // namespace prunescope::ui
