#pragma once

#include "ui/charts/chart_series.h"
#include "ui/charts/y_fit.h"
#include "view/axis_scale.h"

#include <QList>
#include <QPointF>
#include <QSet>
#include <memory>
#include <optional>
#include <utility>
#include <vector>

class QAbstractAxis;
class QChart;
class QXYSeries;

namespace prunescope::ui {

/// Qt Charts has its grid and axes below, its curves here.
inline constexpr double zOfCurves = 4;

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
        view::AxisKind kind = view::AxisKind::plain;
        YFit::Kind fit = YFit::Kind::everything;
    };
    /// A value that lies beyond the axis.
    struct Beyond {
        double x = 0;
        bool above = true;
        QColor colour;
    };

    explicit ChartLines(QChart& chart) : chart_(chart) {}
    void set(std::vector<ChartSeries> series, const std::vector<QAbstractAxis*>& axes);
    void attach(QAbstractAxis* axis);
    /// Until the next redraw, as a logarithmic axis cannot take what another could.
    void clearPoints();
    const std::vector<ChartSeries>& series() const { return series_; }
    /// Whether one of these curves is among its own.
    bool hasAnyOf(const std::vector<ChartSeries>& others) const;
    /// Where the last value stands; what is only planned stands still and does not count.
    double reached(view::TimeUnit unit) const;
    /// Weight of the past, in [0, 1); 0 for none.
    void setSmoothing(double weight);
    /// Takes in what smoothed curves have gained, a limited number of values at a time. True when all is in.
    bool follow();
    /// What the y axis has to hold.
    YFit::Extent redraw(const View& view);
    /// Whether the last redraw drew a value.
    bool drewAnything() const { return drewAnything_; }
    /// Values of the last redraw below `low` or above `high`, from left to right for each curve.
    std::vector<Beyond> beyond(double low, double high) const;
    /// The curve that stands for series `i`: smoothed when it is.
    const view::Curve& shown(std::size_t i) const;
    bool isSmoothed(std::size_t i) const { return lines_[i].smooth != nullptr; }

    /// Groups that are not drawn.
    void setHidden(QSet<QString> groups) { hidden_ = std::move(groups); }
    bool isHidden(const ChartSeries& series) const { return hidden_.contains(series.group()); }
    /// The curves of this group stand out, the others step back; none: all are alike.
    void highlight(const std::optional<QString>& group);
    /// The group whose curve runs nearest to a place of the picture, within `reach` pixels.
    std::optional<QString> nearest(const QPointF& place, double reach) const;

private:
    struct Line {
        QXYSeries* main = nullptr;
        QXYSeries* faint = nullptr;
        std::unique_ptr<view::SmoothedCurve> smooth;
    };
    QXYSeries* addLine(const ChartSeries& series);
    ChartSeries behind(const ChartSeries& series) const;
    void restartSmoothing();
    void draw(std::size_t i, const View& view, YFit& fit);

    QChart& chart_;
    double weight_ = 0;
    std::vector<ChartSeries> series_;
    std::vector<Line> lines_;
    QSet<QString> hidden_;
    std::optional<QString> highlighted_;
    bool drewAnything_ = false;
};

}  // namespace prunescope::ui
