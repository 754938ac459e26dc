#include "ui/experiment/sample_strip.h"

#include <QPainter>
#include <algorithm>
#include <cmath>
#include <utility>

namespace prunescope::ui {
namespace {

/// What a picture's longer side comes to at most, unless it is longer by itself.
constexpr double wantedSide = 32;
constexpr double gapBetween = 2;

}  // namespace

SampleStrip::SampleStrip(std::vector<QImage> pictures, QWidget* parent)
    : QWidget(parent), pictures_(std::move(pictures)) {
    setObjectName(QStringLiteral("sampleStrip"));
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

int SampleStrip::multiple() const {
    const QSize size = pictures_.front().size();
    const double wanted = wantedSide * devicePixelRatioF();
    return std::max(1, static_cast<int>(wanted / std::max(size.width(), size.height())));
}

QSize SampleStrip::cell() const {
    return pictures_.front().size() * multiple();
}

int SampleStrip::gap() const {
    return static_cast<int>(std::lround(gapBetween * devicePixelRatioF()));
}

QSize SampleStrip::sizeOf(int count) const {
    const double scale = devicePixelRatioF();
    const int across = count * cell().width() + (count - 1) * gap();
    return {static_cast<int>(std::ceil(across / scale)),
            static_cast<int>(std::ceil(cell().height() / scale))};
}

QSize SampleStrip::sizeHint() const {
    return sizeOf(static_cast<int>(pictures_.size()));
}

QSize SampleStrip::minimumSizeHint() const {
    return sizeOf(1);
}

void SampleStrip::paintEvent(QPaintEvent* /*event*/) {
    const double scale = devicePixelRatioF();
    QPainter painter(this);
    painter.scale(1 / scale, 1 / scale);
    QRect place(QPoint(0, 0), cell());
    // The last one of those that fit ends where the widget does, up to a fraction that was rounded up.
    const int end = static_cast<int>(std::ceil(width() * scale));
    for (const QImage& picture : pictures_) {
        if (place.left() + place.width() > end) return;
        painter.drawImage(place, picture);
        place.translate(place.width() + gap(), 0);
    }
}

}  // namespace prunescope::ui
