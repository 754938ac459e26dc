#include "base/number_text.h"

#include <fmt/format.h>

#include <charconv>
#include <cmath>

namespace prunescope {
namespace {

constexpr double roundingNoise = 1e-12;
constexpr int mostDecimals = 10;  ///< show every difference above the noise

/// Whether the digits say 0 or 100 of a share that is neither.
bool hidesADifference(const std::string& digits, double share) {
    double shown = 0;
    std::from_chars(digits.data(), digits.data() + digits.size(), shown);
    const auto saysOnly = [&](double whole) {
        return shown == 100 * whole && std::abs(share - whole) >= roundingNoise;
    };
    return saysOnly(0) || saysOnly(1);
}

}  // namespace

std::string percentDigits(double share, int decimals) {
    std::string digits = fmt::format("{:.{}f}", 100 * share, decimals);
    for (int more = decimals + 1; more <= mostDecimals && hidesADifference(digits, share); ++more) {
        digits = fmt::format("{:.{}f}", 100 * share, more);
    }
    return digits;
}

}  // namespace prunescope
