#pragma once

#include "base/random.h"

#include <cstddef>
#include <span>
#include <utility>

namespace prunescope::data {

/// Fisher-Yates: every order equally likely, and the same one everywhere for the same random numbers
/// (`std::shuffle` differs between libraries).
template <class T>
void shuffle(std::span<T> values, Random& random) {
    for (std::size_t left = values.size(); left > 1; --left) {
        std::swap(values[left - 1], values[random.below(left)]);
    }
}

}  // namespace prunescope::data
