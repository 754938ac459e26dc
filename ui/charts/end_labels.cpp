#include "ui/charts/end_labels.h"

#include "ui/support/theme.h"

#include <QFontMetricsF>
#include <QPainter>
#include <QStringList>
#include <algorithm>
#include <utility>

namespace prunescope::ui {
namespace {

constexpr double besideEnd = 6;        ///< between a line's end and its name
constexpr int mostLettersAtEnd = 18;   ///< of a name
constexpr int fewestLettersAtEnd = 4;  ///< with less room a name would say nothing
constexpr double stepsBackTo = 0.25;   ///< of its colour that a name has beside a highlighted one

}  // namespace

EndLabels::EndLabels(QGraphicsItem* parent) : QGraphicsItem(parent) {}

void EndLabels::setArea(const QRectF& area) {
    if (area_ == area) return;
    prepareGeometryChange();
    area_ = area;
    place();
}

void EndLabels::set(std::vector<Label> labels) {
    if (labels == labels_) return;
    labels_ = std::move(labels);
    place();
}

void EndLabels::setFont(const QFont& font) {
    font_ = font;
    place();
}

void EndLabels::place() {
    placed_.clear();
    const QFontMetricsF metrics(font_);
    const double least = metrics.averageCharWidth() * fewestLettersAtEnd;
    for (const Label& label : labels_) {
        const double left = label.end.x() + besideEnd;
        const double room = std::min(area_.right() - left, metrics.averageCharWidth() * mostLettersAtEnd);
        if (room < std::min(least, metrics.horizontalAdvance(label.text))) continue;
        Placed next{label, {}};
        next.label.text = metrics.elidedText(label.text, Qt::ElideMiddle, room);
        const double lowest = std::max(area_.top(), area_.bottom() - metrics.height());
        const double top = std::clamp(label.end.y() - metrics.height() / 2, area_.top(), lowest);
        next.place = QRectF(left, top, metrics.horizontalAdvance(next.label.text), metrics.height());
        const bool collides = std::any_of(placed_.begin(), placed_.end(), [&](const Placed& other) {
            return other.place.intersects(next.place);
        });
        if (!collides) placed_.push_back(std::move(next));
    }
    update();
}

void EndLabels::highlight(const std::optional<QString>& group) {
    if (std::exchange(highlighted_, group) != group) update();
}

std::optional<QString> EndLabels::at(const QPointF& place) const {
    for (const Placed& placed : placed_) {
        if (placed.place.contains(place)) return placed.label.group;
    }
    return std::nullopt;
}

double EndLabels::roomFor(const QStringList& names, const QFont& font) {
    const QFontMetricsF metrics(font);
    double widest = 0;
    for (const QString& name : names) widest = std::max(widest, metrics.horizontalAdvance(name));
    const double most = metrics.averageCharWidth() * mostLettersAtEnd;
    return names.empty() ? 0 : besideEnd + std::min(widest, most) + 2;
}

void EndLabels::paint(QPainter* painter, const QStyleOptionGraphicsItem* /*option*/, QWidget* /*widget*/) {
    painter->setFont(font_);
    for (const Placed& placed : placed_) {
        const bool stepsBack = highlighted_ && placed.label.group != *highlighted_;
        painter->setPen(stepsBack ? mixed(ground_, placed.label.colour, stepsBackTo) : placed.label.colour);
        painter->drawText(placed.place, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextDontClip,
                          placed.label.text);
    }
}

}  // namespace prunescope::ui
