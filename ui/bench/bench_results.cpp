#include "ui/bench/bench_results.h"

#include "ui/bench/bench_charts.h"
#include "ui/bench/bench_figures.h"
#include "ui/bench/bench_model.h"
#include "ui/bench/bench_words.h"
#include "ui/charts/xy_chart.h"
#include "ui/support/plain_label.h"
#include "ui/support/row_table.h"
#include "ui/support/theme.h"

#include <QAction>
#include <QBoxLayout>
#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QScrollBar>
#include <QTableView>
#include <QVBoxLayout>

namespace prunescope::ui {

BenchResults::BenchResults(Theme& theme, QWidget* parent)
    : QWidget(parent),
      theme_(theme),
      model_(new BenchModel(this)),
      sentence_(new PlainLabel(this)),
      machine_(new PlainLabel(this)),
      speedup_(new XyChart(theme, this)),
      roofline_(new XyChart(theme, this)),
      tableTitle_(new PlainLabel(this)),
      copy_(new QPushButton(this)),
      table_(new QTableView(this)) {
    sentence_->setObjectName(QStringLiteral("benchSentence"));
    machine_->setObjectName(QStringLiteral("benchMachine"));
    speedup_->setObjectName(QStringLiteral("benchSpeedup"));
    roofline_->setObjectName(QStringLiteral("benchRoofline"));
    copy_->setObjectName(QStringLiteral("benchCopy"));
    for (QLabel* label : {sentence_, machine_}) {
        label->setWordWrap(true);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    }
    machine_->setForegroundRole(QPalette::PlaceholderText);
    makeTable();
    layOut();
    connect(copy_, &QPushButton::clicked, this, &BenchResults::copyCsv);
    connect(&theme_, &Theme::changed, this, &BenchResults::drawCharts);
    retranslate();
}

void BenchResults::makeTable() {
    table_->setObjectName(QStringLiteral("benchTable"));
    table_->setModel(model_);
    makeRowTable(*table_);
    table_->setSortingEnabled(false);
    table_->verticalHeader()->show();
    table_->verticalHeader()->setHighlightSections(false);
    table_->horizontalHeader()->setStretchLastSection(false);
    table_->horizontalHeader()->setSectionsClickable(false);
    table_->setCornerButtonEnabled(false);
    table_->setStyleSheet(
        QStringLiteral("QTableCornerButton::section { background: palette(window); border: none; }"));
    // All of its lines are seen; the page scrolls.
    table_->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto* copy = new QAction(this);
    copy->setShortcut(QKeySequence::Copy);
    copy->setShortcutContext(Qt::WidgetShortcut);
    connect(copy, &QAction::triggered, this, &BenchResults::copyCsv);
    table_->addAction(copy);
}

void BenchResults::layOut() {
    charts_ = new QHBoxLayout;
    charts_->setSpacing(8);
    charts_->addWidget(speedup_, 1);
    charts_->addWidget(roofline_, 1);
    auto* head = new QHBoxLayout;
    head->addWidget(tableTitle_);
    head->addStretch(1);
    head->addWidget(copy_);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(8, 8, 8, 8);
    column->setSpacing(8);
    column->addWidget(sentence_);
    column->addWidget(machine_);
    column->addLayout(charts_, 1);
    column->addLayout(head);
    column->addWidget(table_);
}

void BenchResults::retranslate() {
    QFont large = font();
    large.setPointSizeF(large.pointSizeF() * 1.2);
    sentence_->setFont(large);
    QFont strong = font();
    strong.setWeight(QFont::DemiBold);
    tableTitle_->setFont(strong);
    tableTitle_->setText(tr("All figures"));
    copy_->setText(tr("Copy as CSV"));
    copy_->setToolTip(tr("Copies every figure of every sparsity, a line for each."));
    table_->setAccessibleName(tr("All figures"));
    speedup_->setTitle(
        tr("Speed-up over sparsity"),
        tr("How many times as fast as without pruning: points are measured medians, their bars the middle "
           "half of all rounds, the dashed line is what is left of the multiply-accumulates, dense / "
           "kept."));
    speedup_->setAxes({.title = tr("sparsity"), .kind = view::AxisKind::percent},
                      {.title = tr("times as fast as without pruning"), .kind = view::AxisKind::logarithmic});
    roofline_->setTitle(tr("Roofline of inference"),
                        tr("No program computes faster than the machine's arithmetic or its memory allows: "
                           "roof = min(peak of multiply-adds, operations a byte × bandwidth)."));
    roofline_->setAxes(
        {.title = tr("operations for each byte moved (theoretical)"), .kind = view::AxisKind::logarithmic},
        {.title = tr("GFLOP/s (measured)"), .kind = view::AxisKind::logarithmic});
    model_->retranslate();
    if (report_ == nullptr) return;
    sentence_->setText(benchSentence(*report_));
    machine_->setText(machineSentence(*report_));
    drawCharts();
    fitTable();
}

void BenchResults::setReport(std::shared_ptr<const speed::Report> report) {
    report_ = std::move(report);
    model_->setReport(report_);
    sentence_->setText(benchSentence(*report_));
    machine_->setText(machineSentence(*report_));
    drawCharts();
    fitTable();
}

void BenchResults::setSentenceShown(bool shown) {
    sentence_->setVisible(shown);
}

void BenchResults::drawCharts() {
    if (report_ == nullptr) return;
    speedup_->setSeries(speedupSeries(*report_, theme_));
    roofline_->setSeries(rooflineSeries(*report_, theme_));
}

/// As high as its lines, with room for the bar that scrolls to the side.
void BenchResults::fitTable() {
    table_->resizeColumnsToContents();
    // Numbers set to the right stand close to their neighbours otherwise.
    const int gap = fontMetrics().averageCharWidth() * 2;
    for (int column = 0; column < model_->columnCount(); ++column)
        table_->setColumnWidth(column, table_->columnWidth(column) + gap);
    table_->resizeRowsToContents();
    table_->setFixedHeight(table_->horizontalHeader()->sizeHint().height() +
                           table_->verticalHeader()->length() +
                           table_->horizontalScrollBar()->sizeHint().height() + 2 * table_->frameWidth());
}

void BenchResults::copyCsv() const {
    if (report_ != nullptr) QGuiApplication::clipboard()->setText(benchCsv(*report_));
}

void BenchResults::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    const int needed = speedup_->minimumSizeHint().width() + roofline_->minimumSizeHint().width() + 4 * 8;
    charts_->setDirection(width() < needed * 5 / 4 ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
}

}  // namespace prunescope::ui
