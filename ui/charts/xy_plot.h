#pragma once

#include "ui/charts/xy_labels.h"
#include "view/axis.h"

#include <QColor>
#include <QRectF>
#include <QString>
#include <QWidget>
#include <optional>
#include <utility>
#include <vector>

namespace prunescope::ui {

class Theme;

struct XyPoint {
    double x = 0;
    double y = 0;
    QString label{};        ///< beside it in the picture where there is room; empty: none
    QString explanation{};  ///< shown when it is pointed at
    bool emphasised = false;
    std::optional<std::pair<double, double>> spread{};  ///< from and to: y as it changes, drawn as a bar
    QString id{};         ///< what is activated by a click or Enter; empty: nothing
    bool chosen = false;  ///< has a ring
};

struct XySeries {
    QString label{};   ///< as a file of numbers calls it
    QString legend{};  ///< as the legend calls it; empty: it is not there
    QColor colour{};
    Qt::PenStyle line = Qt::SolidLine;  ///< `Qt::NoPen`: points alone
    bool markers = true;                ///< each point is a mark that can be pointed at
    std::vector<XyPoint> points{};
    bool band = false;   ///< the spreads of its points are a band along the line, not bars
    QString endLabel{};  ///< right of the plot, where the line ends; empty: none
};

struct XyAxis {
    QString title{};
    view::AxisKind kind = view::AxisKind::plain;
};

/// Curves and points of one figure over another, painted without Qt Charts: for a few dozen points that do
/// not grow. The pointer and the arrow keys go from mark to mark.
class XyPlot : public QWidget {
    Q_OBJECT
public:
    explicit XyPlot(Theme& theme, QWidget* parent = nullptr);

    void setAxes(const XyAxis& x, const XyAxis& y);
    void setSeries(std::vector<XySeries> series);
    const std::vector<XySeries>& series() const { return series_; }
    const XyAxis& xAxis() const { return x_; }
    const XyAxis& yAxis() const { return y_; }
    /// Everything but the mark that is pointed at, into the widget's rectangle.
    void draw(QPainter& painter) const;

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

signals:
    /// What is pointed at; empty: nothing.
    void pointed(const QString& explanation);
    /// A mark with an `id` was clicked, or Enter pressed while it is pointed at.
    void activated(const QString& id);

protected:
    void paintEvent(QPaintEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

private:
    /// Where values lie in the widget.
    struct Frame {
        QRectF area;
        view::Axis x;
        view::Axis y;
        QPointF at(const XyPoint& point) const;
    };
    std::optional<Frame> frame() const;
    std::vector<const XyPoint*> marks() const;
    bool isDrawable(const XyPoint& point) const;
    bool hasSpread(const XyPoint& point) const;
    void drawAxes(QPainter& painter, const Frame& frame) const;
    void drawBand(QPainter& painter, const Frame& frame, const XySeries& series) const;
    void drawLine(QPainter& painter, const Frame& frame, const XySeries& series) const;
    void drawSpread(QPainter& painter, const Frame& frame, const XySeries& series) const;
    void drawMarks(QPainter& painter, const Frame& frame, const XySeries& series) const;
    void drawLabels(QPainter& painter, const Frame& frame) const;
    void drawPointed(QPainter& painter) const;
    std::vector<XyLabel> ends(const Frame* frame) const;
    std::optional<std::size_t> markNear(const QPointF& place) const;
    void point(std::optional<std::size_t> mark);
    void activate();

    Theme& theme_;
    XyAxis x_;
    XyAxis y_;
    std::vector<XySeries> series_;
    std::optional<std::size_t> pointed_;  ///< among `marks`
};

}  // namespace prunescope::ui
