#pragma once

#include "ui/charts/chart_axes.h"
#include "ui/charts/chart_plot.h"
#include "ui/charts/chart_readout.h"
#include "ui/charts/chart_series.h"
#include "ui/charts/plot_alignment.h"
#include "ui/charts/plot_frame.h"
#include "ui/charts/time_axis.h"
#include "ui/charts/y_grip.h"

#include <QElapsedTimer>
#include <QWidget>
#include <memory>
#include <optional>
#include <vector>

class QHBoxLayout;
class QLabel;

namespace prunescope::ui {

class ChartFiles;
class ChartLegend;
class ChartMenu;
class MessageBar;
class Theme;

/// A chart of curves over time. Its y axis fits the values until somebody takes hold of it. Redraws at most
/// 12 times a second and only while it can be seen; curves are thinned to two points a pixel.
class ChartPanel : public QWidget {
    Q_OBJECT
public:
    ChartPanel(Theme& theme, TimeAxis& axis, QWidget* parent = nullptr);
    ~ChartPanel() override;

    /// `explanation`: what is shown, for a tooltip.
    void setTitle(const QString& title, const QString& explanation = {});
    /// Values are shares: labelled in per cent, and the axis stays within 0 and 100 % when they do.
    void setShare(bool share);
    /// The y axis, unless it is logarithmic, shows at least these values; none when `low` is above `high`.
    void setLeastRange(double low, double high);
    /// Which values the y axis, unless it is logarithmic, has to hold.
    void setFit(YFit::Kind fit);
    /// The y axis, unless it is logarithmic, begins at zero and holds everything.
    void setFromZero(bool fromZero);
    /// Values of zero and below then lie below the picture.
    void setLogarithmic(bool logarithmic);
    bool isLogarithmic() const { return plot_.axes().isLogarithmic(); }
    /// As lines with a legend, or as a strip whose rows have their names beside them.
    void setForm(ChartForm form);
    /// What is written under the time axis; `plain` has its unit in the head of the chart. In a picture for a
    /// file it is never missing.
    void setTimeLabels(ChartAxes::TimeLabels labels);
    /// The height of its picture at least, in pixels, without what is written under it.
    void setLeastPicture(int pixels);
    /// Adds what chooses among the chart's curves to its head.
    void addTool(QWidget& tool);
    /// The picture, for what lies over it as its child: mouse events that the child leaves go to the chart.
    QWidget& canvas();
    /// Of the plot on `canvas()`; nothing until it was drawn, and where values do not go up evenly.
    std::optional<PlotFrame> frame();
    /// Pixels right of the plot that are kept for what lies there.
    void setRoomRight(double pixels);
    void setSeries(std::vector<ChartSeries> series);
    const std::vector<ChartSeries>& series() const { return plot_.lines().series(); }
    void setMarks(std::vector<ChartMark> marks);
    /// The x axis reaches at least this far while nothing is zoomed.
    void setLastMoment(const view::Moment& moment);
    /// Weight of the past in the moving average of the curves that are smoothed, in [0, 1).
    void setSmoothing(double weight);
    /// Draws anew.
    void refresh();
    /// The curves have grown: draws anew as soon as that can be seen, by a pixel, and a few times a second
    /// for the legend's values. Drawing more often would take its time from the training beside it.
    void follow();
    /// By the ending of the file's name a picture as PNG or SVG, or CSV with every recorded value. False,
    /// with the reason in `error`, when the file cannot be written.
    bool exportTo(const QString& path, QString& error) const;
    /// The same, for a user: numbers are written beside the window, and a failure is shown in the chart.
    void save(const QString& path);

signals:
    /// The picture was drawn, or its plot has another place.
    void placed();
    void markActivated(qint64 event);
    void logarithmicChanged(bool logarithmic);
    void fromZeroChanged(bool fromZero);
    void saved(const QString& path);

protected:
    void changeEvent(QEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    void layOut();
    void connectPlot();
    void connectParts();
    void retranslate();
    void restyle();
    void redrawWithin(int intervalMs);
    void redraw();
    void rescale();
    void fitValues();
    void placeMarks();
    void fillLegend();
    void showValues();
    void keepRoom();
    void keepHeight();

    Theme& theme_;
    TimeAxis& axis_;
    ChartPlot plot_;
    YGrip grip_{plot_.view(), plot_.axes()};
    QHBoxLayout* head_;
    QLabel* title_;
    QLabel* place_;
    ChartLegend* legend_;
    MessageBar* message_;
    ChartMenu* menu_;
    ChartReadout readout_;
    view::Moment last_;
    double roomRight_ = 0;
    int leastPicture_ = 0;
    bool stale_ = true;
    double drawnTo_ = 0;  ///< x of the last value that is on display
    QElapsedTimer sinceDrawn_;
    QString summary_;
    QString keysHelp_;
    PlotAlignment alignment_;
    /// Last: what is being written is waited for while the rest still stands.
    std::unique_ptr<ChartFiles> files_;
};

}  // namespace prunescope::ui
