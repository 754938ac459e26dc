#include "ui/charts/chart_ends.h"

#include <QFontMetricsF>
#include <QPainter>
#include <utility>

namespace prunescope::ui {
namespace {

constexpr double overCurves = 8.5;
constexpr double mostLetters = 24;  ///< of a name: the plot keeps most of the width

}  // namespace

ChartEnds::ChartEnds(QGraphicsItem* parent) : QGraphicsItem(parent) {
    setZValue(overCurves);
}

void ChartEnds::set(const QRectF& area, std::vector<XyLabel> labels, QStringList groups) {
    prepareGeometryChange();
    area_ = area;
    labels_ = std::move(labels);
    groups_ = std::move(groups);
    update();
}

std::optional<QString> ChartEnds::groupAt(const QPointF& place) const {
    const std::vector<QRectF> places = endLabelPlaces(labels_, QFontMetricsF(font_), area_);
    for (std::size_t i = 0; i < places.size(); ++i) {
        if (places[i].contains(place)) return groups_[static_cast<qsizetype>(i)];
    }
    return std::nullopt;
}

void ChartEnds::restyle(const QFont& font, const QColor& text) {
    prepareGeometryChange();
    font_ = font;
    text_ = text;
    update();
}

double ChartEnds::widthOf(const std::vector<XyLabel>& labels) const {
    return endLabelsWidth(labels, QFontMetricsF(font_));
}

QString ChartEnds::fitted(const QString& name) const {
    const QFontMetricsF metrics(font_);
    return metrics.horizontalAdvance(name) <= mostLetters * metrics.averageCharWidth() ? name : QString();
}

/// Labels of the highest and lowest curve stand half a line over the plot's edges.
QRectF ChartEnds::boundingRect() const {
    const double line = QFontMetricsF(font_).height();
    return {area_.left(), area_.top() - line, area_.width() + widthOf(labels_) + line,
            area_.height() + 2 * line};
}

void ChartEnds::paint(QPainter* painter, const QStyleOptionGraphicsItem* /*option*/, QWidget* /*widget*/) {
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setFont(font_);
    painter->setPen(text_);
    drawEndLabels(*painter, labels_, area_);
    painter->restore();
}

}  // namespace prunescope::ui
