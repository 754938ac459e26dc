#include "ui/hurt/hurt_page.h"

#include "base/error.h"
#include "ui/hurt/grown_errors.h"
#include "ui/hurt/hurt_classes.h"
#include "ui/live/run_model.h"
#include "ui/report/print_pictures.h"
#include "ui/support/engine_text.h"
#include "ui/support/plain_label.h"
#include "ui/support/row_table.h"
#include "ui/support/theme.h"
#include "ui/support/vertical_scroll.h"

#include <QHeaderView>
#include <QLabel>
#include <QListView>
#include <QPixmap>
#include <QSortFilterProxyModel>
#include <QStandardItemModel>
#include <QStyle>
#include <QTableView>
#include <QVBoxLayout>
#include <algorithm>
#include <utility>

namespace prunescope::ui {
namespace {

constexpr int pictureSide = 56;
constexpr int pictureCell = 104;
constexpr int fewestLetters = 36;  ///< of a line of sentences
constexpr int mostRowsShown = 10;
constexpr int mostTableLetters = 48;  ///< that the columns which must be seen may ask for

QLabel* boldLine(QWidget* parent) {
    auto* label = new PlainLabel(parent);
    QFont bold = label->font();
    bold.setBold(true);
    label->setFont(bold);
    return label;
}

/// Each pixel of the data a square, however fine the screen.
QPixmap pixmapOf(const data::Raster& raster, qreal ratio) {
    const int side = qRound(pictureSide * ratio);
    QPixmap pixmap =
        QPixmap::fromImage(imageOf(raster).scaled(side, side, Qt::KeepAspectRatio, Qt::FastTransformation));
    pixmap.setDevicePixelRatio(ratio);
    return pixmap;
}

}  // namespace

HurtPage::HurtPage(const PageContext& context, QWidget* parent)
    : Page(parent),
      context_(context),
      title_(boldLine(this)),
      first_(new PlainLabel(this)),
      sentences_(new PlainLabel(this)),
      grownTitle_(boldLine(this)),
      picturesTitle_(boldLine(this)),
      classes_(new HurtClasses(context.theme, this)),
      groups_(new HurtClasses(context.theme, this)),
      grown_(new GrownErrors(this)),
      table_(tableOf(*classes_)),
      groupTable_(tableOf(*groups_)),
      grownTable_(tableOf(*grown_)),
      images_(new QStandardItemModel(this)),
      pictures_(new QListView(this)) {
    setObjectName(QStringLiteral("hurtPage"));
    first_->setObjectName(QStringLiteral("hurtFirst"));
    first_->setForegroundRole(QPalette::PlaceholderText);
    first_->setWordWrap(true);
    sentences_->setObjectName(QStringLiteral("hurtSentences"));
    table_->setObjectName(QStringLiteral("hurtClasses"));
    groupTable_->setObjectName(QStringLiteral("hurtGroups"));
    grownTable_->setObjectName(QStringLiteral("hurtGrown"));
    pictures_->setObjectName(QStringLiteral("hurtPictures"));
    layOut();
    connect(&context_.run, &RunModel::runChanged, this, &HurtPage::takeRun);
    connect(&context_.run, &RunModel::stageChanged, this, &HurtPage::takeRun);
    for (QTableView* table : {table_, groupTable_, grownTable_})
        connect(&context_.theme, &Theme::changed, table->viewport(), qOverload<>(&QWidget::update));
    retranslate();
}

template <class Rows>
QTableView* HurtPage::tableOf(Rows& rows) {
    auto* sorted = new QSortFilterProxyModel(this);
    sorted->setSourceModel(&rows);
    sorted->setSortRole(Rows::sortRole);
    auto* table = new QTableView(this);
    table->setModel(sorted);
    makeRowTable(*table);
    return table;
}

void HurtPage::layOut() {
    sentences_->setWordWrap(true);
    sentences_->setTextInteractionFlags(Qt::TextSelectableByMouse);
    pictures_->setModel(images_);
    pictures_->setViewMode(QListView::IconMode);
    pictures_->setMovement(QListView::Static);
    pictures_->setResizeMode(QListView::Adjust);
    pictures_->setUniformItemSizes(true);
    pictures_->setWordWrap(true);
    pictures_->setIconSize({pictureSide, pictureSide});
    pictures_->setGridSize({pictureCell, pictureSide + 3 * fontMetrics().lineSpacing()});
    pictures_->setEditTriggers(QAbstractItemView::NoEditTriggers);
    pictures_->setMinimumHeight(pictures_->gridSize().height());
    // However narrow the pane is made, no sentence is cut off.
    auto* content = new QWidget;
    content->setMinimumWidth(fewestLetters * fontMetrics().averageCharWidth());
    auto* column = new QVBoxLayout(content);
    column->setContentsMargins(8, 8, 8, 8);
    column->setSpacing(6);
    column->addWidget(title_);
    column->addWidget(first_);
    column->addWidget(sentences_);
    column->addWidget(table_);
    column->addWidget(groupTable_);
    column->addWidget(grownTitle_);
    column->addWidget(grownTable_);
    column->addWidget(picturesTitle_);
    column->addWidget(pictures_, 1);
    // Without pictures what there is stands at the top.
    column->addStretch(0);
    auto* scroll = new VerticalScroll(this);
    scroll->setWidget(content);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(scroll);
}

void HurtPage::takeRun() {
    // The run before stays on display while another is being loaded.
    if (context_.run.stage() == RunModel::Stage::loading) return;
    stale_ = true;
    found_.reset();
    unreadable_ = {};
    reading_.cancel();
    if (isVisible()) look();
    showFound();
}

void HurtPage::showEvent(QShowEvent* event) {
    Page::showEvent(event);
    if (stale_) look();
    showFound();
}

void HurtPage::look() {
    stale_ = false;
    const RunModel& run = context_.run;
    if (!run.hasRun() || run.isLive() || run.folder() == nullptr) return;
    reading_.start([folder = *run.folder()] { return readHurt(folder); },
                   [this](HurtOfRun found) {
                       found_ = std::make_shared<const HurtOfRun>(std::move(found));
                       showFound();
                       sortWorstFirst();
                       emit read();
                   },
                   [this](const Error& error) {
                       unreadable_ = error.whole();
                       showFound();
                       emit read();
                   });
}

QString HurtPage::whyNothing() const {
    if (!unreadable_.empty()) return engineText(unreadable_);
    if (context_.run.isLive()) return tr("This is told when the run has ended.");
    if (reading_.isRunning()) return tr("The run and its data are being read.");
    return tr("Nothing was pruned in this run.");
}

void HurtPage::showFound() {
    const bool any = found_ && !found_->chapter.empty();
    const bool compared = any && found_->hurt.known();
    QStringList sentences = any ? found_->sentences() : QStringList(whyNothing());
    // Which network the first one is takes many lines, and stands in the tip.
    first_->setVisible(compared);
    first_->setText(compared ? found_->firstNetwork() : QString());
    first_->setToolTip(compared && !sentences.isEmpty() ? sentences.takeFirst() : QString());
    sentences_->setText(sentences.join(QLatin1String("\n\n")));
    const report::HurtSummary none;
    const report::HurtSummary& hurt = compared ? found_->hurt : none;
    showTables(hurt);
    showPictures();
}

void HurtPage::showTables(const report::HurtSummary& hurt) {
    const QString unit = found_ ? QString::fromStdString(found_->unit) : QString();
    const bool numbers = hurt.errors.has_value();
    classes_->setClasses(hurt.classes);
    if (numbers) {
        groups_->setNumberGroups(hurt.numberGroups, unit);
    } else {
        groups_->setGroups(hurt.groups);
    }
    grown_->setRows(hurt.grown, unit);
    table_->setVisible(!hurt.classes.empty());
    groupTable_->setVisible(groups_->rowCount() > 0);
    grownTitle_->setVisible(!hurt.grown.empty());
    grownTable_->setVisible(!hurt.grown.empty());
    for (QTableView* table : {table_, groupTable_, grownTable_}) fitTable(*table);
}

void HurtPage::sortWorstFirst() {
    table_->sortByColumn(HurtClasses::change, classes_->worstFirst());
    groupTable_->sortByColumn(HurtClasses::change, groups_->worstFirst());
    grownTable_->sortByColumn(GrownErrors::growth, Qt::DescendingOrder);
}

/// Which class, and what it lost, is seen without scrolling; so are the classes of the usual data sets.
void HurtPage::fitTable(QTableView& table) {
    table.resizeColumnsToContents();
    const QHeaderView& rows = *table.verticalHeader();
    const int shown = std::min(rows.count(), mostRowsShown);
    const int bar = style()->pixelMetric(QStyle::PM_ScrollBarExtent);
    const int beside = 2 * table.frameWidth() + (shown < rows.count() ? bar : 0);
    // Both kinds of tables have there what it is about, and what that lost.
    const int needed = table.columnWidth(0) + table.columnWidth(1);
    table.setMinimumWidth(std::min(needed + beside, mostTableLetters * fontMetrics().averageCharWidth()));
    table.setFixedHeight(table.horizontalHeader()->sizeHint().height() + shown * rows.defaultSectionSize() +
                         bar + 2 * table.frameWidth());
}

void HurtPage::showPictures() {
    images_->clear();
    if (found_) {
        const std::vector<view::Flip> shown = found_->hurt.shown();
        for (const report::TestPicture& picture : found_->pictures.pictures) {
            const auto flip = std::find_if(shown.begin(), shown.end(),
                                           [&](const view::Flip& f) { return f.image == picture.image; });
            if (flip == shown.end()) continue;
            const QString truth = QString::fromStdString(found_->classNames[flip->truth]);
            const QString answer = QString::fromStdString(found_->classNames[flip->second]);
            auto* item = new QStandardItem(QIcon(pixmapOf(picture.raster, devicePixelRatioF())),
                                           QStringLiteral("%1 → %2").arg(truth, answer));
            item->setToolTip(
                tr("Sample %1 is of class %2; the pruned network takes it for %3, the first does not.")
                    .arg(QString::number(picture.image), truth, answer));
            images_->appendRow(item);
        }
    }
    const bool any = images_->rowCount() > 0;
    pictures_->setVisible(any);
    picturesTitle_->setVisible(any);
}

void HurtPage::retranslate() {
    title_->setText(title());
    picturesTitle_->setText(tr("Only the pruned network is wrong"));
    grownTitle_->setText(tr("Samples whose error grew most"));
    table_->setAccessibleName(tr("Classes by lost recall"));
    groupTable_->setAccessibleName(tr("Groups that lost most"));
    grownTable_->setAccessibleName(grownTitle_->text());
    pictures_->setAccessibleName(tr("Samples that only the pruned network gets wrong"));
    classes_->retranslate();
    groups_->retranslate();
    grown_->retranslate();
    showFound();
}

}  // namespace prunescope::ui
