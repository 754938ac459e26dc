#include "ui/runs/runs_tools.h"

#include "store/run_filter.h"
#include "ui/runs/runs_filter.h"
#include "ui/runs/runs_model.h"
#include "ui/runs/runs_table.h"
#include "ui/support/engine_text.h"
#include "ui/support/format.h"
#include "ui/support/plain_label.h"
#include "ui/support/theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPalette>
#include <QPushButton>
#include <QStringList>
#include <QToolButton>
#include <QVBoxLayout>
#include <initializer_list>
#include <string>

namespace prunescope::ui {
namespace {

/// Whether the table groups runs by the seed, in the settings.
const QString groupedKey = QStringLiteral("runs/grouped");

}  // namespace

RunsTools::RunsTools(const PageContext& context, const RunsModel& model, RunsFilter& filter, RunsTable& table,
                     QWidget* parent)
    : QWidget(parent),
      theme_(context.theme),
      model_(model),
      filter_(filter),
      table_(table),
      search_(new QLineEdit(this)),
      count_(new PlainLabel(this)),
      note_(new ElidedLabel(this)),
      group_(new QPushButton(this)),
      columns_(new QToolButton(this)),
      refresh_(new QPushButton(this)),
      open_(new QPushButton(this)) {
    layOut();
    theme_.dress(*note_, [this] { styleNote(); });
    connectAll(context.settings);
}

void RunsTools::layOut() {
    search_->setObjectName(QStringLiteral("runsFilter"));
    search_->setClearButtonEnabled(true);
    count_->setObjectName(QStringLiteral("runsCount"));
    count_->setForegroundRole(QPalette::PlaceholderText);
    note_->setObjectName(QStringLiteral("runsFilterNote"));
    group_->setObjectName(QStringLiteral("groupRunsButton"));
    group_->setCheckable(true);
    columns_->setObjectName(QStringLiteral("runColumnsButton"));
    columns_->setPopupMode(QToolButton::InstantPopup);
    columns_->setMenu(new QMenu(columns_));
    columns_->setFocusPolicy(Qt::StrongFocus);
    refresh_->setObjectName(QStringLiteral("refreshRunsButton"));
    refresh_->setShortcut(QKeySequence(Qt::Key_F5));
    open_->setObjectName(QStringLiteral("openRunButton"));
    auto* row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(search_, 1);
    for (QWidget* widget : std::initializer_list<QWidget*>{count_, group_, columns_, refresh_, open_})
        row->addWidget(widget);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(8, 8, 8, 4);
    column->setSpacing(4);
    column->addLayout(row);
    column->addWidget(note_);
}

void RunsTools::connectAll(QSettings& settings) {
    connect(search_, &QLineEdit::textChanged, this, [this](const QString& text) {
        filter_.setQuery(text);
        showState();
    });
    connect(refresh_, &QPushButton::clicked, this, &RunsTools::refreshRequested);
    connect(open_, &QPushButton::clicked, &table_, &RunsTable::openCurrent);
    connect(group_, &QPushButton::toggled, this, [this, &settings](bool grouped) {
        table_.setGrouped(grouped);
        settings.setValue(groupedKey, grouped);
        showState();
    });
    QMenu* columns = columns_->menu();
    connect(columns, &QMenu::aboutToShow, this, [this, columns] { table_.fillColumnMenu(*columns); });
    group_->setChecked(settings.value(groupedKey).toBool());
}

void RunsTools::showState() {
    open_->setEnabled(table_.currentIndex().isValid());
    const int runs = model_.rowCount();
    const auto wanted = static_cast<int>(filter_.wantedRuns().size());
    count_->setText(wanted == runs ? tr("Runs: %1").arg(countText(runs))
                                   : tr("Runs: %1 of %2").arg(countText(wanted), countText(runs)));
    showNote();
}

/// What the filter did not understand and why the table is empty; else what can be typed.
void RunsTools::showNote() {
    QStringList notes;
    if (filter_.rowCount() == 0 && model_.rowCount() > 0) notes << tr("No run fits this filter.");
    if (!filter_.problem().empty()) notes << engineText(filter_.problem());
    warns_ = !notes.isEmpty();
    if (!warns_) notes << tr("Words, or conditions: method:map  sparsity>90 %  state:finished  -seed:1");
    note_->setText(notes.join(QLatin1Char(' ')));
    styleNote();
}

void RunsTools::styleNote() {
    QPalette palette = note_->palette();
    palette.setColor(QPalette::WindowText, warns_ ? theme_.warning() : theme_.mutedText());
    note_->setPalette(palette);
}

void RunsTools::retranslate() {
    QStringList fields;
    for (const std::string& field : store::runFilterFields()) fields << QString::fromStdString(field);
    search_->setPlaceholderText(tr("Filter runs"));
    search_->setAccessibleName(tr("Filter runs"));
    search_->setToolTip(
        tr("Shows the runs that have every word in some column and meet every condition, such as method:map, "
           "sparsity>90 %, accuracy>=0.85, name:\"my run\" or -seed:1 (not this seed).\nFields: %1.")
            .arg(fields.join(QStringLiteral(", "))));
    group_->setText(tr("Group by seed"));
    group_->setToolTip(
        tr("One row for all runs that differ only in the seed: mean ± sample standard deviation, n runs."));
    columns_->setText(tr("Columns"));
    columns_->setToolTip(tr("Which columns the table shows."));
    refresh_->setText(tr("Refresh"));
    refresh_->setToolTip(tr("Reads the workspace again (F5)."));
    open_->setText(tr("Open"));
    open_->setToolTip(tr("Shows the selected run on all pages (Enter)."));
    showState();
}

}  // namespace prunescope::ui
