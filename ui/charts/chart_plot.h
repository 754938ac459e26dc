#pragma once

#include "ui/charts/chart_axes.h"
#include "ui/charts/chart_lines.h"
#include "ui/charts/chart_marks.h"
#include "ui/charts/chart_strip.h"
#include "ui/charts/time_axis.h"
#include "ui/charts/y_fit.h"

#include <QFont>
#include <QObject>
#include <QPointF>
#include <optional>

class QChart;
class QGraphicsLineItem;
class QWidget;

namespace prunescope::ui {

class ChartBands;
class ChartEnds;
class ChartOverlay;
class ChartView;
class ColourScale;
class EmptyPlot;
class Theme;

/// The picture of a chart: curves between their axes, marks and the crosshair over them, and what is said
/// where nothing is drawn.
class ChartPlot : public QObject {
    Q_OBJECT
public:
    ChartPlot(const Theme& theme, TimeAxis& time, QWidget& panel);

    QChart& chart() { return *chart_; }
    ChartView& view() { return *view_; }
    ChartLines& lines() { return lines_; }
    const ChartLines& lines() const { return lines_; }
    ChartAxes& axes() { return axes_; }
    const ChartAxes& axes() const { return axes_; }
    ChartMarks& marks() { return marks_; }
    QGraphicsLineItem& crosshair() { return *crosshair_; }
    const ChartEnds& ends() const { return *ends_; }
    ChartStrip& strip() { return *strip_; }
    const ChartStrip& strip() const { return *strip_; }
    bool isStrip() const { return form_ == ChartForm::strip; }

    void retranslate();
    void setLogarithmic(bool logarithmic);
    void setForm(ChartForm form);
    void setSeries(std::vector<ChartSeries> series);
    /// The pixels that names and the scale of colours want beside the axes.
    double roomLeft() const;
    double roomRight() const;
    /// Draws the curves and scales the axes, which reach at least to `end`. False when there is more to take
    /// in.
    bool draw(const view::Moment& end);
    /// Marks and words go to where they belong.
    void placeMarks();
    void placeCrosshair();
    /// What a pixel is, on the x axis.
    double perPixel() const;
    /// Why no value is shown.
    QString reason() const;
    bool showsBeyond() const;
    void restyle(const QFont& labels);

private:
    void scaleX(const view::Moment& end);
    bool drawLines();
    bool drawStrip();
    void nameColours();
    void fillStrip();
    double partsOfY() const;
    void showBeyond();
    YFit::Extent withBands(const YFit::Extent& extent) const;
    void placeBands();
    void placeEnds();
    QPointF pixelOf(const QPointF& value) const;
    double endsWidth() const;
    std::optional<QPointF> endOf(const ChartSeries& series) const;

    const Theme& theme_;
    TimeAxis& time_;
    QWidget& panel_;
    QChart* chart_;
    ChartLines lines_;
    ChartAxes axes_;
    ChartMarks marks_;
    ChartView* view_;
    ChartStrip* strip_;
    ColourScale* colourScale_;
    ChartBands* bands_;
    ChartOverlay* overlay_;
    ChartEnds* ends_;
    QGraphicsLineItem* crosshair_;
    EmptyPlot* empty_;
    ChartForm form_ = ChartForm::lines;
    QFont labels_;
};

}  // namespace prunescope::ui
