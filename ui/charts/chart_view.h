#pragma once

#include "ui/charts/time_axis.h"

#include <QChartView>
#include <utility>
#include <vector>

namespace prunescope::ui {

/// The picture of a chart, and how mouse and keys move the shared axis: the wheel and + − zoom, dragging
/// pans, a double click and Home show everything, the pointer and the arrow keys move the crosshair, Page up
/// and Page down go from mark to mark, a click or Enter opens a mark.
class ChartView : public QChartView {
    Q_OBJECT
public:
    struct Mark {
        double x = 0;
        QString text;
        qint64 event = 0;
    };

    static constexpr double keyFactor = 1.5;  ///< that a key zooms by

    ChartView(QChart* chart, TimeAxis& axis, QWidget* parent = nullptr);
    /// That a turn of the wheel zooms by: what is shown becomes as many times as long.
    static double factorOf(const QWheelEvent& wheel);
    /// The part of the x axis that is drawn, and all that there is.
    void setRange(std::pair<double, double> shown, std::pair<double, double> everything);
    /// Up and down go from row to row.
    void setRows(bool rows) { rows_ = rows; }
    void setMarks(std::vector<Mark> marks) { marks_ = std::move(marks); }
    /// Between places on the axis and pixels of the picture.
    double pixelOf(double x) const;
    double xAt(double pixel) const;
    /// The pointer is nowhere in the picture.
    void forgetPointer();

signals:
    void markActivated(qint64 event);
    /// The pointer is at this place of the picture; nowhere: it has left, or is on a mark.
    void pointerMoved(const std::optional<QPointF>& place);
    void focusChanged();
    /// To the next row below (1) or above (-1).
    void rowStepped(int direction);

protected:
    void wheelEvent(QWheelEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

private:
    void zoom(double around, double factor);
    void show(double from, double span);
    void moveCrosshair(double share);
    void goToMark(int direction);
    double crosshairOrCentre() const;
    const Mark* markNear(double pixel) const;

    TimeAxis& axis_;
    std::pair<double, double> shown_{0, 1};
    std::pair<double, double> everything_{0, 1};
    std::vector<Mark> marks_;
    bool rows_ = false;
    std::optional<double> pressedAt_;  ///< pixel
    std::pair<double, double> pressedRange_;
};

}  // namespace prunescope::ui
