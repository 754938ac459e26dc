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
    constexpr int colours = 64;
    const double height = bar.height() / colours;
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing, false);
    // Each reaches under the one below, so that no ground shows between them.
    for (int i = 0; i < colours; ++i) {
        const QRectF part(bar.left(), bar.top() + i * height, bar.width(),
                          bar.bottom() - bar.top() - i * height);
        painter->fillRect(part, colour_(1 - i / (colours - 1.0)));
    }
    painter->restore();
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
