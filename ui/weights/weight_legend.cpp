#include "ui/weights/weight_legend.h"

#include "ui/support/theme.h"
#include "ui/weights/weight_colours.h"

#include <QEvent>
#include <QLinearGradient>
#include <QPainter>
#include <algorithm>

namespace prunescope::ui {

WeightLegend::WeightLegend(Theme& theme, QWidget* parent) : QWidget(parent), theme_(theme) {
    setObjectName(QStringLiteral("weightLegend"));
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    connect(&theme_, &Theme::changed, this, [this] { update(); });
}

std::vector<WeightLegend::Entry> WeightLegend::entries() const {
    return {{Swatch::negative, tr("kept, below 0")},
            {Swatch::positive, tr("kept, above 0")},
            {Swatch::pruned, tr("pruned")},
            {Swatch::cut, tr("just cut")},
            {Swatch::revived, tr("just revived")}};
}

std::vector<QRect> WeightLegend::places(int width) const {
    const int line = fontMetrics().height();
    const int swatch = 2 * line;
    std::vector<QRect> list;
    int x = 0;
    int y = 0;
    for (const Entry& entry : entries()) {
        const int wide = swatch + line / 2 + fontMetrics().horizontalAdvance(entry.text) + 1;
        if (x > 0 && x + wide > width) {
            x = 0;
            y += line + line / 4;
        }
        list.emplace_back(x, y, wide, line);
        x += wide + line;
    }
    return list;
}

QSize WeightLegend::sizeHint() const {
    const int wide = fontMetrics().averageCharWidth() * 60;
    return {wide, heightForWidth(wide)};
}

QSize WeightLegend::minimumSizeHint() const {
    int wide = 0;
    for (const QRect& place : places(1)) wide = std::max(wide, place.width());
    return {wide, fontMetrics().height()};
}

int WeightLegend::heightForWidth(int width) const {
    return places(width).back().bottom() + 1;
}

void WeightLegend::paintEvent(QPaintEvent* /*event*/) {
    QPainter painter(this);
    const auto list = entries();
    const auto where = places(width());
    const int line = fontMetrics().height();
    for (std::size_t i = 0; i < list.size(); ++i) {
        const QRect swatch(where[i].left(), where[i].top() + line / 8, 2 * line, line - line / 4);
        paintSwatch(painter, list[i].swatch, swatch);
        painter.setPen(theme_.mutedText());
        painter.drawText(where[i].adjusted(2 * line + line / 2, 0, 0, 0), Qt::AlignLeft | Qt::AlignVCenter,
                         list[i].text);
    }
}

void WeightLegend::paintSwatch(QPainter& painter, Swatch swatch, const QRect& place) const {
    const WeightColours colours(theme_);
    const double sign = swatch == Swatch::negative ? -1 : 1;
    QLinearGradient ramp(place.topLeft(), place.topRight());
    ramp.setColorAt(0, colours.kept(sign * 1e-9, 1));
    ramp.setColorAt(1, colours.kept(sign, 1));
    switch (swatch) {
        case Swatch::negative:
        case Swatch::positive:
            painter.fillRect(place, ramp);
            return;
        case Swatch::cut:
            painter.fillRect(place, colours.cut());
            return;
        case Swatch::revived:
            painter.fillRect(place, colours.revived());
            return;
        case Swatch::pruned:
            painter.fillRect(place, colours.ground());
            painter.fillRect(place, colours.hatch());
            painter.setPen(theme_.hairline());
            painter.drawRect(place.adjusted(0, 0, -1, -1));
    }
}

void WeightLegend::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::FontChange) {
        updateGeometry();
        update();
    }
    QWidget::changeEvent(event);
}

}  // namespace prunescope::ui
