#pragma once

#include "math/convolution.h"

namespace prunescope::math {

/// weightGradient[o,c,i,j] = sum over y,x,n of outGradient[o,y,x,n] in[c, y s + i - p, x s + j - p, n]
///
/// `columns` are the ranges of the forward pass, by kernel column. Partial sums stay vectors until the end:
/// one vector per weight.
template <class T>
void weightGradient(const ConvolutionGeometry& geometry, const std::vector<ColumnRange>& columns,
                    const Tensor<T>& in, const Tensor<T>& outGradient, T* result, Scratch<T>& scratch);

/// Into how many bands of rows `weightGradient` cuts its sums. Each band of each tile is summed by itself.
template <class T>
Index weightGradientBands(const ConvolutionGeometry& geometry, Index tiles);

/// The case of one pixel, where the whole sum fits the registers: result (O,C).
template <class T>
void denseWeightGradient(const Tensor<T>& in, const Tensor<T>& outGradient, T* result);

}  // namespace prunescope::math
