#pragma once

#include "kernels/tensor.h"

#include <array>
#include <utility>

namespace prunescope::kernels {

/// Functions compiled for every size of a register block.
template <class Kernel, int mostRows, int mostColumns>
struct KernelTable {
    std::array<Kernel, static_cast<std::size_t>(mostRows* mostColumns)> kernels;

    /// For 1 to `mostRows` rows and 1 to `mostColumns` columns.
    constexpr Kernel of(Index rows, Index columns) const {
        return kernels[static_cast<std::size_t>((rows - 1) * mostColumns + columns - 1)];
    }
};

/// `make.template operator()<rows, columns>()` gives the function for one size.
template <int mostRows, int mostColumns, class Make>
constexpr auto kernelTable(const Make& make) {
    using Kernel = decltype(make.template operator()<1, 1>());
    return [&]<int... i>(std::integer_sequence<int, i...>) {
        return KernelTable<Kernel, mostRows, mostColumns>{
            {make.template operator()<i / mostColumns + 1, i % mostColumns + 1>()...}};
    }
    (std::make_integer_sequence<int, mostRows * mostColumns>{});
}

}  // namespace prunescope::kernels
