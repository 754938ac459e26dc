#pragma once

#include "ui/charts/xy_labels.h"

#include <QColor>
#include <QFont>
#include <QGraphicsItem>
#include <QRectF>
#include <QString>
#include <vector>

namespace prunescope::ui {

/// Names at the ends of a chart's curves, right of the plot. In pixels of the chart.
class ChartEnds : public QGraphicsItem {
public:
    explicit ChartEnds(QGraphicsItem* parent);
    /// `area`: the plot.
    void set(const QRectF& area, std::vector<XyLabel> labels);
    void restyle(const QFont& font, const QColor& text);
    const std::vector<XyLabel>& labels() const { return labels_; }
    /// Pixels right of the plot that these would take.
    double widthOf(const std::vector<XyLabel>& labels) const;
    /// The name, or nothing where it would take too much of the width: the legend has it as well.
    QString fitted(const QString& name) const;

    QRectF boundingRect() const override;
    void paint(QPainter* painter, const QStyleOptionGraphicsItem* option, QWidget* widget) override;

private:
    QRectF area_;
    QFont font_;
    QColor text_;
    std::vector<XyLabel> labels_;
};

}  // namespace prunescope::ui
