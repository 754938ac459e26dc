#pragma once

#include <array>
#include <cstdint>
#include <limits>

namespace prunescope {

/// What random numbers are drawn for. Each purpose has a stream of its own, so that drawing more for one
/// never shifts another: switching augmentation on leaves the initial weights as they were.
enum class RandomStream : std::uint64_t {
    weights = 1,
    shuffle,
    split,
    augmentation,
    dropout,
    test,
    method,
    samples,
    testSplit,
    trainingShare,
    appearance,
    audit
};

/// xoshiro256** (Blackman & Vigna 2018), seeded through SplitMix64 from (seed, stream, counter).
///
/// The standard's distributions differ between libraries, so those a run depends on are here: the same
/// seed gives the same numbers everywhere. Satisfies UniformRandomBitGenerator.
class Random {
public:
    using result_type = std::uint64_t;

    /// `counter` splits a stream further, for example by epoch or by image.
    explicit Random(std::uint64_t seed, RandomStream stream, std::uint64_t counter = 0);

    static constexpr result_type min() { return 0; }
    static constexpr result_type max() { return std::numeric_limits<result_type>::max(); }
    result_type operator()() { return next(); }

    std::uint64_t next();
    /// Uniform in [0, bound), without modulo bias. `bound` must be positive.
    std::uint64_t below(std::uint64_t bound);
    /// Uniform in [0, 1), 53 bits.
    double uniform();
    /// Standard normal (Box-Muller, one of the pair is used).
    double normal();

private:
    std::array<std::uint64_t, 4> state_;
};

}  // namespace prunescope
