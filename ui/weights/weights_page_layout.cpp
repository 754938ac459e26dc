// How the page of weights is put together.

#include "ui/support/empty_state.h"
#include "ui/support/engine_text.h"
#include "ui/support/message_bar.h"
#include "ui/support/plain_label.h"
#include "ui/weights/histogram_view.h"
#include "ui/weights/weight_legend.h"
#include "ui/weights/weight_view.h"
#include "ui/weights/weights_page.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QScrollArea>
#include <QSplitter>
#include <QStackedWidget>
#include <QStyle>
#include <QToolButton>
#include <QVBoxLayout>

namespace prunescope::ui {
namespace {

constexpr int redrawMs = 70;
constexpr int dwellMs = 90;
constexpr int followMs = 250;  ///< ranks are counted over the whole network

}  // namespace

WeightsPage::WeightsPage(const PageContext& context, QWidget* parent)
    : Page(parent), context_(context), feed_(new WeightFeed(context.run, this)) {
    setObjectName(QStringLiteral("weightsPage"));
    build();
    for (QTimer* timer : {&redraw_, &dwell_, &follow_}) timer->setSingleShot(true);
    redraw_.setInterval(redrawMs);
    dwell_.setInterval(dwellMs);
    follow_.setInterval(followMs);
    connectAll();
    retranslate();
}

void WeightsPage::build() {
    stack_ = new QStackedWidget(this);
    empty_ = new EmptyState(stack_);
    auto* content = new QWidget(stack_);
    view_ = new WeightView(context_.theme, content);
    legend_ = new WeightLegend(context_.theme, content);
    histogram_ = new HistogramView(context_.theme, content);
    message_ = new MessageBar(context_.theme, content);
    summary_ = new PlainLabel(content);
    summary_->setObjectName(QStringLiteral("weightsSummary"));
    summary_->setWordWrap(true);
    detail_ = new QLabel(content);
    // What comes with a run is escaped.
    detail_->setTextFormat(Qt::RichText);
    detail_->setObjectName(QStringLiteral("weightDetail"));
    detail_->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    detail_->setWordWrap(true);
    detail_->setTextInteractionFlags(Qt::TextSelectableByMouse);

    auto* side = new QWidget;
    auto* sideColumn = new QVBoxLayout(side);
    sideColumn->setContentsMargins(8, 0, 0, 0);
    sideColumn->setSpacing(8);
    sideColumn->addWidget(summary_);
    sideColumn->addWidget(histogram_, 2);
    sideColumn->addWidget(detail_, 1);
    auto* scroll = new QScrollArea(content);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setWidget(side);
    scroll->setMinimumWidth(histogram_->minimumSizeHint().width() +
                            style()->pixelMetric(QStyle::PM_ScrollBarExtent) + 8);

    splitter_ = new QSplitter(content);
    splitter_->setObjectName(QStringLiteral("weightsSplitter"));
    splitter_->setChildrenCollapsible(false);
    splitter_->addWidget(view_);
    splitter_->addWidget(scroll);
    splitter_->setStretchFactor(0, 3);
    splitter_->setStretchFactor(1, 1);

    auto* column = new QVBoxLayout(content);
    column->setContentsMargins(8, 8, 8, 8);
    column->setSpacing(8);
    column->addWidget(buildControls());
    column->addWidget(message_);
    column->addWidget(splitter_, 1);
    column->addWidget(legend_);

    stack_->addWidget(empty_);
    stack_->addWidget(content);
    auto* whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->addWidget(stack_);
}

QWidget* WeightsPage::buildControls() {
    auto* bar = new QWidget(this);
    auto* row = new QHBoxLayout(bar);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    layerLabel_ = new PlainLabel(bar);
    layers_ = new QComboBox(bar);
    layers_->setObjectName(QStringLiteral("layerCombo"));
    layers_->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    layerLabel_->setBuddy(layers_);
    arrangementLabel_ = new PlainLabel(bar);
    arrangements_ = new QComboBox(bar);
    arrangements_->setObjectName(QStringLiteral("arrangementCombo"));
    arrangements_->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    arrangementLabel_->setBuddy(arrangements_);
    row->addWidget(layerLabel_);
    row->addWidget(layers_);
    row->addWidget(arrangementLabel_);
    row->addWidget(arrangements_);
    row->addStretch(1);
    const auto button = [&](const char* name) {
        auto* made = new QToolButton(bar);
        made->setObjectName(QLatin1String(name));
        made->setAutoRaise(true);
        row->addWidget(made);
        return made;
    };
    zoomOut_ = button("zoomOutButton");
    zoomIn_ = button("zoomInButton");
    fit_ = button("fitButton");
    return bar;
}

void WeightsPage::connectAll() {
    RunModel& run = context_.run;
    connect(&run, &RunModel::runChanged, this, &WeightsPage::takeRun);
    connect(feed_, &WeightFeed::stateChanged, this, &WeightsPage::showState);
    connect(feed_, &WeightFeed::pictureChanged, this, [this] {
        if (!redraw_.isActive()) redraw_.start();
    });
    connect(feed_, &WeightFeed::detailChanged, this, &WeightsPage::showDetail);
    connect(feed_, &WeightFeed::refused, this,
            [this](const Text& reason) { message_->show(MessageBar::Kind::error, engineText(reason)); });
    connect(&redraw_, &QTimer::timeout, this, &WeightsPage::showPicture);
    connect(&dwell_, &QTimer::timeout, this, &WeightsPage::inspect);
    connect(&follow_, &QTimer::timeout, this, &WeightsPage::inspect);
    connect(layers_, &QComboBox::currentIndexChanged, this, &WeightsPage::fillArrangements);
    connect(arrangements_, &QComboBox::currentIndexChanged, this, &WeightsPage::takeLayer);
    connect(view_, &WeightView::viewMoved, this, &WeightsPage::requestTile);
    connect(view_, &WeightView::weightHovered, this, &WeightsPage::hover);
    connect(view_, &WeightView::weightClicked, this, &WeightsPage::pin);
    connect(zoomIn_, &QToolButton::clicked, view_, &WeightView::zoomIn);
    connect(zoomOut_, &QToolButton::clicked, view_, &WeightView::zoomOut);
    connect(fit_, &QToolButton::clicked, view_, &WeightView::fit);
    leadToStart(*empty_);
}

}  // namespace prunescope::ui
