#include "ui/weights/weight_readout.h"

#include "ui/weights/weight_feed.h"
#include "ui/weights/weight_reason.h"
#include "ui/weights/weight_text.h"

namespace prunescope::ui {
namespace {

constexpr int dwellMs = 90;
constexpr int followMs = 250;  ///< ranks are counted over the whole network

}  // namespace

WeightReadout::WeightReadout(WeightFeed& feed, QWidget* parent) : QLabel(parent), feed_(feed) {
    setObjectName(QStringLiteral("weightDetail"));
    // What comes with a run is escaped.
    setTextFormat(Qt::RichText);
    setAlignment(Qt::AlignLeft | Qt::AlignTop);
    setWordWrap(true);
    setTextInteractionFlags(Qt::TextSelectableByMouse);
    for (QTimer* timer : {&dwell_, &follow_}) {
        timer->setSingleShot(true);
        connect(timer, &QTimer::timeout, this, &WeightReadout::inspect);
    }
    dwell_.setInterval(dwellMs);
    follow_.setInterval(followMs);
    connect(&feed_, &WeightFeed::detailChanged, this, &WeightReadout::refresh);
}

void WeightReadout::setLayer(LayerIndex layer, const run::LayerDescription* described) {
    layer_ = layer;
    described_ = described == nullptr ? std::nullopt : std::optional(*described);
    inspected_ = -1;
    pinned_ = false;
    refresh();
}

void WeightReadout::hover(qint64 index) {
    if (pinned_ || index < 0) return;
    look(index);
}

void WeightReadout::pin(qint64 index) {
    pinned_ = index >= 0 && !(pinned_ && index == inspected_);
    if (index >= 0) look(index);
    refresh();
}

void WeightReadout::look(qint64 index) {
    if (index == inspected_) return;
    inspected_ = index;
    refresh();
    dwell_.start();
}

void WeightReadout::inspect() {
    if (isVisible() && inspected_ >= 0) feed_.inspect(layer_, inspected_);
}

void WeightReadout::followPicture() {
    const auto picture = feed_.picture();
    const auto detail = feed_.detail();
    const bool old = detail != nullptr && picture != nullptr && detail->step != picture->step;
    if (inspected_ >= 0 && old && !follow_.isActive() && !dwell_.isActive()) follow_.start();
}

QString WeightReadout::inspectedTitle() const {
    return WeightText::place(QString::fromStdString(described_->name), described_->weightShape, inspected_);
}

void WeightReadout::refresh() {
    if (inspected_ < 0 || !described_) {
        setText(
            tr("Point at a weight, or press Enter in the picture, to see all that is known of it. A click "
               "pins it.")
                .toHtmlEscaped());
        return;
    }
    const QString title = pinned_ ? tr("%1, pinned").arg(inspectedTitle()) : inspectedTitle();
    // Answers that come late belong to another weight.
    const auto detail = feed_.detail();
    const bool answered = detail != nullptr && detail->layer == layer_ && detail->index == inspected_;
    setText(answered ? WeightText::details(title, weightReason(*detail, feed_.run()), *detail)
                     : WeightText::pending(title));
}

void WeightReadout::hideEvent(QHideEvent* event) {
    dwell_.stop();
    follow_.stop();
    QLabel::hideEvent(event);
}

}  // namespace prunescope::ui
