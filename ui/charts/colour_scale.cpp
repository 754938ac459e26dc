#include "ui/charts/colour_scale.h"

#include <QFontMetricsF>
#include <QPainter>
#include <algorithm>
#include <utility>

namespace prunescope::ui {
namespace {

constexpr double besidePlot = 10;
constexpr double barWidth = 10;
constexpr double besideBar = 4;

}  // namespace

ColourScale::ColourScale(QGraphicsItem* parent) : QGraphicsItem(parent) {}

void ColourScale::setArea(const QRectF& area) {
    if (area_ == area) return;
    prepareGeometryChange();
    area_ = area;
}

void ColourScale::setNumbers(std::vector<Number> numbers) {
    if (numbers == numbers_) return;
    numbers_ = std::move(numbers);
    update();
}

void ColourScale::setLook(std::function<QColor(double)> colour, const QColor& text, const QFont& font) {
    colour_ = std::move(colour);
    text_ = text;
    font_ = font;
    update();
}

double ColourScale::roomFor(const QFont& font) {
    return besidePlot + barWidth + besideBar +
           QFontMetricsF(font).horizontalAdvance(QStringLiteral("100.0 %"));
}

void ColourScale::paint(QPainter* painter, const QStyleOptionGraphicsItem* /*option*/, QWidget* /*widget*/) {
    const QRectF bar(area_.left() + besidePlot, area_.top(), barWidth, area_.height());
    for (int y = 0; y < static_cast<int>(bar.height()); ++y) {
        const double share = 1 - (y + 0.5) / bar.height();
        painter->fillRect(QRectF(bar.left(), bar.top() + y, bar.width(), 1), colour_(share));
    }
    painter->setFont(font_);
    painter->setPen(text_);
    const QFontMetricsF metrics(font_);
    std::vector<QRectF> taken;
    for (const Number& number : numbers_) {
        const double lowest = std::max(bar.top(), bar.bottom() - metrics.height());
        const double top =
            std::clamp(bar.bottom() - number.share * bar.height() - metrics.height() / 2, bar.top(), lowest);
        const QRectF place(bar.right() + besideBar, top, area_.right() - bar.right() - besideBar,
                           metrics.height());
        const auto touches = [&place](const QRectF& other) { return other.intersects(place); };
        if (std::any_of(taken.begin(), taken.end(), touches)) continue;
        taken.push_back(place);
        painter->drawText(place, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextDontClip, number.text);
    }
}

}  // namespace prunescope::ui
