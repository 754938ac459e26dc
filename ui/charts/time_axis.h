#pragma once

#include "ui/charts/redraw_queue.h"
#include "view/timeline.h"

#include <QObject>
#include <QString>
#include <map>
#include <optional>
#include <utility>

namespace prunescope::ui {

/// The x axis that several charts share: its unit, its zoom, the place of the crosshair and the room that it
/// has; and the order in which they redraw.
class TimeAxis : public QObject {
    Q_OBJECT
public:
    /// What a chart's picture leaves to its plot.
    struct Room {
        double left = 0;   ///< pixels that the labels of its y axis take
        double right = 0;  ///< pixels that names of curves and the last label of the x axis take
        double width = 0;  ///< of the plot, in pixels
        bool operator==(const Room&) const = default;
    };

    using QObject::QObject;
    view::TimeUnit unit() const { return unit_; }
    /// Resets the zoom and the crosshair, which count in the old unit.
    void setUnit(view::TimeUnit unit);
    /// What the charts show; nothing: everything there is.
    const std::optional<std::pair<double, double>>& zoom() const { return zoom_; }
    void setZoom(std::optional<std::pair<double, double>> zoom);
    /// Another run: nothing of the former one's zoom and crosshair holds, nor of how its values were shown.
    void reset();
    /// While a run grows, a zoomed axis keeps its length and moves with the run's end.
    bool isFollowing() const { return following_; }
    void setFollowing(bool following);
    std::optional<double> crosshair() const { return crosshair_; }
    void setCrosshair(std::optional<double> x);
    RedrawQueue& redraws() { return redraws_; }

    /// Charts that are seen tell their room, so that their plots stand under one another and have the same
    /// ticks; one that is hidden takes it back.
    void setRoom(const QObject* chart, const Room& room);
    void removeRoom(const QObject* chart);
    double widestLeft() const;      ///< 0 without charts
    double widestRight() const;     ///< likewise
    double narrowestWidth() const;  ///< 0 without charts

    QString unitText() const;           ///< "epochs"
    QString placeText(double x) const;  ///< "epoch 3.21"
    /// Where something was measured: "epoch 3", without decimals that say nothing.
    QString momentText(double x) const;
    QString rangeText(double from, double to) const;  ///< "epochs 0.00 to 3.21"

signals:
    void changed();
    void wasReset();
    void crosshairMoved();
    void followingChanged(bool following);
    void roomChanged();

private:
    static QString epochText(double x, int decimals);

    view::TimeUnit unit_ = view::TimeUnit::epoch;
    std::optional<std::pair<double, double>> zoom_;
    std::optional<double> crosshair_;
    bool following_ = false;
    std::map<const QObject*, Room> rooms_;
    RedrawQueue redraws_;
};

}  // namespace prunescope::ui
