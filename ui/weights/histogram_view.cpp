#include "ui/weights/histogram_view.h"

#include "ui/support/format.h"
#include "ui/support/theme.h"
#include "ui/weights/weight_colours.h"

#include <QEvent>
#include <QPainter>
#include <algorithm>
#include <cmath>

namespace prunescope::ui {

HistogramView::HistogramView(Theme& theme, QWidget* parent) : QWidget(parent), theme_(theme) {
    setObjectName(QStringLiteral("magnitudeHistogram"));
    connect(&theme_, &Theme::changed, this, [this] { update(); });
}

void HistogramView::setPicture(std::shared_ptr<const session::WeightPicture> picture) {
    picture_ = std::move(picture);
    if (picture_ != nullptr) {
        const view::MagnitudeHistogram& h = picture_->histogram;
        if (h.largest > 0) scale_.follow(0, h.largest, magnitudeSteps);
        std::int64_t most = 1;
        for (const auto* counts : {&h.kept, &h.pruned}) {
            for (const std::int64_t count : *counts) most = std::max(most, count);
        }
        const double needed = std::max(1.0, std::ceil(std::log10(static_cast<double>(most))));
        decades_ = std::max(decades_, static_cast<int>(needed));
    }
    update();
}

void HistogramView::forget() {
    scale_.reset();
    decades_ = 1;
    picture_.reset();
    update();
}

QSize HistogramView::sizeHint() const {
    return {fontMetrics().averageCharWidth() * 40, fontMetrics().height() * 12};
}

QSize HistogramView::minimumSizeHint() const {
    return {fontMetrics().averageCharWidth() * 34, fontMetrics().height() * 10};
}

QRectF HistogramView::plot() const {
    const QFontMetrics metrics = fontMetrics();
    const double left = metrics.horizontalAdvance(QStringLiteral("1,000,000  "));
    return QRectF(rect()).adjusted(left, metrics.height() * 3.2, -metrics.averageCharWidth() * 2,
                                   -metrics.height() * 1.5);
}

double HistogramView::xOf(double magnitude) const {
    const QRectF area = plot();
    return area.left() + area.width() * (scale_.isKnown() ? std::min(1.0, magnitude / scale_.to()) : 0);
}

/// A count of 1 stands a little off the axis: one weight can be seen.
double HistogramView::yOf(std::int64_t count) const {
    const QRectF area = plot();
    if (count <= 0) return area.bottom();
    return area.bottom() - area.height() * (std::log10(static_cast<double>(count)) + 0.3) / (decades_ + 0.3);
}

double HistogramView::thresholdX() const {
    return picture_ != nullptr && picture_->threshold > 0 ? xOf(static_cast<double>(picture_->threshold))
                                                          : -1;
}

void HistogramView::paintEvent(QPaintEvent* /*event*/) {
    QPainter painter(this);
    painter.fillRect(rect(), theme_.surface());
    paintAxes(painter);
    if (picture_ == nullptr) return;
    paintBars(painter);
    paintThreshold(painter);
}

void HistogramView::paintAxes(QPainter& painter) const {
    const QRectF area = plot();
    const double line = fontMetrics().height();
    const double gap = fontMetrics().averageCharWidth();
    for (int decade = 0; decade <= decades_; ++decade) {
        const auto count = static_cast<std::int64_t>(std::llround(std::pow(10.0, decade)));
        const double y = yOf(count);
        painter.setPen(theme_.hairline());
        painter.drawLine(QPointF(area.left(), y), QPointF(area.right(), y));
        // Every second decade when the labels would touch.
        if (area.height() / (decades_ + 0.3) < line && decade % 2 == 1) continue;
        painter.setPen(theme_.mutedText());
        painter.drawText(QRectF(0, y - line / 2, area.left() - gap, line), Qt::AlignRight | Qt::AlignVCenter,
                         countText(count));
    }
    painter.setPen(theme_.mutedText());
    painter.drawLine(area.bottomLeft(), area.bottomRight());
    painter.drawText(QRectF(gap, 0, width() - 2 * gap, line * 1.4), Qt::AlignLeft | Qt::AlignVCenter,
                     tr("Weights by |w|"));
    if (!scale_.isKnown()) return;
    const double below = area.bottom() + line * 0.2;
    const QRectF strip(area.left(), below, area.width() + gap * 1.5, line);
    painter.drawText(strip, Qt::AlignLeft, QStringLiteral("0"));
    painter.drawText(strip, Qt::AlignHCenter, significantText(scale_.to() / 2));
    painter.drawText(strip, Qt::AlignRight, significantText(scale_.to()));
}

void HistogramView::paintBars(QPainter& painter) const {
    const WeightColours colours(theme_);
    const view::MagnitudeHistogram& h = picture_->histogram;
    const QRectF area = plot();
    const auto bins = static_cast<double>(h.kept.size());
    for (std::size_t bin = 0; bin < h.kept.size(); ++bin) {
        const double left = std::floor(xOf(h.largest * static_cast<double>(bin) / bins));
        const double right = std::floor(xOf(h.largest * static_cast<double>(bin + 1) / bins));
        const auto bar = [&](std::int64_t count) {
            const double top = yOf(count);
            return QRectF(left, top, std::max(1.0, right - left), area.bottom() - top);
        };
        if (h.pruned[bin] > 0) {
            painter.fillRect(bar(h.pruned[bin]), theme_.hairline());
            painter.fillRect(bar(h.pruned[bin]), colours.hatch());
        }
        if (h.kept[bin] > 0) {
            // Where pruned ones share the bin, both stay visible.
            QRectF kept = bar(h.kept[bin]);
            if (h.pruned[bin] > 0) kept.setLeft(kept.left() + kept.width() / 2);
            painter.fillRect(kept, theme_.mutedText());
        }
    }
}

void HistogramView::paintThreshold(QPainter& painter) const {
    const double x = thresholdX();
    if (x < 0) return;
    const QRectF area = plot();
    const double line = fontMetrics().height();
    painter.setPen(QPen(theme_.accent(), 2));
    painter.drawLine(QPointF(x, area.top() - line * 0.6), QPointF(x, area.bottom()));
    const QString label = tr("threshold %1").arg(decimalText(static_cast<double>(picture_->threshold), 5));
    const double wide = fontMetrics().horizontalAdvance(label) + 2.0;
    const double left = std::clamp(x - wide / 2, 0.0, std::max(0.0, width() - wide));
    painter.setPen(theme_.accent());
    painter.drawText(QRectF(left, area.top() - line * 1.7, wide, line), Qt::AlignCenter, label);
}

void HistogramView::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) update();
    QWidget::changeEvent(event);
}

}  // namespace prunescope::ui
