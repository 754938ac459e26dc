#pragma once

#include "ui/report/paper.h"

#include <QPointF>
#include <Qt>
#include <vector>

class QPainter;

namespace prunescope::ui {

/// A text broken into the lines of a column. Words that are wider than the column break inside.
class TextBlock {
public:
    TextBlock(const QString& text, const paper::Ink& ink, double width,
              Qt::Alignment alignment = Qt::AlignLeft);

    std::size_t lines() const { return lines_.size(); }
    double lineHeight() const { return 1.4 * paper::pt(ink_.points); }
    double height() const { return static_cast<double>(lines()) * lineHeight(); }
    void draw(QPainter& painter, QPointF topLeft) const { draw(painter, topLeft, 0, lines()); }
    /// Lines [from, to); the first of them stands at `topLeft`.
    void draw(QPainter& painter, QPointF topLeft, std::size_t from, std::size_t to) const;

private:
    struct Line {
        QString text;
        double width = 0;
    };

    paper::Ink ink_;
    double width_;
    Qt::Alignment alignment_;
    std::vector<Line> lines_{};
};

}  // namespace prunescope::ui
