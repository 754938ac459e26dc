#include "ui/experiment/target_histogram.h"

#include "ui/support/format.h"

#include <QPainter>
#include <algorithm>
#include <utility>

namespace prunescope::ui {
namespace {

constexpr int barsHeight = 72;
constexpr int barGap = 1;  ///< between bars

}  // namespace

TargetHistogram::TargetHistogram(view::ValueHistogram values, QWidget* parent)
    : QWidget(parent), values_(std::move(values)) {
    setObjectName(QStringLiteral("targetHistogram"));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

QSize TargetHistogram::sizeHint() const {
    return {fontMetrics().averageCharWidth() * 40, barsHeight + fontMetrics().height()};
}

void TargetHistogram::paintEvent(QPaintEvent* /*event*/) {
    QPainter painter(this);
    if (values_.counts.empty()) return;
    const double most = static_cast<double>(*std::max_element(values_.counts.begin(), values_.counts.end()));
    const double width = static_cast<double>(this->width()) / static_cast<double>(values_.counts.size());
    for (std::size_t i = 0; i < values_.counts.size(); ++i) {
        const double high = barsHeight * static_cast<double>(values_.counts[i]) / most;
        painter.fillRect(QRectF(static_cast<double>(i) * width, barsHeight - high, width - barGap, high),
                         palette().color(QPalette::Highlight));
    }
    const QRect below(0, barsHeight, this->width(), fontMetrics().height());
    painter.setPen(palette().color(QPalette::PlaceholderText));
    painter.drawText(below, Qt::AlignLeft, significantText(values_.least, 4));
    painter.drawText(below, Qt::AlignRight, significantText(values_.largest, 4));
}

}  // namespace prunescope::ui
