#include "view/number_comparison.h"

#include "view/images_by_group.h"
#include "view/wilson.h"

#include <cassert>
#include <cmath>
#include <span>

namespace prunescope::view {
namespace {

using Rows = std::span<const std::size_t>;

std::vector<float> ofRows(const std::vector<float>& values, Rows rows) {
    std::vector<float> taken;
    taken.reserve(rows.size());
    for (const std::size_t row : rows) taken.push_back(values[row]);
    return taken;
}

/// What the squared error of a row adds to the RMSE, to first order.
double influence(float wanted, float predicted, double rmse) {
    const double error = static_cast<double>(predicted) - static_cast<double>(wanted);
    return rmse > 0 ? error * error / (2 * rmse) : 0;
}

std::optional<Range> changeOfRmse(const std::vector<float>& wanted, const std::vector<float>& first,
                                  const std::vector<float>& second, const NumberGroup& group) {
    const auto n = static_cast<double>(wanted.size());
    if (group.first.rows < fewestForChange || !std::isfinite(group.rmseChange())) return std::nullopt;
    std::vector<double> differences;
    double mean = 0;
    for (std::size_t i = 0; i < wanted.size(); ++i) {
        differences.push_back(influence(wanted[i], second[i], group.second.rmse()) -
                              influence(wanted[i], first[i], group.first.rmse()));
        mean += differences.back() / n;
    }
    double squares = 0;
    for (const double difference : differences) squares += (difference - mean) * (difference - mean);
    const double reach = normalReach * std::sqrt(squares / (n - 1) / n);
    return Range{group.rmseChange() - reach, group.rmseChange() + reach};
}

}  // namespace

std::vector<NumberGroup> compareNumberGroups(const run::ImageAnswers& first,
                                             const run::ImageAnswers& second) {
    assert(first.wanted == second.wanted);
    std::vector<NumberGroup> groups;
    forEachGroup(second, [&](std::size_t place, Rows rows) {
        const std::vector<float> wanted = ofRows(second.wanted, rows);
        const std::vector<float> one = ofRows(first.predicted, rows);
        const std::vector<float> other = ofRows(second.predicted, rows);
        NumberGroup group{.group = place,
                          .first = run::numberErrorsOf(wanted, one),
                          .second = run::numberErrorsOf(wanted, other)};
        group.change = changeOfRmse(wanted, one, other, group);
        groups.push_back(group);
    });
    return groups;
}

double GrownError::growth() const {
    const auto error = [&](float predicted) {
        return std::abs(static_cast<double>(predicted) - static_cast<double>(wanted));
    };
    return error(second) - error(first);
}

std::vector<GrownError> mostGrownErrors(const run::ImageAnswers& first, const run::ImageAnswers& second,
                                        std::size_t most) {
    assert(first.wanted == second.wanted);
    std::vector<GrownError> grown;
    for (std::size_t row = 0; row < second.images(); ++row) {
        GrownError error{row, second.wanted[row], first.predicted[row], second.predicted[row]};
        if (!second.groups.empty()) error.group = second.groups[row];
        if (error.growth() > 0) grown.push_back(error);
    }
    const auto grewMore = [](const GrownError& a, const GrownError& b) {
        return a.growth() != b.growth() ? a.growth() > b.growth() : a.row < b.row;
    };
    const auto kept = std::min(most, grown.size());
    std::partial_sort(grown.begin(), grown.begin() + static_cast<std::ptrdiff_t>(kept), grown.end(),
                      grewMore);
    grown.resize(kept);
    return grown;
}

}  // namespace prunescope::view
