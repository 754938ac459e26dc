#pragma once

#include "view/curve.h"

#include <QColor>
#include <QPen>
#include <QTimer>
#include <QWidget>
#include <memory>
#include <optional>
#include <vector>

class QChart;
class QChartView;
class QGraphicsLineItem;
class QLabel;
class QLineSeries;
class QToolButton;
class QValueAxis;

namespace prunescope::ui {

class Theme;

/// The x axis that several charts share: its unit, its zoom and the place of the crosshair.
class TimeAxis : public QObject {
    Q_OBJECT
public:
    using QObject::QObject;
    view::TimeUnit unit() const { return unit_; }
    void setUnit(view::TimeUnit unit);
    /// What the charts show; nothing: everything there is.
    const std::optional<std::pair<double, double>>& zoom() const { return zoom_; }
    void setZoom(std::optional<std::pair<double, double>> zoom);
    std::optional<double> crosshair() const { return crosshair_; }
    void setCrosshair(std::optional<double> x);

signals:
    void changed();
    void crosshairMoved();

private:
    view::TimeUnit unit_ = view::TimeUnit::epoch;
    std::optional<std::pair<double, double>> zoom_;
    std::optional<double> crosshair_;
};

/// One curve of a chart. `times` and `curve` outlive the panel or are replaced by `setSeries`.
struct ChartSeries {
    QString label;
    QColor colour;
    Qt::PenStyle style = Qt::SolidLine;
    qreal width = 2;
    const view::Timeline* times = nullptr;
    const view::Curve* curve = nullptr;
    bool inLegend = true;
};

/// A vertical line over all charts: a change of phase, an edit.
struct ChartMark {
    view::Moment moment;
    QString text;
    qint64 event = 0;  ///< sequence number in the audit log
};

/// A chart of curves over time. Redraws at most 12 times a second and only while it can be seen; curves are
/// thinned to two points a pixel.
class ChartPanel : public QWidget {
    Q_OBJECT
public:
    ChartPanel(Theme& theme, TimeAxis& axis, QWidget* parent = nullptr);
    ~ChartPanel() override;

    void setTitle(const QString& title);
    /// A share axis runs from 0 to 1 at most and is labelled in per cent.
    void setShare(bool share);
    void setSeries(std::vector<ChartSeries> series);
    void setMarks(std::vector<ChartMark> marks);
    /// The x axis reaches at least this far while nothing is zoomed.
    void setLastMoment(const view::Moment& moment);
    /// The curves have grown.
    void refresh();
    /// One picture: by the ending of the file's name PNG, SVG, or CSV with every recorded value. False, with
    /// the reason in `error`, when the file cannot be written.
    bool exportTo(const QString& path, QString& error) const;

signals:
    void markActivated(qint64 event);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void redraw();
    void restyle();
    std::pair<double, double> shownX() const;
    void scaleY(double low, double high);
    void showValues();
    void placeMarks();
    void wheel(double x, int delta);
    double xAt(QPointF position) const;
    void askForExport();
    QByteArray csv() const;

    Theme& theme_;
    TimeAxis& axis_;
    QChart* chart_;
    QChartView* view_;
    QValueAxis* x_;
    QValueAxis* y_;
    QLabel* title_;
    QLabel* values_;
    QToolButton* menu_;
    QTimer timer_;
    bool stale_ = true;
    bool share_ = false;
    std::vector<ChartSeries> series_;
    std::vector<QLineSeries*> lines_;
    std::vector<ChartMark> marks_;
    std::vector<QGraphicsLineItem*> markLines_;
    QGraphicsLineItem* crosshair_;
    view::Moment last_;
    std::optional<QPointF> pressed_;
    std::pair<double, double> pressedRange_;
};

}  // namespace prunescope::ui
