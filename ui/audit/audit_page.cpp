#include "ui/audit/audit_page.h"

#include "report/csv.h"
#include "ui/audit/audit_filter.h"
#include "ui/audit/audit_model.h"
#include "ui/audit/audit_text.h"
#include "ui/audit/event_details.h"
#include "ui/live/run_model.h"
#include "ui/support/format.h"
#include "ui/support/plain_label.h"
#include "ui/support/row_table.h"
#include "ui/support/vertical_scroll.h"

#include <QAction>
#include <QClipboard>
#include <QComboBox>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalBlocker>
#include <QSplitter>
#include <QTableView>
#include <QVBoxLayout>
#include <algorithm>
#include <array>
#include <utility>

namespace prunescope::ui {

AuditPage::AuditPage(const PageContext& context, QWidget* parent)
    : Page(parent),
      context_(context),
      model_(new AuditModel(context.run, this)),
      filter_(new AuditFilter(this)),
      search_(new QLineEdit(this)),
      kind_(new QComboBox(this)),
      count_(new PlainLabel(this)),
      export_(new QPushButton(this)),
      splitter_(new QSplitter(Qt::Horizontal, this)),
      table_(new QTableView(this)),
      details_(new EventDetails(this)),
      copyCsv_(new QAction(table_)) {
    filter_->setSourceModel(model_);
    makeTable();
    layOut();
    connectParts();
    retranslate();
}

void AuditPage::makeTable() {
    table_->setObjectName(QStringLiteral("auditTable"));
    table_->setModel(filter_);
    makeRowTable(*table_);
    // The table scrolls to what does not fit beside the details.
    table_->horizontalHeader()->setStretchLastSection(false);
    table_->sortByColumn(AuditModel::time, Qt::DescendingOrder);
    copyCsv_->setObjectName(QStringLiteral("copyEventsAction"));
    copyCsv_->setShortcut(QKeySequence::Copy);
    copyCsv_->setShortcutContext(Qt::WidgetShortcut);
    table_->addAction(copyCsv_);
    table_->setContextMenuPolicy(Qt::ActionsContextMenu);
}

void AuditPage::layOut() {
    search_->setObjectName(QStringLiteral("auditFilter"));
    search_->setClearButtonEnabled(true);
    kind_->setObjectName(QStringLiteral("auditKind"));
    count_->setObjectName(QStringLiteral("auditCount"));
    count_->setForegroundRole(QPalette::PlaceholderText);
    export_->setObjectName(QStringLiteral("exportReportButton"));
    details_->setObjectName(QStringLiteral("eventDetails"));
    auto* tools = new QHBoxLayout;
    tools->setContentsMargins(8, 8, 8, 8);
    tools->setSpacing(8);
    tools->addWidget(search_, 1);
    tools->addWidget(kind_);
    tools->addWidget(count_);
    tools->addWidget(export_);
    splitter_->addWidget(table_);
    auto* scroll = new VerticalScroll(splitter_);
    scroll->setWidget(details_);
    splitter_->addWidget(scroll);
    splitter_->setChildrenCollapsible(false);
    splitter_->setStretchFactor(0, 2);
    splitter_->setStretchFactor(1, 1);
    // Else both would begin as wide as they would like to be, and the details hid who and what came of it.
    splitter_->setSizes({2000, 1000});
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(tools);
    column->addWidget(splitter_, 1);
}

void AuditPage::connectParts() {
    connect(search_, &QLineEdit::textChanged, this, [this](const QString& text) {
        filter_->setText(text);
        updateCount();
    });
    connect(kind_, &QComboBox::currentIndexChanged, this, [this] {
        filter_->setKind(kind_->currentData().toString().toStdString());
        updateCount();
    });
    connect(export_, &QPushButton::clicked, this, &AuditPage::exportReportRequested);
    connect(copyCsv_, &QAction::triggered, this, &AuditPage::copyCsv);
    connect(table_->selectionModel(), &QItemSelectionModel::currentChanged, this, &AuditPage::showDetails);
    // Of the same run: a fall that was found, or went on, stands among the others.
    connect(model_, &AuditModel::modelAboutToBeReset, this, [this] {
        const QModelIndex current = filter_->mapToSource(table_->currentIndex());
        chosen_ = !stale_ && current.isValid() ? model_->eventAt(current.row()).sequence : 0;
    });
    connect(model_, &AuditModel::modelReset, this, [this] {
        const int row = chosen_ == 0 ? -1 : model_->rowOf(chosen_);
        if (row >= 0) table_->setCurrentIndex(filter_->mapFromSource(model_->index(row, AuditModel::time)));
    });
    connect(&context_.run, &RunModel::eventActivated, this, [this](qint64 sequence) {
        emit showRequested();
        selectEvent(sequence);
    });
    connect(&context_.run, &RunModel::runChanged, this, [this] {
        stale_ = true;
        if (isVisible()) catchUp();
    });
    connect(&context_.run, &RunModel::eventsGrew, this, [this] {
        if (isVisible()) catchUp();
    });
    // The first measurement after an event tells what came of it.
    connect(&context_.run, &RunModel::historyGrew, this, [this] {
        const std::size_t measured = context_.run.history().validation().times.size();
        if (!isVisible() || std::exchange(measured_, measured) == measured) return;
        catchUp();
        showDetails();
    });
    connect(&context_.run, &RunModel::stageChanged, this, [this] {
        if (isVisible()) catchUp();
    });
}

void AuditPage::retranslate() {
    search_->setPlaceholderText(tr("Filter events"));
    search_->setAccessibleName(tr("Filter events"));
    search_->setToolTip(tr("Shows the events in which this text stands, in any column."));
    kind_->setAccessibleName(tr("Kind of event"));
    kind_->setToolTip(tr("Shows events of one kind alone."));
    export_->setText(tr("Export report"));
    export_->setToolTip(
        tr("Saves what was done to the network, why, and what it cost, for someone who has to check it."));
    copyCsv_->setText(tr("Copy as CSV"));
    table_->setAccessibleName(tr("Events"));
    fillKinds();
    details_->retranslate();
    stale_ = true;  // The texts of the rows are in the old language.
    catchUp();
}

void AuditPage::fillKinds() {
    const QSignalBlocker quiet(kind_);
    const int index = std::max(0, kind_->currentIndex());
    kind_->clear();
    kind_->addItem(tr("All events"), QString());
    for (const std::string& kind : AuditText::kinds()) {
        kind_->addItem(AuditText::title(kind), QString::fromStdString(kind));
    }
    kind_->setCurrentIndex(index);
}

void AuditPage::showEvent(QShowEvent* event) {
    Page::showEvent(event);
    catchUp();
    // Without its final size the table could not scroll to what was selected.
    if (table_->currentIndex().isValid()) table_->scrollTo(table_->currentIndex());
}

void AuditPage::catchUp() {
    if (stale_) {
        model_->reset();
        stale_ = false;
        sizedFor_ = 0;
        showDetails();
    } else {
        model_->follow();
    }
    export_->setEnabled(context_.run.hasRun());
    if (model_->rowCount() != sizedFor_) widenColumns();
    updateCount();
}

/// Only wider, so that columns stand still and what the user has widened stays wide.
void AuditPage::widenColumns() {
    std::array<int, AuditModel::columns> before{};
    for (int c = 0; sizedFor_ > 0 && c < AuditModel::columns; ++c)
        before[static_cast<std::size_t>(c)] = table_->columnWidth(c);
    sizedFor_ = model_->rowCount();
    table_->resizeColumnsToContents();
    // A long reason must not push the change out of sight.
    const int most = table_->fontMetrics().averageCharWidth() * 40;
    table_->setColumnWidth(AuditModel::reason, std::min(most, table_->columnWidth(AuditModel::reason)));
    for (int c = 0; c < AuditModel::columns; ++c)
        table_->setColumnWidth(c, std::max(before[static_cast<std::size_t>(c)], table_->columnWidth(c)));
}

void AuditPage::updateCount() {
    const int shown = filter_->rowCount();
    const int all = model_->rowCount();
    count_->setText(shown == all ? tr("Events: %1").arg(countText(all))
                                 : tr("Events: %1 of %2").arg(countText(shown), countText(all)));
    copyCsv_->setEnabled(shown > 0);
}

void AuditPage::showDetails() {
    const QModelIndex current = filter_->mapToSource(table_->currentIndex());
    if (current.isValid()) {
        const run::AuditEvent& event = model_->eventAt(current.row());
        details_->show(&event, model_->changeText(current.row()),
                       AuditText::effect(event, context_.run.history().validation()));
    } else {
        details_->show(nullptr, {}, {});
    }
}

void AuditPage::clearFilters() {
    search_->clear();
    kind_->setCurrentIndex(0);
}

void AuditPage::selectEvent(qint64 sequence) {
    catchUp();
    const int row = model_->rowOf(sequence);
    if (row < 0) return;
    const QModelIndex source = model_->index(row, AuditModel::time);
    if (!filter_->mapFromSource(source).isValid()) clearFilters();
    const QModelIndex index = filter_->mapFromSource(source);
    table_->setCurrentIndex(index);
    table_->scrollTo(index, QAbstractItemView::PositionAtCenter);
    table_->setFocus(Qt::OtherFocusReason);
}

std::vector<Find> AuditPage::finds() {
    catchUp();
    std::vector<Find> events;
    for (int row = 0; row < model_->rowCount(); ++row) {
        const QString change = model_->changeText(row);
        const auto text = [&](int column) { return model_->index(row, column).data().toString(); };
        const QString what =
            change.isEmpty() ? text(AuditModel::event) : tr("%1: %2").arg(text(AuditModel::event), change);
        events.push_back({tr("Event"), tr("%1, epoch %2").arg(what, text(AuditModel::epoch)),
                          [this, sequence = model_->eventAt(row).sequence] {
                              emit showRequested();
                              selectEvent(sequence);
                          }});
    }
    return events;
}

void AuditPage::copyCsv() {
    std::vector<int> rows;
    for (const QModelIndex& index : table_->selectionModel()->selectedRows()) rows.push_back(index.row());
    std::sort(rows.begin(), rows.end());
    if (rows.empty()) {
        for (int row = 0; row < filter_->rowCount(); ++row) rows.push_back(row);
    }
    report::ReportInput input;
    for (const int row : rows) {
        input.record.events.push_back(model_->eventAt(filter_->mapToSource(filter_->index(row, 0)).row()));
    }
    QGuiApplication::clipboard()->setText(QString::fromStdString(report::eventsCsv(input, {})));
}

}  // namespace prunescope::ui
