#pragma once

#include "ui/charts/y_fit.h"
#include "ui/charts/y_range.h"
#include "view/axis_scale.h"
#include "view/timeline.h"

#include <QFont>
#include <QString>
#include <optional>
#include <utility>
#include <vector>

class QAbstractAxis;
class QChart;
class QLogValueAxis;
class QValueAxis;

namespace prunescope::ui {

class Theme;

/// The axes of a chart: what they reach and how they are labelled. The y axis is plain, in per cent or
/// logarithmic.
class ChartAxes {
public:
    using Range = YRange::Range;
    /// What is written under the x axis.
    enum class TimeLabels { plain, titled, none };

    explicit ChartAxes(QChart& chart);

    /// Those that are in use: the x axis, then the y axis.
    std::vector<QAbstractAxis*> inUse() const;

    // The setters say whether anything has changed; the y axis then begins anew, and nobody holds it.
    bool setShare(bool share);
    bool setFit(YFit::Kind fit);
    bool setFromZero(bool fromZero);
    bool setLeastRange(const YFit::Extent& least);
    /// Values are told by colours: the y axis scales them and is not drawn.
    bool setColours(bool colours);
    /// Takes one y axis away and brings the other: lines have to be attached to it.
    bool setLogarithmic(bool logarithmic);
    bool isShare() const { return share_; }
    bool isLogarithmic() const { return logarithmic_; }
    view::AxisKind kind() const;
    YFit::Kind fit() const { return fromZero_ ? YFit::Kind::everything : fit_; }
    /// The y axis forgets what it showed, unless it is held.
    void restart();
    /// The y axis shows this range, whatever its values are, until it is to fit them again.
    void holdY(const Range& range);
    void fitY();
    bool isHeld() const { return held_.has_value(); }
    /// There is one to take hold of: it is drawn.
    bool canHoldY() const;
    /// What a hand makes of it, while there is one.
    YRange handOnY() const { return {kind(), held_.value_or(*fitted_), *fitted_}; }

    /// Other curves: the x axis may end earlier than before.
    void forgetEnd() { end_ = 0; }
    /// `unit`: what the x axis counts.
    void setTimeLabels(TimeLabels labels, const QString& unit);
    TimeLabels timeLabels() const { return timeLabels_; }
    /// The height that a picture needs, so that nothing under its x axis is left out.
    int leastHeight() const;
    /// All of the x axis. `reached` is the last value's place, `planned` that of the run's end, 0 when it is
    /// not known: the axis ends with the run when that is known, and else grows in steps.
    Range everything(view::TimeUnit unit, double reached, double planned);
    /// A zoom may reach beyond what there is, as that of another run does: only what there is is shown of it.
    static Range within(const Range& whole, const Range& zoom);
    /// `parts`: how many ticks' labels there is room for, here and below.
    void showX(const Range& shown, double parts, bool known);
    double from() const;
    double to() const;
    /// What the y axis has to hold. Nothing: it is not drawn, since it would be an invention.
    void showY(YFit::Extent extent, double parts);
    /// What the y axis shows; nothing while that has yet to be drawn.
    std::optional<Range> shownY() const;
    /// Values of the y axis that its scale is labelled with: its ends, then those between.
    std::vector<double> ticksOfY() const;
    /// Of such a value: where it stands between the ends, from 0 to 1, and how it is written.
    double shareOfY(double tick) const;
    QString tickText(double tick) const;
    /// With two more decimals than the y axis has, the same for every value.
    QString valueText(double value) const;

    void restyle(const Theme& theme, const QFont& labels);

private:
    QAbstractAxis* y() const;
    void beginAnew();
    void scaleY();
    int decimalsOfY() const;

    QChart& chart_;
    QValueAxis* x_;
    QValueAxis* y_;
    QLogValueAxis* logY_;
    bool share_ = false;
    bool logarithmic_ = false;
    bool fromZero_ = false;
    bool colours_ = false;
    TimeLabels timeLabels_ = TimeLabels::plain;
    YFit::Kind fit_ = YFit::Kind::everything;
    YFit::Extent leastRange_;
    view::AxisScale scale_;  ///< that fits the values
    view::AxisScale shown_;  ///< the same, unless the axis is held
    std::optional<Range> held_;
    std::optional<Range> fitted_;  ///< what `scale_` had when it was last drawn; not for other values
    bool restarted_ = true;        ///< the axis has yet to take `shown_`
    double end_ = 0;               ///< of the x axis, in `endUnit_`
    view::TimeUnit endUnit_ = view::TimeUnit::step;
};

}  // namespace prunescope::ui
