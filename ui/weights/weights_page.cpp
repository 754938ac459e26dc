#include "ui/weights/weights_page.h"

#include "ui/support/empty_state.h"
#include "ui/support/engine_text.h"
#include "ui/support/format.h"
#include "ui/support/message_bar.h"
#include "ui/weights/histogram_view.h"
#include "ui/weights/weight_legend.h"
#include "ui/weights/weight_text.h"
#include "ui/weights/weight_view.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QScrollArea>
#include <QSignalBlocker>
#include <QSplitter>
#include <QStackedWidget>
#include <QStyle>
#include <QToolButton>
#include <QToolTip>
#include <QVBoxLayout>
#include <algorithm>

namespace prunescope::ui {
namespace {

constexpr int redrawMs = 70;
constexpr int dwellMs = 90;
/// The histogram goes under the picture in a page that is narrower than this many characters and not wide.
constexpr int besideFrom = 96;

}  // namespace

WeightsPage::WeightsPage(const PageContext& context, QWidget* parent)
    : Page(parent), context_(context), feed_(new WeightFeed(context.run, this)) {
    setObjectName(QStringLiteral("weightsPage"));
    build();
    for (QTimer* timer : {&redraw_, &dwell_}) timer->setSingleShot(true);
    redraw_.setInterval(redrawMs);
    dwell_.setInterval(dwellMs);
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
    summary_ = new QLabel(content);
    summary_->setObjectName(QStringLiteral("weightsSummary"));
    summary_->setWordWrap(true);
    detail_ = new QLabel(content);
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
    layerLabel_ = new QLabel(bar);
    layers_ = new QComboBox(bar);
    layers_->setObjectName(QStringLiteral("layerCombo"));
    layers_->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    layerLabel_->setBuddy(layers_);
    arrangementLabel_ = new QLabel(bar);
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
    connect(feed_, &WeightFeed::refused, this, [this](const QString& reason) {
        message_->show(MessageBar::Kind::error, engineText(reason.toStdString()));
    });
    connect(&redraw_, &QTimer::timeout, this, &WeightsPage::showPicture);
    connect(&dwell_, &QTimer::timeout, this, &WeightsPage::inspectHovered);
    connect(layers_, &QComboBox::currentIndexChanged, this, &WeightsPage::fillArrangements);
    connect(arrangements_, &QComboBox::currentIndexChanged, this, &WeightsPage::takeLayer);
    connect(view_, &WeightView::viewMoved, this, &WeightsPage::requestTile);
    connect(view_, &WeightView::weightHovered, this, &WeightsPage::hover);
    connect(zoomIn_, &QToolButton::clicked, view_, &WeightView::zoomIn);
    connect(zoomOut_, &QToolButton::clicked, view_, &WeightView::zoomOut);
    connect(fit_, &QToolButton::clicked, view_, &WeightView::fit);
    connect(empty_, &EmptyState::actionTriggered, this, &WeightsPage::startRequested);
}

void WeightsPage::retranslate() {
    layerLabel_->setText(tr("&Layer"));
    layers_->setAccessibleName(tr("Layer"));
    layers_->setToolTip(tr("The layer whose weights are shown."));
    arrangementLabel_->setText(tr("&Show as"));
    arrangements_->setAccessibleName(tr("Arrangement"));
    arrangements_->setToolTip(
        tr("How the weights are laid out: each kernel or input image by itself, or all as one matrix with a "
           "row for each output."));
    zoomOut_->setText(QStringLiteral("−"));
    zoomOut_->setAccessibleName(tr("Zoom out"));
    zoomOut_->setToolTip(tr("Zoom out (−)"));
    zoomIn_->setText(QStringLiteral("+"));
    zoomIn_->setAccessibleName(tr("Zoom in"));
    zoomIn_->setToolTip(tr("Zoom in (+)"));
    fit_->setText(tr("Fit"));
    fit_->setToolTip(tr("Show the whole layer (0)"));
    view_->setAccessibleName(tr("Picture of the layer's weights"));
    histogram_->setAccessibleName(tr("Histogram of the weights' magnitudes"));
    histogram_->setToolTip(
        tr("How many weights have which magnitude; pruned ones are hatched. The line is the smallest |w| "
           "that is kept."));
    for (int i = 0; i < arrangements_->count(); ++i) {
        arrangements_->setItemText(
            i, WeightText::arrangement(static_cast<view::Arrangement>(arrangements_->itemData(i).toInt())));
    }
    showState();
    showSummary();
    showDetail();
}

LayerIndex WeightsPage::layer() const {
    return LayerIndex{std::max(0, layers_->currentIndex())};
}

view::Arrangement WeightsPage::arrangement() const {
    return static_cast<view::Arrangement>(arrangements_->currentData().toInt());
}

const run::LayerDescription* WeightsPage::described() const {
    return context_.run.hasRun() ? describedLayer(*context_.run.header(), layer()) : nullptr;
}

void WeightsPage::showLayer(LayerIndex layer) {
    layers_->setCurrentIndex(layer.value);
}

void WeightsPage::takeRun() {
    runStale_ = true;
    if (!isVisible()) return;
    runStale_ = false;
    const QString before = layers_->currentText();
    {
        const QSignalBlocker quiet(layers_);
        layers_->clear();
        for (const std::string& name : context_.run.layerNames())
            layers_->addItem(QString::fromStdString(name));
        // The same network again: the same layer.
        layers_->setCurrentIndex(std::max(0, layers_->findText(before)));
    }
    message_->clear();
    fillArrangements();
    showState();
}

void WeightsPage::fillArrangements() {
    {
        const QSignalBlocker quiet(arrangements_);
        arrangements_->clear();
        if (const run::LayerDescription* layer = described()) {
            const auto image = imageShapeOf(*context_.run.header(), this->layer());
            for (const view::Arrangement a : view::arrangementsOf(layer->weightShape, image))
                arrangements_->addItem(WeightText::arrangement(a), static_cast<int>(a));
        }
    }
    takeLayer();
}

void WeightsPage::takeLayer() {
    hovered_ = -1;
    histogram_->forget();
    const run::LayerDescription* layer = described();
    if (layer == nullptr || arrangements_->count() == 0) {
        view_->setLayout({});
    } else {
        const auto image = imageShapeOf(*context_.run.header(), this->layer());
        view_->setLayout(view::WeightLayout(layer->weightShape, arrangement(), image));
    }
    showSummary();
    showDetail();
}

void WeightsPage::requestTile() {
    if (!isVisible() || described() == nullptr || arrangements_->count() == 0) return;
    feed_->want({layer(), view_->wantedTile(arrangement())});
}

void WeightsPage::showPicture() {
    const auto picture = feed_->picture();
    if (!isVisible() || picture == nullptr || picture->request.layer != layer() ||
        picture->request.tile.arrangement != arrangement())
        return;
    view_->setPicture(picture);
    histogram_->setPicture(picture);
    showSummary();
}

void WeightsPage::showSummary() {
    const run::LayerDescription* layer = described();
    if (layer == nullptr) {
        summary_->clear();
        return;
    }
    QStringList shape;
    for (const std::int64_t extent : layer->weightShape) shape << QString::number(extent);
    QString text = tr("%1 weights (%2)").arg(countText(layer->weights), shape.join(QStringLiteral(" × ")));
    const auto picture = feed_->picture();
    if (picture != nullptr && picture->request.layer == this->layer()) {
        std::int64_t pruned = 0;
        for (const std::int64_t count : picture->histogram.pruned) pruned += count;
        text += QLatin1Char('\n') +
                tr("%1 pruned at step %2")
                    .arg(percentText(static_cast<double>(pruned) / static_cast<double>(layer->weights)),
                         countText(picture->step.value));
    }
    summary_->setText(text);
}

void WeightsPage::showState() {
    const WeightFeed::State state = feed_->state();
    stack_->setCurrentIndex(state == WeightFeed::State::ready ? 1 : 0);
    switch (state) {
        case WeightFeed::State::none:
            empty_->setTexts(tr("No weights yet"),
                             tr("Start a run, or open one, to watch which of its weights are pruned."),
                             tr("Start"));
            break;
        case WeightFeed::State::loading:
            empty_->setTexts(tr("Loading"), tr("The weights are shown as soon as they have been read."));
            break;
        case WeightFeed::State::missing:
            empty_->setTexts(tr("No weights were saved"),
                             tr("This run ended before its weights were written. Its curves and events are "
                                "in Training and Audit."));
            break;
        case WeightFeed::State::failed:
            empty_->setTexts(tr("The weights cannot be read"), engineText(feed_->problem().toStdString()));
            break;
        case WeightFeed::State::ready:
            break;
    }
}

void WeightsPage::hover(qint64 index, const QPoint& position) {
    if (index < 0) {
        dwell_.stop();
        hovered_ = -1;
        QToolTip::hideText();
        return;
    }
    hoveredAt_ = position;
    if (index == hovered_) return;
    hovered_ = index;
    QToolTip::showText(position, WeightText::pending(hoveredTitle()), view_);
    dwell_.start();
}

QString WeightsPage::hoveredTitle() const {
    const run::LayerDescription* layer = described();
    return layer == nullptr
               ? QString()
               : WeightText::place(QString::fromStdString(layer->name), layer->weightShape, hovered_);
}

void WeightsPage::inspectHovered() {
    if (isVisible() && hovered_ >= 0) feed_->inspect(layer(), hovered_);
}

void WeightsPage::showDetail() {
    const auto detail = feed_->detail();
    const run::LayerDescription* described = this->described();
    if (detail == nullptr || described == nullptr || detail->layer != layer()) {
        detail_->setText(
            tr("Point at a weight, or press Enter in the picture, to see all that is known of "
               "it."));
        return;
    }
    const QString title =
        WeightText::place(QString::fromStdString(described->name), described->weightShape, detail->index);
    const QString text = WeightText::details(title, *detail);
    detail_->setText(text);
    // Answers that come late belong to a weight that the pointer has left.
    if (isVisible() && detail->index == hovered_ && view_->isVisible())
        QToolTip::showText(hoveredAt_, text, view_);
}

void WeightsPage::showEvent(QShowEvent* event) {
    Page::showEvent(event);
    feed_->setActive(true);
    if (runStale_) takeRun();
    requestTile();
    showPicture();
}

void WeightsPage::hideEvent(QHideEvent* event) {
    dwell_.stop();
    redraw_.stop();
    feed_->setActive(false);
    Page::hideEvent(event);
}

void WeightsPage::resizeEvent(QResizeEvent* event) {
    const bool beside =
        width() >= besideFrom * fontMetrics().averageCharWidth() || 5 * width() >= 6 * height();
    splitter_->setOrientation(beside ? Qt::Horizontal : Qt::Vertical);
    Page::resizeEvent(event);
}

}  // namespace prunescope::ui
