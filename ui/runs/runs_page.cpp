#include "ui/runs/runs_page.h"

#include "ui/live/run_model.h"
#include "ui/runs/run_differences.h"
#include "ui/runs/run_overlay.h"
#include "ui/runs/runs_csv.h"
#include "ui/runs/runs_filter.h"
#include "ui/runs/runs_model.h"
#include "ui/runs/runs_reader.h"
#include "ui/support/empty_state.h"
#include "ui/support/engine_text.h"
#include "ui/support/format.h"
#include "ui/support/message_bar.h"
#include "ui/support/theme.h"

#include <QAction>
#include <QClipboard>
#include <QDesktopServices>
#include <QEvent>
#include <QGuiApplication>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QSplitter>
#include <QStackedWidget>
#include <QTableView>
#include <QUrl>
#include <algorithm>

namespace prunescope::ui {
namespace {

/// How often a page that is seen looks after runs that are being recorded.
constexpr int pollMs = 5000;

QString pathText(const std::filesystem::path& path) {
    return QString::fromStdString(path.string());
}

/// What a user wants of a column; nothing: as it is useful.
QString columnSetting(const QString& key) {
    return QStringLiteral("runs/columns/") + key;
}

}  // namespace

RunsPage::~RunsPage() = default;

void RunsPage::connectParts() {
    connect(reader_, &RunsReader::listed, this, &RunsPage::adopt);
    connect(reader_, &RunsReader::listFailed, this, &RunsPage::showListError);
    connect(reader_, &RunsReader::curvesRead, this, &RunsPage::takeCurves);
    connect(model_, &RunsModel::ticksChanged, this, &RunsPage::updateOverlay);
    connect(model_, &RunsModel::differencesChanged, this, &RunsPage::updateColumns);
    connect(table_->horizontalHeader(), &QWidget::customContextMenuRequested, this,
            &RunsPage::openColumnMenu);
    connect(search_, &QLineEdit::textChanged, this, [this](const QString& text) {
        filter_->setFilterFixedString(text.trimmed());
        updateActions();
    });
    connect(refreshButton_, &QPushButton::clicked, this, &RunsPage::refresh);
    connect(openButton_, &QPushButton::clicked, this, &RunsPage::openCurrent);
    leadToStart(*empty_);
    connect(table_, &QTableView::doubleClicked, this, [this](const QModelIndex& index) {
        // A double click on a tick is two ticks.
        if (index.column() != RunsModel::compare) openCurrent();
    });
    connect(table_->selectionModel(), &QItemSelectionModel::currentChanged, this, &RunsPage::updateActions);
    connect(table_->selectionModel(), &QItemSelectionModel::selectionChanged, this, &RunsPage::updateActions);
    connect(&context_.theme, &Theme::changed, this, &RunsPage::updateOverlay);
    // Its history is replaced: the overlay must not keep the old one, seen or not.
    connect(&context_.run, &RunModel::runChanged, this, [this] {
        updateOverlay();
        refresh();
    });
    connect(&context_.run, &RunModel::stageChanged, this, &RunsPage::refresh);
    connect(&context_.run, &RunModel::runEnded, this, &RunsPage::refresh);
    connect(&context_.run, &RunModel::historyGrew, this, [this] {
        if (isVisible()) overlay_->refresh();
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
    open_->setText(tr("Open"));
    openFolder_->setText(tr("Open the folder"));
    copyPath_->setText(tr("Copy the path"));
    copyCsv_->setText(tr("Copy as CSV"));
    table_->setAccessibleName(tr("Runs"));
    hint_->setText(tr("Tick runs to lay their curves over each other here."));
    model_->retranslate();
    overlay_->retranslate();
    updateActions();
}

void RunsPage::showEvent(QShowEvent* event) {
    Page::showEvent(event);
    reader_->list(workspace_);
    updateOverlay();
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
    const bool first = !listed_;
    listed_ = true;
    message_->clear();
    rereadChangedCurves(runs);
    model_->setRuns(runs);
    if (first) table_->resizeColumnsToContents();
    if (!table_->currentIndex().isValid() && filter_->rowCount() > 0) {
        table_->setCurrentIndex(filter_->index(0, RunsModel::name));
    }
    stack_->setCurrentWidget(runs.empty() ? static_cast<QWidget*>(empty_) : content_);
    const bool recording = std::any_of(runs.begin(), runs.end(), [](const auto& run) { return run.live; });
    if (recording && isVisible()) {
        pollTimer_.start(pollMs);
    } else {
        pollTimer_.stop();
    }
    updateOverlay();
    updateActions();
}

/// Curves of a run that was being recorded when they were read are out of date once it has ended.
void RunsPage::rereadChangedCurves(const std::vector<store::RunSummary>& runs) {
    const bool all = std::exchange(rereadRecording_, false);
    for (const store::RunSummary& now : runs) {
        const QString id = QString::fromStdString(now.id);
        const int row = model_->rowOf(id);
        if (row < 0 || !histories_.contains(id) || isOnDisplay(now)) continue;
        const bool failed = histories_.at(id) == nullptr;
        const bool wasLive = model_->run(row).live;
        if (wasLive != now.live || (all && (now.live || failed))) readCurves(now);
    }
}

void RunsPage::showListError(const Text& why) {
    message_->show(MessageBar::Kind::error, engineText(why));
    stack_->setCurrentWidget(content_);
    pollTimer_.stop();
}

void RunsPage::readCurves(const store::RunSummary& run) {
    const QString id = QString::fromStdString(run.id);
    reading_.insert(id);
    reader_->readCurves(id, run.folder);
}

void RunsPage::takeCurves(const QString& runId, const std::shared_ptr<const view::RunHistory>& history,
                          const Text& problem) {
    reading_.remove(runId);
    // The overlay draws from the old curves until `updateOverlay` has replaced them.
    const std::shared_ptr<const view::RunHistory> old = std::exchange(histories_[runId], history);
    model_->setCurvesProblem(runId, problem);
    updateOverlay();
}

bool RunsPage::isOnDisplay(const store::RunSummary& run) const {
    const store::RunFolder* folder = context_.run.folder();
    return context_.run.hasRun() && folder != nullptr &&
           folder->path().lexically_normal() == run.folder.lexically_normal();
}

const view::RunHistory* RunsPage::historyOf(const store::RunSummary& run) const {
    if (isOnDisplay(run)) return &context_.run.history();
    const auto read = histories_.find(QString::fromStdString(run.id));
    return read == histories_.end() ? nullptr : read->second.get();
}

void RunsPage::updateOverlay() {
    std::vector<OverlaidRun> shown;
    std::vector<const store::RunSummary*> drawn;
    QSet<QString> wanted;
    for (int row = 0; row < model_->rowCount(); ++row) {
        if (!model_->isTicked(row)) continue;
        const store::RunSummary& run = model_->run(row);
        const QString id = model_->id(row);
        if (!isOnDisplay(run)) wanted.insert(id);
        if (const view::RunHistory* history = historyOf(run)) {
            const std::size_t slot = colours_.slotOf(id).value_or(0);
            drawn.push_back(&run);
            shown.push_back({.id = id,
                             .label = id,
                             .colour = model_->colour(row),
                             .style = RunColours::styleOf(slot),
                             .width = RunColours::widthOf(slot),
                             .history = history});
        } else if (isVisible() && !reading_.contains(id) && !histories_.contains(id)) {
            readCurves(run);
        }
    }
    const std::vector<QString> names = legendNames(drawn);
    for (std::size_t i = 0; i < shown.size(); ++i) shown[i].label = names[i];
    below_->setCurrentWidget(shown.empty() ? static_cast<QWidget*>(hint_) : overlay_);
    overlay_->setRuns(std::move(shown));
    // Only now does nobody draw from these any more.
    std::erase_if(histories_, [&](const auto& entry) { return !wanted.contains(entry.first); });
    for (const QString& id : QSet<QString>(reading_)) {
        if (wanted.contains(id)) continue;
        reading_.remove(id);
        reader_->dropCurves(id);
    }
}

void RunsPage::updateActions() {
    const bool hasRow = currentRow() >= 0;
    for (QAction* action : {open_, openFolder_, copyPath_}) action->setEnabled(hasRow);
    openButton_->setEnabled(hasRow);
    copyCsv_->setEnabled(filter_->rowCount() > 0);
    count_->setText(
        filter_->rowCount() == model_->rowCount()
            ? tr("Runs: %1").arg(countText(model_->rowCount()))
            : tr("Runs: %1 of %2").arg(countText(filter_->rowCount()), countText(model_->rowCount())));
}

/// The columns in which the runs differ, unless the user wants others.
void RunsPage::updateColumns() {
    for (int column = RunsModel::compare + 1; column < model_->columnCount(); ++column) {
        const QString key = model_->columnKey(column);
        const QVariant wanted = context_.settings.value(columnSetting(key));
        const bool shown = wanted.isValid() ? wanted.toBool() : model_->tellsApart(column);
        table_->setColumnHidden(column, !shown);
        // Once: a width that the user has set stays.
        if (!shown || sized_.contains(key)) continue;
        table_->resizeColumnToContents(column);
        sized_.insert(key);
    }
}

void RunsPage::openColumnMenu(const QPoint& at) {
    QMenu menu(this);
    for (int column = RunsModel::compare + 1; column < model_->columnCount(); ++column) {
        QString title = model_->headerData(column, Qt::Horizontal, Qt::DisplayRole).toString();
        QAction* action = menu.addAction(title.replace(QLatin1Char('&'), QStringLiteral("&&")));
        action->setCheckable(true);
        action->setChecked(!table_->isColumnHidden(column));
        action->setData(columnSetting(model_->columnKey(column)));
    }
    menu.addSeparator();
    QAction* automatic = menu.addAction(tr("Only columns in which runs differ"));
    const QAction* chosen = menu.exec(table_->horizontalHeader()->mapToGlobal(at));
    if (chosen == automatic) {
        context_.settings.remove(QStringLiteral("runs/columns"));
    } else if (chosen != nullptr) {
        context_.settings.setValue(chosen->data().toString(), chosen->isChecked());
    }
    updateColumns();
}

int RunsPage::currentRow() const {
    const QModelIndex current = filter_->mapToSource(table_->currentIndex());
    return current.isValid() ? current.row() : -1;
}

std::vector<int> RunsPage::selectedRows() const {
    std::vector<int> shown;
    for (const QModelIndex& index : table_->selectionModel()->selectedRows()) shown.push_back(index.row());
    std::sort(shown.begin(), shown.end());
    if (shown.empty()) {
        for (int row = 0; row < filter_->rowCount(); ++row) shown.push_back(row);
    }
    std::vector<int> rows;
    rows.reserve(shown.size());
    for (const int row : shown) rows.push_back(filter_->mapToSource(filter_->index(row, 0)).row());
    return rows;
}

void RunsPage::openCurrent() {
    if (const int row = currentRow(); row >= 0) emit openRequested(model_->run(row).folder);
}

void RunsPage::toggleSelectedTicks() {
    if (currentRow() < 0) return;
    const bool ticked = !model_->isTicked(currentRow());
    for (const int row : selectedRows()) model_->setTicked(row, ticked);
}

void RunsPage::copyCsv() {
    std::vector<const store::RunSummary*> runs;
    for (const int row : selectedRows()) runs.push_back(&model_->run(row));
    QGuiApplication::clipboard()->setText(QString::fromStdString(runsCsv(runs)));
}

bool RunsPage::eventFilter(QObject* watched, QEvent* event) {
    const bool shortcut = event->type() == QEvent::ShortcutOverride;
    if (watched != table_ || (!shortcut && event->type() != QEvent::KeyPress)) {
        return Page::eventFilter(watched, event);
    }
    const int key = static_cast<QKeyEvent*>(event)->key();
    const bool plain = static_cast<QKeyEvent*>(event)->modifiers() == Qt::NoModifier;
    const bool enter = key == Qt::Key_Return || key == Qt::Key_Enter;
    if (!enter && !(plain && key == Qt::Key_Space)) return Page::eventFilter(watched, event);
    // In the table the space bar ticks, as in any list; elsewhere it may be the window's shortcut.
    event->accept();
    if (shortcut) return true;
    if (enter) {
        openCurrent();
    } else {
        toggleSelectedTicks();
    }
    return true;
}

}  // namespace prunescope::ui
