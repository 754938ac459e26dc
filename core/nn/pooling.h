#pragma once

#include "kernels/pool_geometry.h"
#include "nn/operation.h"

namespace prunescope::nn {

struct PoolingOptions {
    kernels::RowsAndColumns window = 2;
    kernels::RowsAndColumns stride = 2;
    kernels::RowsAndColumns padding = 0;
    bool ceil = false;
    bool countPadding = false;  ///< by a mean

    /// See there for what each of them means.
    kernels::PoolGeometry over(const Shape& input) const {
        return {input, window, stride, padding, ceil, countPadding};
    }
};

/// Largest value of each window. The gradient goes to the first of equal largest values, row by row, as in
/// PyTorch.
template <class T>
class MaxPool : public Layer<T> {
public:
    MaxPool(const std::string& name, const kernels::PoolGeometry& geometry)
        : Layer<T>(name, geometry.input, geometry.output()), geometry_(geometry) {}
    OutputUse outputUse() const override { return OutputUse::values; }
    void forward(const Tensor<T>& in, Tensor<T>& out, const PassContext<T>& context) override;
    Gradient<T> backward(const Tensor<T>& in, const Tensor<T>& out, Gradient<T> outGradient, bool inputWanted,
                         const PassContext<T>& context) override;

private:
    kernels::PoolGeometry geometry_;
};

/// Mean of each window.
template <class T>
class AveragePool : public Layer<T> {
public:
    AveragePool(const std::string& name, const kernels::PoolGeometry& geometry)
        : Layer<T>(name, geometry.input, geometry.output()), geometry_(geometry) {}
    void forward(const Tensor<T>& in, Tensor<T>& out, const PassContext<T>& context) override;
    Gradient<T> backward(const Tensor<T>& in, const Tensor<T>& out, Gradient<T> outGradient, bool inputWanted,
                         const PassContext<T>& context) override;

private:
    kernels::PoolGeometry geometry_;
};

template <class T, bool largest>
using Pool = std::conditional_t<largest, MaxPool<T>, AveragePool<T>>;

/// A max pool, or an average pool.
template <bool largest>
class PoolOperation : public LayerOperation<PoolOperation<largest>> {
public:
    explicit PoolOperation(const PoolingOptions& options) : options_(options) {}
    std::string_view kind() const override { return largest ? "max pool" : "average pool"; }
    nlohmann::json attributes() const override;
    Shape output(const Place& place) const override;
    TensorIndex lower(InferenceGraph& graph, const Lowering& at) const override;

    template <class T>
    std::unique_ptr<Layer<T>> make(const Place& place) const {
        return std::make_unique<Pool<T, largest>>(place.name, options_.over(place.input()));
    }

private:
    PoolingOptions options_;
};
using MaxPoolOperation = PoolOperation<true>;
using AveragePoolOperation = PoolOperation<false>;

/// The same over one window as large as the plane.
template <bool largest>
class GlobalPoolOperation : public LayerOperation<GlobalPoolOperation<largest>> {
public:
    std::string_view kind() const override { return largest ? "global max pool" : "global average pool"; }
    Shape output(const Place& place) const override { return {place.input().channels, 1, 1}; }
    TensorIndex lower(InferenceGraph& graph, const Lowering& at) const override;

    template <class T>
    std::unique_ptr<Layer<T>> make(const Place& place) const {
        return std::make_unique<Pool<T, largest>>(place.name, over(place.input()));
    }

private:
    static kernels::PoolGeometry over(const Shape& input) {
        return {.input = input, .window = {input.height, input.width}};
    }
};
using GlobalMaxPoolOperation = GlobalPoolOperation<true>;
using GlobalAveragePoolOperation = GlobalPoolOperation<false>;

}  // namespace prunescope::nn
