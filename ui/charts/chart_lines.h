#pragma once

#include "ui/charts/axis_scale.h"
#include "ui/charts/chart_series.h"

#include <QList>
#include <QPointF>
#include <memory>
#include <utility>
#include <vector>

class QAbstractAxis;
class QChart;
class QXYSeries;

namespace prunescope::ui {

/// The curves of one chart and the lines that show them. A smoothed curve has two lines: itself, faint, and
/// the smoothed one.
class ChartLines {
public:
    /// What is drawn: the part of the axis, how many columns of pixels, and how values are scaled.
    struct View {
        view::TimeUnit unit = view::TimeUnit::step;
        double from = 0;
        double to = 1;
        std::size_t columns = 1;
        AxisScale::Kind kind = AxisScale::Kind::plain;
    };
    /// Lowest and highest value drawn; low > high when there is none.
    struct Extent {
        double low = 0;
        double high = -1;
    };

    explicit ChartLines(QChart& chart) : chart_(chart) {}
    void set(std::vector<ChartSeries> series, const std::vector<QAbstractAxis*>& axes);
    void attach(QAbstractAxis* axis);
    /// Until the next redraw, as a logarithmic axis cannot take what another could.
    void clearPoints();
    const std::vector<ChartSeries>& series() const { return series_; }
    /// Weight of the past, in [0, 1); 0 for none.
    void setSmoothing(double weight);
    /// Takes in what smoothed curves have gained, a limited number of values at a time. True when all is in.
    bool follow();
    Extent redraw(const View& view);
    /// The curve that stands for series `i`: smoothed when it is.
    const view::Curve& shown(std::size_t i) const;
    bool isSmoothed(std::size_t i) const { return lines_[i].smooth != nullptr; }

private:
    struct Line {
        QXYSeries* main = nullptr;
        QXYSeries* faint = nullptr;
        std::unique_ptr<view::SmoothedCurve> smooth;
    };
    QXYSeries* addLine(const ChartSeries& series);
    void restartSmoothing();
    static QList<QPointF> points(const ChartSeries& series, const view::Curve& curve, const View& view,
                                 Extent& extent);

    QChart& chart_;
    double weight_ = 0;
    std::vector<ChartSeries> series_;
    std::vector<Line> lines_;
};

}  // namespace prunescope::ui
