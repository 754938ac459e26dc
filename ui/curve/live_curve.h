#pragma once

#include "ui/curve/schedule_curve.h"

#include <optional>
#include <utility>

namespace prunescope::ui {

class LiveDraft;
class RunModel;

/// The schedule of the run on display, bent over the chart of its sparsity, which has the axes, the record
/// and the course that the run follows: this adds the draft, its handles and what is said of them. What of
/// the mouse hits no handle goes to the chart. It is seen while the run can be bent and its place is known.
class LiveCurve : public ScheduleCurve {
    Q_OBJECT
public:
    /// As large as `canvas` and over it. All of it outlives the curve.
    LiveCurve(Theme& theme, LiveDraft& draft, const RunModel& run, QWidget& canvas);

    /// Where the chart has the run now; nothing: nowhere.
    void setFrame(const std::optional<CurveFrame>& frame);
    /// The lowest and the highest sparsity of its handles, and of the draft's course where the run follows
    /// another, in the part of the run that is seen; nothing where there are none.
    std::optional<std::pair<double, double>> heights() const;
    void retranslate();

protected:
    CurvePlane plane() const override;
    run::MaskState now() const override;
    bool takesKnotAt(const QPointF& position) const override;
    QString momentText(double step) const override;
    void mousePressEvent(QMouseEvent* event) override;
    bool event(QEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void follow();
    static QString handlesHelp();

    LiveDraft& live_;
    const RunModel& run_;
    std::optional<CurveFrame> frame_;
};

}  // namespace prunescope::ui
