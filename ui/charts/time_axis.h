#pragma once

#include "ui/charts/redraw_queue.h"
#include "view/timeline.h"

#include <QObject>
#include <QString>
#include <optional>
#include <utility>

namespace prunescope::ui {

/// The x axis that several charts share: its unit, its zoom and the place of the crosshair; and the order in
/// which they redraw.
class TimeAxis : public QObject {
    Q_OBJECT
public:
    using QObject::QObject;
    view::TimeUnit unit() const { return unit_; }
    /// Resets the zoom and the crosshair, which count in the old unit.
    void setUnit(view::TimeUnit unit);
    /// What the charts show; nothing: everything there is.
    const std::optional<std::pair<double, double>>& zoom() const { return zoom_; }
    void setZoom(std::optional<std::pair<double, double>> zoom);
    std::optional<double> crosshair() const { return crosshair_; }
    void setCrosshair(std::optional<double> x);
    RedrawQueue& redraws() { return redraws_; }

    QString unitText() const;           ///< "epochs"
    QString placeText(double x) const;  ///< "epoch 3.21"

signals:
    void changed();
    void crosshairMoved();

private:
    view::TimeUnit unit_ = view::TimeUnit::epoch;
    std::optional<std::pair<double, double>> zoom_;
    std::optional<double> crosshair_;
    RedrawQueue redraws_;
};

}  // namespace prunescope::ui
