#include "ui/runs/runs_page.h"

#include "store/run_list.h"
#include "ui/live/run_model.h"
#include "ui/runs/run_curves.h"
#include "ui/runs/run_files.h"
#include "ui/runs/run_pictures.h"
#include "ui/runs/run_row_actions.h"
#include "ui/runs/run_rows.h"
#include "ui/runs/runs_filter.h"
#include "ui/runs/runs_model.h"
#include "ui/runs/runs_reader.h"
#include "ui/runs/runs_table.h"
#include "ui/runs/runs_tools.h"
#include "ui/support/empty_state.h"
#include "ui/support/engine_text.h"
#include "ui/support/message_bar.h"
#include "ui/support/message_overlay.h"
#include "ui/support/plain_label.h"

#include <QLabel>
#include <QSplitter>
#include <QStackedWidget>
#include <QVBoxLayout>
#include <algorithm>
#include <utility>

namespace prunescope::ui {
namespace {

/// How often a page that is seen looks after runs that are being recorded.
constexpr int pollMs = 5000;
/// A workspace that is read sooner is not announced.
constexpr int announceMs = 400;

QString pathText(const std::filesystem::path& path) {
    return QString::fromStdString(path.string());
}

}  // namespace

RunsPage::RunsPage(const PageContext& context, QWidget* parent)
    : Page(parent),
      context_(context),
      workspace_(context.run.workspace()),
      model_(new RunsModel(context.theme, colours_, this)),
      rows_(new RunRows(*model_, context.theme, this)),
      filter_(new RunsFilter(*model_, *rows_, this)),
      reader_(new RunsReader(this)),
      files_(new RunFiles(this)),
      curves_(new RunCurves(context.run, *model_, colours_, *reader_, this)),
      stack_(new QStackedWidget(this)),
      reading_(new EmptyState(this)),
      empty_(new EmptyState(this)),
      content_(new QWidget(this)),
      message_(new MessageBar(context.theme, content_)),
      table_(new RunsTable(*model_, *rows_, *filter_, context.settings, content_)),
      tools_(new RunsTools(context, *model_, *filter_, *table_, content_)),
      actions_(new RunRowActions(*table_, *model_, *files_, context.run)),
      notice_(new MessageBar(context.theme, table_)),
      splitter_(new QSplitter(Qt::Vertical, content_)),
      pictures_(new RunPictures(
          context.theme, context.settings, *model_, colours_, *curves_,
          [this] { return filter_->wantedRuns(); }, content_)) {
    layOut();
    connectTable();
    connectActions();
    connectRuns();
    retranslate();
    // Former versions kept a colour for every run that ever was.
    context_.settings.remove(QStringLiteral("runColours"));
}

RunsPage::~RunsPage() = default;

void RunsPage::layOut() {
    message_->setObjectName(QStringLiteral("runsMessage"));
    notice_->setObjectName(QStringLiteral("runsNotice"));
    notice_->addDismissButton();
    (new MessageOverlay(*table_))->add(*notice_);
    splitter_->addWidget(table_);
    splitter_->addWidget(pictures_);
    splitter_->setChildrenCollapsible(false);
    splitter_->setStretchFactor(0, 1);
    splitter_->setStretchFactor(1, 1);
    auto* column = new QVBoxLayout(content_);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(message_);
    column->addWidget(tools_);
    column->addWidget(splitter_, 1);
    reading_->setObjectName(QStringLiteral("readingRuns"));
    stack_->addWidget(reading_);
    stack_->addWidget(content_);
    stack_->addWidget(empty_);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(stack_);
}

void RunsPage::connectTable() {
    connect(tools_, &RunsTools::refreshRequested, this, &RunsPage::refresh);
    connect(table_, &RunsTable::openRequested, this, &Page::openRequested);
    connect(table_->selectionModel(), &QItemSelectionModel::currentChanged, this, &RunsPage::updateActions);
    connect(filter_, &RunsFilter::queryChanged, pictures_, &RunPictures::refreshSoon);
    connect(model_, &RunsModel::ticksChanged, this, &RunsPage::updatePictures);
    connect(model_, &RunsModel::renamed, this, &RunsPage::updatePictures);
    connect(curves_, &RunCurves::changed, this, &RunsPage::updatePictures);
    connect(pictures_, &RunPictures::runChosen, this, &RunsPage::chooseRun);
    connect(pictures_, &RunPictures::coloursChanged, table_->viewport(), qOverload<>(&QWidget::update));
    leadToStart(*empty_);
}

void RunsPage::connectActions() {
    connect(actions_, &RunRowActions::runAgainRequested, this, &Page::runAgainRequested);
    connect(actions_, &RunRowActions::branchRequested, this, &Page::branchRequested);
    connect(actions_, &RunRowActions::refused, this,
            [this](const QString& why) { notice_->show(MessageBar::Kind::warning, why); });
    connect(files_, &RunFiles::labelFailed, this, [this](const Text& why) {
        notice_->show(MessageBar::Kind::error, [why] { return engineText(why); });
    });
    connect(files_, &RunFiles::trashFailed, this, [this](const QString& folder, const QString& why) {
        notice_->show(MessageBar::Kind::error, [folder, why] {
            return tr("%1 could not be moved to the trash; nothing was deleted: %2").arg(folder, why);
        });
    });
    connect(files_, &RunFiles::changed, &context_.run, &RunModel::announceRename);
    connect(&context_.run, &RunModel::runsRenamed, this, [this] {
        if (isVisible()) reader_->list(workspace_);
    });
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

/// Before anything is known of the runs the page is blank, and says so when that takes its time.
void RunsPage::announceReading() {
    const bool announced = announced_ && stack_->currentWidget() == reading_;
    reading_->setTexts(announced ? tr("Reading the runs") : QString(),
                       announced ? tr("They are in %1.").arg(pathText(workspace_)) : QString());
}

void RunsPage::retranslate() {
    empty_->setTexts(
        tr("No runs yet"),
        tr("Every run that you start is kept in %1 and listed here, so that you can open it again "
           "or compare it with others.")
            .arg(pathText(workspace_)),
        tr("Start the experiment"));
    announceReading();
    table_->retranslate();
    actions_->retranslate();
    model_->retranslate();
    rows_->retranslate();
    tools_->retranslate();
    pictures_->retranslate();
    updateActions();
}

void RunsPage::showEvent(QShowEvent* event) {
    Page::showEvent(event);
    reader_->list(workspace_);
    QTimer::singleShot(announceMs, this, [this] {
        announced_ = true;
        announceReading();
    });
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
    message_->clear();
    curves_->rereadChanged(runs, std::exchange(rereadRecording_, false));
    model_->setRuns(runs);
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

void RunsPage::chooseRun(const QString& runId) {
    const int row = model_->rowOf(runId);
    if (row >= 0) table_->showRun(row);
}

std::vector<Find> RunsPage::finds() {
    std::vector<Find> runs;
    for (const store::NamedRun& run : store::namedRuns(workspace_)) {
        const QString id = QString::fromStdString(run.id);
        const QString name =
            run.name.empty() ? id : QStringLiteral("%1 (%2)").arg(QString::fromStdString(run.name), id);
        runs.push_back({tr("Run"), name, [this, folder = run.folder] { emit openRequested(folder); }});
    }
    return runs;
}

void RunsPage::updateActions() {
    actions_->update();
    tools_->showState();
}

}  // namespace prunescope::ui
