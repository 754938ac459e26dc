#pragma once

#include <QString>
#include <cstdint>
#include <vector>

namespace prunescope::ui {

/// How an axis counts: evenly, evenly in per cent, or in powers of ten.
enum class XyKind : std::uint8_t { plain, percent, logarithmic };

/// From values to shares of an axis that ends on round numbers.
class XyScale {
public:
    /// `parts`: how many ticks there is room for. A logarithmic scale wants both ends above zero.
    XyScale(XyKind kind, double low, double high, double parts);

    double from() const { return from_; }
    double to() const { return to_; }
    const std::vector<double>& ticks() const { return ticks_; }
    /// 0 at the beginning of the axis, 1 at its end.
    double shareOf(double value) const;
    /// The value as a tick is labelled.
    QString textOf(double value) const;

private:
    void makeTicks(double parts);
    void makeDecades(double parts);

    XyKind kind_;
    double from_;
    double to_;
    std::vector<double> ticks_;
};

}  // namespace prunescope::ui
