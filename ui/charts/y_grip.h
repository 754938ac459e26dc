#pragma once

#include "ui/charts/y_range.h"

#include <QObject>
#include <optional>

class QKeyEvent;
class QMouseEvent;
class QPointF;
class QWheelEvent;

namespace prunescope::ui {

class ChartAxes;
class ChartView;

/// The labels of a chart's y axis as something to take hold of: dragging moves the axis, the wheel zooms it
/// around the pointer, a double click has it fit its values again. With the focus in the chart, so do Ctrl
/// with the arrows up and down, with plus and minus, and with Home.
class YGrip : public QObject {
    Q_OBJECT
public:
    /// Both outlive it.
    YGrip(ChartView& view, ChartAxes& axes);

signals:
    /// The axis is held, or is not any more: it has to be drawn.
    void moved();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    // Whether the event was for the axis.
    bool filterPointer(QEvent& event);
    bool press(const QMouseEvent& event);
    bool move(const QMouseEvent& event);
    bool release();
    bool doubleClick(const QMouseEvent& event);
    bool turn(const QWheelEvent& event);
    bool typeKey(const QKeyEvent& event);

    bool isOn(const QPointF& place) const;
    void hold(const YRange::Range& range);
    void fit();

    struct Drag {
        double from = 0;  ///< pixel
        YRange range;     ///< of that moment
    };

    ChartView& view_;
    ChartAxes& axes_;
    std::optional<Drag> drag_;
};

}  // namespace prunescope::ui
