#pragma once

#include "view/axis.h"

namespace prunescope::view {

/// What a y axis shows, so that it holds values that come and go without moving all the time: it ends on
/// round numbers, grows when a value does not fit, and shrinks only when more than half of it stands empty.
/// It takes fewer ticks when its room has shrunk.
class AxisScale {
public:
    explicit AxisScale(AxisKind kind = AxisKind::plain) : kind_(kind) {}
    /// Begins and ends with a range that somebody chose, which of a logarithmic scale spans a decade at
    /// least. The ticks are those inside: one at the least, however little room there is.
    static AxisScale within(AxisKind kind, double from, double to, double parts);
    AxisKind kind() const { return kind_; }
    bool isKnown() const { return known_; }
    /// The next values decide alone.
    void reset() { known_ = false; }
    /// `low` > `high`, or one of them not finite: there are no values, and nothing changes. `parts`: how many
    /// steps there is room for. A percent scale takes its values in per cent. A logarithmic scale wants both
    /// above zero; it ends on ticks, which stand as many decades apart as there is room for.
    void follow(double low, double high, double parts);

    bool operator==(const AxisScale&) const = default;

    double from() const { return from_; }
    double to() const { return to_; }
    double step() const { return step_; }  ///< between ticks; of a logarithmic scale, in decades

private:
    void fit(double low, double high, double parts);
    void fitDecades(double low, double high, double parts);
    double length() const;

    AxisKind kind_;
    bool known_ = false;
    double from_ = 0;
    double to_ = 1;
    double step_ = 0.5;
};

}  // namespace prunescope::view
