#pragma once

#include "math/tensor.h"

#include <experimental/simd>

namespace prunescope::math {

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

/// Sum over the lanes, in an order that the vector's width fixes.
template <class T>
T laneSum(const Vec<T>& v) {
    return std::experimental::reduce(v);
}

}  // namespace prunescope::math
