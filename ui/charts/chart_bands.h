#pragma once

#include <QColor>
#include <QGraphicsItem>
#include <QPolygonF>
#include <QRectF>
#include <vector>

namespace prunescope::ui {

/// Bands along the curves of a chart, behind all of them. In pixels of the chart.
class ChartBands : public QGraphicsItem {
public:
    struct Band {
        QPolygonF outline;
        QColor colour;  ///< of its curve
        bool operator==(const Band&) const = default;
    };

    explicit ChartBands(QGraphicsItem* parent);
    void set(const QRectF& area, std::vector<Band> bands);

    QRectF boundingRect() const override { return area_; }
    void paint(QPainter* painter, const QStyleOptionGraphicsItem* option, QWidget* widget) override;

private:
    QRectF area_;
    std::vector<Band> bands_;
};

}  // namespace prunescope::ui
