#pragma once

#include "ui/charts/xy_labels.h"

#include <QColor>
#include <QFont>
#include <QGraphicsItem>
#include <QRectF>
#include <QString>
#include <QStringList>
#include <optional>
#include <vector>

namespace prunescope::ui {

/// Names at the ends of a chart's curves, right of the plot. In pixels of the chart.
class ChartEnds : public QGraphicsItem {
public:
    explicit ChartEnds(QGraphicsItem* parent);
    /// `area`: the plot, as far as the curves reach. `groups`: of each label's curve.
    void set(const QRectF& area, std::vector<XyLabel> labels, QStringList groups);
    /// The group whose name is at this place.
    std::optional<QString> groupAt(const QPointF& place) const;
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
    QStringList groups_;
};

}  // namespace prunescope::ui
