#pragma once

#include <algorithm>
#include <array>
#include <cmath>

namespace prunescope::ui {

/// The top of a scale that moves in steps (1, 1.5, 2, 3, 5, 7 times a power of ten) and only when it must,
/// so that what is drawn on it does not dance.
class SteadyScale {
public:
    double top() const { return top_; }
    void forget() { top_ = 0; }

    double follow(double largest) {
        if (!(largest > 0) || !std::isfinite(largest)) return top_;
        if (largest > top_ || largest < 0.5 * top_) top_ = stepAbove(largest);
        return top_;
    }

private:
    static double stepAbove(double value) {
        static constexpr std::array<double, 7> steps{1, 1.5, 2, 3, 5, 7, 10};
        const double power = std::pow(10.0, std::floor(std::log10(value)));
        const double* step =
            std::find_if(steps.begin(), steps.end() - 1, [&](double s) { return s * power >= value; });
        return *step * power;
    }

    double top_ = 0;
};

}  // namespace prunescope::ui
