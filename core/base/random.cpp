#include "base/random.h"

#include <bit>
#include <cmath>
#include <numbers>

namespace prunescope {
namespace {

std::uint64_t splitMix(std::uint64_t& x) {
    x += 0x9e3779b97f4a7c15ULL;
    std::uint64_t z = x;
    z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9ULL;
    z = (z ^ (z >> 27)) * 0x94d049bb133111ebULL;
    return z ^ (z >> 31);
}

}  // namespace

Random::Random(std::uint64_t seed, RandomStream stream, std::uint64_t counter) : state_{} {
    std::uint64_t x = seed;
    std::uint64_t mixed = splitMix(x);
    x = mixed ^ (static_cast<std::uint64_t>(stream) * 0xd1342543de82ef95ULL);
    mixed = splitMix(x);
    x = mixed ^ (counter * 0xaf251af3b0f025b5ULL);
    for (auto& word : state_) word = splitMix(x);
}

std::uint64_t Random::next() {
    auto& s = state_;
    const std::uint64_t result = std::rotl(s[1] * 5, 7) * 9;
    const std::uint64_t t = s[1] << 17;
    s[2] ^= s[0];
    s[3] ^= s[1];
    s[1] ^= s[2];
    s[0] ^= s[3];
    s[2] ^= t;
    s[3] = std::rotl(s[3], 45);
    return result;
}

std::uint64_t Random::below(std::uint64_t bound) {
    // Reject the incomplete last block, so that every value is equally likely.
    const std::uint64_t limit = max() - max() % bound;
    std::uint64_t x = next();
    while (x >= limit) x = next();
    return x % bound;
}

double Random::uniform() {
    return static_cast<double>(next() >> 11) * 0x1.0p-53;
}

double Random::normal() {
    const double radius = std::sqrt(-2.0 * std::log(1.0 - uniform()));
    return radius * std::cos(2.0 * std::numbers::pi * uniform());
}

}  // namespace prunescope
