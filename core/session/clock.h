#pragma once

#include <cstdint>

namespace prunescope::session {

/// Time, passed in so that a test can hold it.
class Clock {
public:
    virtual ~Clock() = default;
    /// UTC, milliseconds since 1970.
    virtual std::int64_t wallMs() const = 0;
    /// Milliseconds that never go back.
    virtual double steadyMs() const = 0;
};

class SystemClock : public Clock {
public:
    std::int64_t wallMs() const override;
    double steadyMs() const override;
};

}  // namespace prunescope::session
