#pragma once

#include "kernels/tensor.h"

#include <experimental/simd>

#include <bit>
#include <cstdint>

namespace prunescope::kernels {

/// The widest vector of the instruction set this file is compiled for.
template <class T>
using Vec = std::experimental::native_simd<T>;

template <class T>
inline constexpr Index vecWidth = static_cast<Index>(Vec<T>::size());

template <class T>
Vec<T> load(const T* p) {
    return Vec<T>(p, std::experimental::vector_aligned);
}

/// A load that happens once: a compiler may otherwise read the memory again at every use of the value, and
/// loads are what such a loop runs out of first.
template <class T>
Vec<T> loadOnce(const T* p) {
    Vec<T> v = load(p);
#ifdef __x86_64__
    using Register [[gnu::vector_size(sizeof(Vec<T>))]] = T;
    auto value = static_cast<Register>(v);
    asm("" : "+v"(value));
    v = Vec<T>(value);
#endif
    return v;
}

template <class T>
void store(T* p, const Vec<T>& v) {
    v.copy_to(p, std::experimental::vector_aligned);
}

/// Of two neighbouring vectors the values at these places, each below 2 vecWidth: from registers, where a
/// gather would read the memory lane by lane.
inline Vec<float> pick(const float* two, const std::uint8_t* places) {
#if defined(__AVX2__) && defined(__GNUC__) && !defined(__clang__)
    constexpr auto width = static_cast<int>(vecWidth<float>);
    using Places [[gnu::vector_size(4 * width)]] = std::int32_t;
    using Values [[gnu::vector_size(4 * width)]] = float;
    const Vec<std::int32_t> wide(places, std::experimental::element_aligned);
    const auto first = static_cast<Values>(load(two));
    const auto second = static_cast<Values>(load(two + width));
    return Vec<float>(__builtin_shuffle(first, second, std::bit_cast<Places>(wide)));
#else
    return Vec<float>([&](auto lane) { return two[places[lane]]; });
#endif
}

/// Sum over the lanes, in an order that the vector's width fixes.
template <class T>
T laneSum(const Vec<T>& v) {
    return std::experimental::reduce(v);
}

}  // namespace prunescope::kernels
