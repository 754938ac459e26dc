#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace prunescope::view {

/// A closed interval of an axis.
struct Range {
    double from = 0;
    double to = 1;
};

/// How an axis counts: evenly, evenly in per cent (of shares, 1 is 100 %), or in powers of ten.
enum class AxisKind : std::uint8_t { plain, percent, logarithmic };

/// The smallest of 1, 2 and 5 times a power of ten of which at most `most` (at least 1) make up `span`.
double niceStep(double span, double most);

/// An axis with labels at round numbers, for a picture that is drawn once. A range that is empty, not finite
/// or (of a logarithmic axis) not above zero becomes one around its start.
class Axis {
public:
    /// Begins and ends on ticks around the range. `most`: as many steps between ticks as there is room for.
    static Axis around(AxisKind kind, Range range, double most);
    /// Begins and ends with the range; the ticks are those inside. Not for logarithmic axes.
    static Axis within(AxisKind kind, Range range, double most);

    Range range() const { return range_; }
    const std::vector<double>& ticks() const { return ticks_; }
    /// 0 at the beginning of the axis, 1 at its end.
    double fractionOf(double value) const;
    /// The label of a tick: "0.25", "1,500", "50 %"; "2e+12" where digits would fill the picture.
    std::string textOf(double tick) const;

private:
    Axis(AxisKind kind, Range range) : kind_(kind), range_(range) {}
    void makeTicks(double step);
    void makeDecades(double most);
    double unit() const { return kind_ == AxisKind::percent ? 100 : 1; }

    AxisKind kind_;
    Range range_;
    std::vector<double> ticks_{};
    int decimals_ = 0;     ///< that tell neighbouring ticks apart
    bool isLong_ = false;  ///< some tick has too many digits
};

}  // namespace prunescope::view
