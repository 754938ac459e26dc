#include "ui/weights/weights_page.h"

#include "ui/support/empty_state.h"
#include "ui/support/engine_text.h"
#include "ui/support/format.h"
#include "ui/support/message_bar.h"
#include "ui/weights/histogram_view.h"
#include "ui/weights/weight_text.h"
#include "ui/weights/weight_view.h"

#include <QComboBox>
#include <QLabel>
#include <QSignalBlocker>
#include <QSplitter>
#include <QStackedWidget>
#include <QToolButton>
#include <algorithm>

namespace prunescope::ui {
namespace {

/// The histogram goes under the picture in a page that is narrower than this many characters and not wide.
constexpr int besideFrom = 96;

constexpr qsizetype longestName = 40;  ///< letters that the list of layers has room for

/// Names of layers differ at their ends.
QString shortName(const QString& name) {
    if (name.size() <= longestName) return name;
    return name.left(longestName / 2) + QStringLiteral("…") + name.right(longestName / 2);
}

}  // namespace

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
            layers_->addItem(shortName(QString::fromStdString(name)));
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
    inspected_ = -1;
    pinned_ = false;
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
    followInspected();
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
            empty_->setTexts(tr("The weights cannot be read"), engineText(feed_->problem()));
            break;
        case WeightFeed::State::ready:
            break;
    }
}

void WeightsPage::hover(qint64 index) {
    if (pinned_ || index < 0) return;
    look(index);
}

/// Keeps to a weight until it, or nothing, is clicked.
void WeightsPage::pin(qint64 index) {
    pinned_ = index >= 0 && !(pinned_ && index == inspected_);
    if (index >= 0) look(index);
    showDetail();
}

void WeightsPage::look(qint64 index) {
    if (index == inspected_) return;
    inspected_ = index;
    showDetail();
    dwell_.start();
}

QString WeightsPage::inspectedTitle() const {
    const run::LayerDescription* layer = described();
    return layer == nullptr
               ? QString()
               : WeightText::place(QString::fromStdString(layer->name), layer->weightShape, inspected_);
}

void WeightsPage::inspect() {
    if (isVisible() && inspected_ >= 0) feed_->inspect(layer(), inspected_);
}

/// What is said of a weight is what the picture shows of it, not what once was.
void WeightsPage::followInspected() {
    const auto picture = feed_->picture();
    const auto detail = feed_->detail();
    const bool old = detail != nullptr && picture != nullptr && detail->step != picture->step;
    if (inspected_ >= 0 && old && !follow_.isActive() && !dwell_.isActive()) follow_.start();
}

void WeightsPage::showDetail() {
    const auto detail = feed_->detail();
    if (inspected_ < 0 || described() == nullptr) {
        detail_->setText(
            tr("Point at a weight, or press Enter in the picture, to see all that is known of it. A click "
               "keeps it here.")
                .toHtmlEscaped());
        return;
    }
    const QString title = pinned_ ? tr("%1, kept here").arg(inspectedTitle()) : inspectedTitle();
    // Answers that come late belong to another weight.
    const bool answered = detail != nullptr && detail->layer == layer() && detail->index == inspected_;
    detail_->setText(answered ? WeightText::details(title, *detail) : WeightText::pending(title));
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
    dwell_.stop();
    follow_.stop();
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
