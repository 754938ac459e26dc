#pragma once

#include "nn/operation.h"

namespace prunescope::nn {

struct PoolingOptions {
    Index window = 2;
    Index stride = 2;
};

/// Largest value of each window, no padding; a window that does not fit whole is left out. The gradient goes
/// to the first of equal largest values, row by row, as in PyTorch. `GlobalMaxPool` is the window of the
/// whole plane.
template <class T>
class MaxPool : public Layer<T> {
public:
    MaxPool(const std::string& name, const Shape& input, const PoolingOptions& options)
        : MaxPool(name, input, options.window, options.window, options.stride) {}
    OutputUse outputUse() const override { return OutputUse::values; }
    void forward(const Tensor<T>& in, Tensor<T>& out, const PassContext<T>& context) override;
    Gradient<T> backward(const Tensor<T>& in, const Tensor<T>& out, Gradient<T> outGradient, bool inputWanted,
                         const PassContext<T>& context) override;

protected:
    MaxPool(const std::string& name, const Shape& input, Index windowHeight, Index windowWidth, Index stride);

private:
    Index windowHeight_;
    Index windowWidth_;
    Index stride_;
};

template <class T>
class GlobalMaxPool : public MaxPool<T> {
public:
    GlobalMaxPool(const std::string& name, const Shape& input)
        : MaxPool<T>(name, input, input.height, input.width, 1) {}
};

/// Mean of each window, no padding. `GlobalAveragePool` is the window of the whole plane.
template <class T>
class AveragePool : public Layer<T> {
public:
    AveragePool(const std::string& name, const Shape& input, const PoolingOptions& options);
    void forward(const Tensor<T>& in, Tensor<T>& out, const PassContext<T>& context) override;
    Gradient<T> backward(const Tensor<T>& in, const Tensor<T>& out, Gradient<T> outGradient, bool inputWanted,
                         const PassContext<T>& context) override;

protected:
    AveragePool(const std::string& name, const Shape& input, const Shape& output, Index windowHeight,
                Index windowWidth, Index stride);

private:
    Index windowHeight_;
    Index windowWidth_;
    Index stride_;
};

template <class T>
class GlobalAveragePool : public AveragePool<T> {
public:
    GlobalAveragePool(const std::string& name, const Shape& input)
        : AveragePool<T>(name, input, {input.channels, 1, 1}, input.height, input.width, 1) {}
};

class MaxPoolOperation : public LayerOperation<MaxPoolOperation> {
public:
    explicit MaxPoolOperation(const PoolingOptions& options) : options_(options) {}
    std::string_view kind() const override { return "max pool"; }
    nlohmann::json attributes() const override;
    Shape output(const Place& place) const override;
    TensorIndex lower(InferenceGraph& graph, const Lowering& at) const override;

    template <class T>
    std::unique_ptr<Layer<T>> make(const Place& place) const {
        return std::make_unique<MaxPool<T>>(place.name, place.input(), options_);
    }

private:
    PoolingOptions options_;
};

class AveragePoolOperation : public LayerOperation<AveragePoolOperation> {
public:
    explicit AveragePoolOperation(const PoolingOptions& options) : options_(options) {}
    std::string_view kind() const override { return "average pool"; }
    nlohmann::json attributes() const override;
    Shape output(const Place& place) const override;
    TensorIndex lower(InferenceGraph& graph, const Lowering& at) const override;

    template <class T>
    std::unique_ptr<Layer<T>> make(const Place& place) const {
        return std::make_unique<AveragePool<T>>(place.name, place.input(), options_);
    }

private:
    PoolingOptions options_;
};

class GlobalAveragePoolOperation : public LayerOperation<GlobalAveragePoolOperation> {
public:
    std::string_view kind() const override { return "global average pool"; }
    Shape output(const Place& place) const override { return {place.input().channels, 1, 1}; }
    TensorIndex lower(InferenceGraph& graph, const Lowering& at) const override;

    template <class T>
    std::unique_ptr<Layer<T>> make(const Place& place) const {
        return std::make_unique<GlobalAveragePool<T>>(place.name, place.input());
    }
};

class GlobalMaxPoolOperation : public LayerOperation<GlobalMaxPoolOperation> {
public:
    std::string_view kind() const override { return "global max pool"; }
    Shape output(const Place& place) const override { return {place.input().channels, 1, 1}; }
    TensorIndex lower(InferenceGraph& graph, const Lowering& at) const override;

    template <class T>
    std::unique_ptr<Layer<T>> make(const Place& place) const {
        return std::make_unique<GlobalMaxPool<T>>(place.name, place.input());
    }
};

}  // namespace prunescope::nn
