#pragma once

#include <QColor>
#include <QPointF>
#include <QRectF>
#include <QString>
#include <vector>

class QFontMetricsF;
class QPainter;

namespace prunescope::ui {

/// What is written beside a mark or the end of a curve, in pixels of the picture.
struct XyLabel {
    QPointF at;
    QString text;       ///< empty: nothing, but it keeps its place free
    double radius = 0;  ///< of the mark
    QColor colour{};    ///< of the curve
};

/// Right or left of its mark, or where both are taken or beyond the edge, at a corner; else not at all.
void drawMarkLabels(QPainter& painter, const std::vector<XyLabel>& labels, const QRectF& area);

/// Pixels that the widest of them takes right of the plot, with the line that leads to it.
double endLabelsWidth(const std::vector<XyLabel>& labels, const QFontMetricsF& metrics);

/// Where the labels of the ends stand; empty when there is no room for all of them.
std::vector<QRectF> endLabelPlaces(const std::vector<XyLabel>& labels, const QFontMetricsF& metrics,
                                   const QRectF& area);

/// Right of the plot, none over another, each led to from the end of its curve. Nothing when there is no room
/// for all of them.
void drawEndLabels(QPainter& painter, const std::vector<XyLabel>& labels, const QRectF& area);

}  // namespace prunescope::ui
