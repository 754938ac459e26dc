#include "ui/weights/weights_page.h"

#include "ui/support/empty_state.h"
#include "ui/support/engine_text.h"
#include "ui/support/format.h"
#include "ui/support/message_bar.h"
#include "ui/support/plain_label.h"
#include "ui/weights/histogram_view.h"
#include "ui/weights/layer_tools.h"
#include "ui/weights/weight_legend.h"
#include "ui/weights/weight_readout.h"
#include "ui/weights/weight_view.h"

#include <QLabel>
#include <QScrollArea>
#include <QSplitter>
#include <QStackedWidget>
#include <QStyle>
#include <QVBoxLayout>

namespace prunescope::ui {
namespace {

/// The histogram goes under the picture in a page that is narrower than this many characters and not wide.
constexpr int besideFrom = 96;

constexpr int redrawMs = 70;

}  // namespace

WeightsPage::WeightsPage(const PageContext& context, QWidget* parent)
    : Page(parent), context_(context), feed_(new WeightFeed(context.run, this)) {
    setObjectName(QStringLiteral("weightsPage"));
    build();
    redraw_.setSingleShot(true);
    redraw_.setInterval(redrawMs);
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
    tools_ = new LayerTools(content);
    message_ = new MessageBar(context_.theme, content);
    summary_ = new PlainLabel(content);
    summary_->setObjectName(QStringLiteral("weightsSummary"));
    summary_->setWordWrap(true);
    detail_ = new WeightReadout(*feed_, content);
    splitter_ = new QSplitter(content);
    splitter_->setObjectName(QStringLiteral("weightsSplitter"));
    splitter_->setChildrenCollapsible(false);
    splitter_->addWidget(view_);
    splitter_->addWidget(buildSide(content));
    splitter_->setStretchFactor(0, 3);
    splitter_->setStretchFactor(1, 1);

    auto* column = new QVBoxLayout(content);
    column->setContentsMargins(8, 8, 8, 8);
    column->setSpacing(8);
    column->addWidget(tools_);
    column->addWidget(message_);
    column->addWidget(splitter_, 1);
    column->addWidget(legend_);

    stack_->addWidget(empty_);
    stack_->addWidget(content);
    auto* whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->addWidget(stack_);
}

/// Beside the picture: what it shows in numbers.
QWidget* WeightsPage::buildSide(QWidget* parent) {
    auto* side = new QWidget;
    auto* sideColumn = new QVBoxLayout(side);
    sideColumn->setContentsMargins(8, 0, 0, 0);
    sideColumn->setSpacing(8);
    sideColumn->addWidget(summary_);
    // What was asked for comes first: on a small screen the rest is scrolled to.
    sideColumn->addWidget(detail_);
    sideColumn->addWidget(histogram_, 1);
    auto* scroll = new QScrollArea(parent);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setWidget(side);
    scroll->setMinimumWidth(histogram_->minimumSizeHint().width() +
                            style()->pixelMetric(QStyle::PM_ScrollBarExtent) + 8);
    return scroll;
}

void WeightsPage::connectAll() {
    RunModel& run = context_.run;
    connect(&run, &RunModel::runChanged, this, &WeightsPage::takeRun);
    connect(feed_, &WeightFeed::stateChanged, this, &WeightsPage::showState);
    connect(feed_, &WeightFeed::pictureChanged, this, [this] {
        if (!redraw_.isActive()) redraw_.start();
    });
    connect(feed_, &WeightFeed::refused, this,
            [this](const Text& reason) { message_->show(MessageBar::Kind::error, engineText(reason)); });
    connect(&redraw_, &QTimer::timeout, this, &WeightsPage::showPicture);
    connect(&run, &RunModel::layerActivated, this, &WeightsPage::showLayer);
    connect(tools_, &LayerTools::layerChosen, this, [this, &run] {
        fillArrangements();
        run.activateLayer(layer());
    });
    connect(tools_, &LayerTools::arrangementChosen, this, &WeightsPage::takeLayer);
    connect(view_, &WeightView::viewMoved, this, &WeightsPage::requestTile);
    connect(view_, &WeightView::weightHovered, detail_, &WeightReadout::hover);
    connect(view_, &WeightView::weightClicked, detail_, &WeightReadout::pin);
    connect(tools_, &LayerTools::zoomInRequested, view_, &WeightView::zoomIn);
    connect(tools_, &LayerTools::zoomOutRequested, view_, &WeightView::zoomOut);
    connect(tools_, &LayerTools::fitRequested, view_, &WeightView::fit);
    leadToStart(*empty_);
}

void WeightsPage::retranslate() {
    tools_->retranslate();
    view_->setAccessibleName(tr("Picture of the layer's weights"));
    histogram_->setAccessibleName(tr("Histogram of the weights' magnitudes"));
    histogram_->setToolTip(
        tr("How many weights have which magnitude; pruned ones are hatched. The line is the smallest |w| "
           "that is kept."));
    showState();
    showSummary();
    detail_->refresh();
}

LayerIndex WeightsPage::layer() const {
    return LayerIndex{tools_->layer()};
}

view::Arrangement WeightsPage::arrangement() const {
    return tools_->arrangement();
}

const run::LayerDescription* WeightsPage::described() const {
    return context_.run.hasRun() ? describedLayer(*context_.run.header(), layer()) : nullptr;
}

void WeightsPage::showLayer(LayerIndex layer) {
    tools_->choose(layer.value);
}

std::vector<Find> WeightsPage::finds() {
    std::vector<Find> layers;
    for (const std::string& name : context_.run.layerNames()) {
        const LayerIndex layer{static_cast<std::int32_t>(layers.size())};
        layers.push_back({tr("Layer"), QString::fromStdString(name), [this, layer] {
                              emit showRequested();
                              showLayer(layer);
                          }});
    }
    return layers;
}

void WeightsPage::takeRun() {
    runStale_ = true;
    if (!isVisible()) return;
    runStale_ = false;
    QStringList names;
    for (const std::string& name : context_.run.layerNames()) names << QString::fromStdString(name);
    tools_->setLayers(names);
    message_->clear();
    fillArrangements();
    showState();
    context_.run.activateLayer(layer());
}

void WeightsPage::fillArrangements() {
    const run::LayerDescription* layer = described();
    tools_->setArrangements(layer == nullptr ? std::vector<view::Arrangement>()
                                             : view::arrangementsOf(layer->weightShape, imageShape()));
    takeLayer();
}

view::ImageShape WeightsPage::imageShape() const {
    return imageShapeOf(*context_.run.header(), layer());
}

void WeightsPage::takeLayer() {
    histogram_->forget();
    const run::LayerDescription* layer = described();
    if (layer == nullptr || !tools_->hasArrangement()) {
        view_->setLayout({});
    } else {
        view_->setLayout(view::WeightLayout(layer->weightShape, arrangement(), imageShape()));
    }
    showSummary();
    detail_->setLayer(this->layer(), layer);
}

void WeightsPage::requestTile() {
    if (!isVisible() || described() == nullptr || !tools_->hasArrangement()) return;
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
    detail_->followPicture();
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
    describe();
}

void WeightsPage::showState() {
    const WeightFeed::State state = feed_->state();
    stack_->setCurrentIndex(state == WeightFeed::State::ready ? 1 : 0);
    switch (state) {
        case WeightFeed::State::none:
            empty_->setTexts(tr("No weights yet"),
                             tr("Start a run, or open one, to watch which of its weights are pruned."),
                             tr("Start the experiment"));
            break;
        case WeightFeed::State::loading:
            empty_->setTexts(tr("Loading"), tr("The weights are shown as soon as they have been read."));
            break;
        case WeightFeed::State::missing:
            empty_->setTexts(
                tr("No weights were saved"),
                tr("This run ended before its weights were written. Its curves are on Train, its "
                   "events below."));
            break;
        case WeightFeed::State::failed:
            empty_->setTexts(tr("The weights cannot be read"), engineText(feed_->problem()));
            break;
        case WeightFeed::State::ready:
            break;
    }
}

/// Picture and histogram in words, for those who do not see them.
void WeightsPage::describe() {
    const auto picture = feed_->picture();
    QString text = summary_->text();
    view_->setAccessibleDescription(text + QLatin1Char('\n') +
                                    tr("Arrow keys move the picture, plus and minus zoom, 0 shows all of it, "
                                       "Enter reads the weight in the "
                                       "middle."));
    if (picture != nullptr && picture->request.layer == layer() && picture->threshold > 0) {
        text += QLatin1Char('\n') + tr("The smallest |w| that is kept is %1.")
                                        .arg(significantText(static_cast<double>(picture->threshold)));
    }
    histogram_->setAccessibleDescription(text);
}

void WeightsPage::showEvent(QShowEvent* event) {
    Page::showEvent(event);
    feed_->setActive(true);
    if (runStale_) takeRun();
    requestTile();
    showPicture();
}

void WeightsPage::hideEvent(QHideEvent* event) {
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
