#pragma once

#include "ui/charts/chart_lines.h"
#include "ui/charts/chart_series.h"
#include "ui/charts/time_axis.h"
#include "view/axis_scale.h"

#include <QElapsedTimer>
#include <QPointer>
#include <QThreadPool>
#include <QWidget>
#include <vector>

class QAction;
class QChart;
class QGraphicsLineItem;
class QLabel;
class QLogValueAxis;
class QPushButton;
class QToolButton;
class QValueAxis;

namespace prunescope::ui {

class ChartLegend;
class ChartOverlay;
class ChartView;
class MessageBar;
class Theme;
struct ExportedCurve;

/// A chart of curves over time. Redraws at most 12 times a second and only while it can be seen; curves are
/// thinned to two points a pixel.
class ChartPanel : public QWidget {
    Q_OBJECT
public:
    ChartPanel(Theme& theme, TimeAxis& axis, QWidget* parent = nullptr);
    ~ChartPanel() override;

    /// `explanation`: what is shown, for a tooltip.
    void setTitle(const QString& title, const QString& explanation = {});
    /// Values are shares: labelled in per cent, and the axis stays within 0 and 100 % when they do.
    void setShare(bool share);
    /// The y axis, unless it is logarithmic, shows at least these values.
    void setLeastRange(double low, double high);
    /// Which values the y axis, unless it is logarithmic, has to hold.
    void setFit(YFit::Kind fit);
    /// The y axis, unless it is logarithmic, begins at zero and holds everything.
    void setFromZero(bool fromZero);
    /// Values of zero and below then lie below the picture.
    void setLogarithmic(bool logarithmic);
    bool isLogarithmic() const { return logarithmic_; }
    void setSeries(std::vector<ChartSeries> series);
    const std::vector<ChartSeries>& series() const { return lines_.series(); }
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
    void connectParts();
    void makeMenu();
    void retranslate();
    void restyle();
    void redraw();
    view::AxisKind scaleKind() const;
    void rescale();
    std::pair<double, double> everything();
    double reached() const;
    void scaleX();
    void scaleY(YFit::Extent extent);
    void takeRoom();
    void align();
    void showBeyond();
    void showEmptiness();
    QString whyEmpty() const;
    std::optional<std::pair<double, double>> measuredRange() const;
    void placeMarks();
    void fillLegend();
    void toggle(const QString& label);
    void isolate(const QString& label);
    void hideCurves(const QSet<QString>& labels);
    void pointAt(const std::optional<QPointF>& place);
    void showValues();
    void describe(const QStringList& values);
    QString valueText(double value) const;
    QString valueAt(std::size_t series, std::optional<double> x) const;
    void askForFile(const QString& ending);
    void showSaved(const QString& path, const QString& error);
    std::vector<ExportedCurve> exportedCurves() const;
    QSize pictureSize() const;
    void drawPicture(QPainter& painter) const;

    Theme& theme_;
    TimeAxis& axis_;
    QPointer<TimeAxis> living_;  ///< null when a page that is destroyed has lost it before its charts
    QChart* chart_;
    ChartLines lines_;
    ChartView* view_;
    QValueAxis* x_;
    QValueAxis* y_;
    QLogValueAxis* logY_;
    QLabel* title_;
    QLabel* place_;
    ChartLegend* legend_;
    MessageBar* message_;
    QToolButton* menu_;
    QLabel* nothing_;         ///< says why nothing is drawn
    QPushButton* elsewhere_;  ///< leads to where something would be
    QAction *savePng_, *saveSvg_, *saveCsv_, *logAction_, *zeroAction_, *resetAction_;
    bool stale_ = true;
    bool share_ = false;
    std::optional<YFit::Extent> leastRange_;
    YFit::Kind fit_ = YFit::Kind::everything;
    bool fromZero_ = false;
    bool logarithmic_ = false;
    view::AxisScale scale_;
    bool rescaled_ = true;  ///< the axis has yet to take `scale_`
    double end_ = 0;        ///< of the x axis, in `endUnit_`
    view::TimeUnit endUnit_ = view::TimeUnit::step;
    int alignment_ = 0;   ///< pixels left of the labels, so that plots stand under one another
    double drawnTo_ = 0;  ///< x of the last value that is on display
    QElapsedTimer sinceDrawn_;
    std::vector<ChartMark> marks_;
    std::vector<QGraphicsLineItem*> markLines_;
    ChartOverlay* overlay_;
    QGraphicsLineItem* crosshair_;
    view::Moment last_;
    std::vector<std::size_t> named_;  ///< series of the legend's entries, in its order
    QSet<QString> hidden_;
    QSet<QString> hiddenBefore_;  ///< the latest click: a double click begins with one
    QString toggled_;
    QString summary_;
    QString keysHelp_;
    QThreadPool writer_;  ///< last: it is waited for while the rest still stands
};

}  // namespace prunescope::ui
