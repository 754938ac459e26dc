#pragma once

#include "run/image_answers.h"
#include "run/number_errors.h"
#include "view/axis.h"

#include <cstddef>
#include <optional>
#include <vector>

/// Two networks that predict the same numbers, group by group and row by row.
namespace prunescope::view {

/// The rows of one group before two networks; in the target's own unit.
struct NumberGroup {
    std::size_t group = 0;  ///< in `DatasetDescription::groupNames`
    run::NumberErrors first{};
    run::NumberErrors second{};
    /// Of the change of the RMSE, at 95 %; nothing of a group with fewer than `fewestForChange` rows.
    std::optional<Range> change{};

    double rmseChange() const { return second.rmse() - first.rmse(); }
};

/// Squared errors have heavy tails: of fewer rows the normal approximation gives too narrow an interval.
inline constexpr std::int64_t fewestForChange = 30;

/// Group by group, those alone that have a row, in their order; none where the second answers do not say
/// which row is of which. With errors e and f of the same row before the two networks, the standard error of
/// RMSE(f) - RMSE(e) is the sample standard deviation of f^2 / (2 RMSE(f)) - e^2 / (2 RMSE(e)) over sqrt(n),
/// by the delta method (Casella & Berger 2002, Statistical Inference, section 5.5.4); a network without an
/// error adds nothing to it. The interval reaches 1.96 of them to either side. The answers are to the same
/// rows.
std::vector<NumberGroup> compareNumberGroups(const run::ImageAnswers& first, const run::ImageAnswers& second);

/// A row whose error is larger with the second network; in the target's own unit.
struct GrownError {
    std::size_t row = 0;  ///< its place in the test split
    float wanted = 0;
    float first = 0;   ///< predicted
    float second = 0;  ///< likewise
    std::optional<std::size_t> group{};

    double growth() const;  ///< |error| of the second network less that of the first
};

/// The rows whose error grew, those that grew most first, at most so many.
std::vector<GrownError> mostGrownErrors(const run::ImageAnswers& first, const run::ImageAnswers& second,
                                        std::size_t most);

}  // namespace prunescope::view
