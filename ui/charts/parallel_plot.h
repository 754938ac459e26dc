#pragma once

#include "ui/charts/parallel_scale.h"

#include <QColor>
#include <QPixmap>
#include <QPointF>
#include <QPolygonF>
#include <QRectF>
#include <QString>
#include <QWidget>
#include <cstddef>
#include <optional>
#include <utility>
#include <vector>

namespace prunescope::ui {

class Theme;

/// One line through all axes.
struct ParallelLine {
    QString id{};           ///< what is activated by a click; empty: nothing
    QString explanation{};  ///< shown when it is pointed at
    QColor colour{};
    std::vector<double> values{};  ///< one for each axis; NaN: unknown, drawn below the axis
    bool chosen = false;           ///< is drawn wider
};

/// Parallel coordinates, painted without Qt Charts, which has none. Dragging on an axis brushes it: lines
/// that pass elsewhere step back. A click on an axis takes its brush away, one on its title turns it upside
/// down. By keyboard: left and right go from axis to axis, up and down move the upper edge of its brush and
/// with Shift the lower one, F turns the axis, Delete takes its brush away.
class ParallelPlot : public QWidget {
    Q_OBJECT
public:
    explicit ParallelPlot(Theme& theme, QWidget* parent = nullptr);

    /// Axes that have the same title as before keep their brush and their direction.
    void setData(std::vector<ParallelAxis> axes, std::vector<ParallelLine> lines);
    const std::vector<ParallelAxis>& axes() const { return axes_; }
    const std::vector<ParallelLine>& lines() const { return lines_; }
    /// In fractions of the axis, the lower first; nothing: all of it. Once there is a brush a line that is
    /// unknown there is dimmed.
    void setBrush(std::size_t axis, std::optional<std::pair<double, double>> brush);
    std::optional<std::pair<double, double>> brush(std::size_t axis) const { return states_[axis].brush; }
    void flip(std::size_t axis);
    bool isFlipped(std::size_t axis) const { return states_[axis].flipped; }
    /// Takes over brushes and directions of one that shows the same axes.
    void takeState(const ParallelPlot& other);
    /// Whether every brush lets the line pass.
    bool isLit(std::size_t line) const;
    std::size_t litLines() const;
    /// Where an axis stands, and where a line crosses it, in pixels.
    QRectF axisPlace(std::size_t axis) const;
    QPointF crossing(std::size_t line, std::size_t axis) const;
    /// Everything but what is pointed at, into the widget's rectangle.
    void draw(QPainter& painter) const;

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

signals:
    /// What is pointed at, or which part of an axis is brushed; empty: nothing.
    void pointed(const QString& explanation);
    void activated(const QString& id);
    void brushed();

protected:
    bool event(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    struct State {
        bool flipped = false;
        std::optional<std::pair<double, double>> brush;
    };
    struct Drag {
        std::size_t axis = 0;
        double from = 0;  ///< fraction
        bool moved = false;
    };
    void rescale();
    QRectF plotArea() const;
    QRectF titlePlace(std::size_t axis) const;
    double columnWidth() const;
    double shownFraction(std::size_t axis, double fraction) const;
    double fractionAt(std::size_t axis, double y) const;
    std::optional<std::size_t> axisAt(const QPointF& place) const;
    std::optional<std::size_t> titleAt(const QPointF& place) const;
    std::optional<std::size_t> lineAt(const QPointF& place) const;
    QPolygonF polyline(std::size_t line) const;
    void drawLines(QPainter& painter) const;
    void drawAxis(QPainter& painter, std::size_t axis) const;
    void drawBrush(QPainter& painter, std::size_t axis) const;
    void drawTicks(QPainter& painter, std::size_t axis) const;
    void drawTitle(QPainter& painter, std::size_t axis) const;
    void redraw();
    void point(std::optional<std::size_t> line);
    void moveEdge(bool upper, double step);
    void sayBrush(std::size_t axis);
    void sayAxis();

    Theme& theme_;
    std::vector<ParallelAxis> axes_;
    std::vector<ParallelLine> lines_;
    std::vector<ParallelScale> scales_;
    std::vector<State> states_;
    std::size_t current_ = 0;  ///< axis of the keyboard
    std::optional<std::size_t> pointed_;
    std::optional<Drag> drag_;
    QPixmap picture_;  ///< all but what is pointed at; null: has to be drawn
};

}  // namespace prunescope::ui
