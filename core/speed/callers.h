#pragma once

#include "run/measurement.h"

#include <functional>
#include <vector>

namespace prunescope::speed {

/// Asks for one image, as one caller does it.
using Ask = std::function<void()>;
/// Gives another caller what it asks by: memory that no other caller has.
using MakeCaller = std::function<Ask()>;

/// What callers wait who ask for one image after another at the same time, gathered over rounds.
class CallerTimes {
public:
    /// So many callers, each on a thread of its own, for so many seconds. Whatever a caller throws ends all
    /// of them and is thrown on.
    void round(std::int64_t callers, double seconds, const MakeCaller& make);

    /// Throws `std::logic_error` before the first round.
    run::CallerWaits waits() const;

private:
    std::vector<double> us_;  ///< of single calls
    std::int64_t images_ = 0;
    double seconds_ = 0;
};

}  // namespace prunescope::speed
