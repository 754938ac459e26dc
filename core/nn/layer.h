#pragma once

#include "kernels/convolution.h"
#include "kernels/elementwise.h"
#include "kernels/kernel_choice.h"
#include "nn/parameter.h"
#include "nn/tensor_pool.h"

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

namespace prunescope::nn {

/// What a pass of training reports to, to measure where its time goes.
class PassObserver {
public:
    virtual ~PassObserver() = default;
    /// `layer` is a name such as "conv1"; calls come in pairs and do not nest.
    virtual void layerBegins(const std::string& layer, bool backward) = 0;
    virtual void layerEnds() = 0;
};

/// What the backward pass of a layer reads of the layer's own output, which an in-place layer may have
/// overwritten by then.
enum class OutputUse : std::uint8_t {  // in ascending order
    none,
    signs,  ///< which values are positive: in-place layers make none positive that was not
    values,
};

/// What the passes of one step share.
template <class T>
struct PassContext {
    bool training = false;   ///< batch statistics and dropout are in force
    std::uint64_t seed = 0;  ///< for dropout
    std::uint64_t step = 0;  ///< likewise
    kernels::Scratch<T>* scratch = nullptr;
    TensorPool<T>* pool = nullptr;
    kernels::KernelPolicy kernels = kernels::KernelPolicy::measured;
    PassObserver* observer = nullptr;
};

template <class T>
using Gradient = typename TensorPool<T>::Handle;

/// One layer of a network: knows its input shape from its construction and holds its parameters, while its
/// output is held by whoever runs it. T is float to train and double to check gradients.
template <class T>
class Layer {
public:
    Layer(std::string name, Shape input, Shape output)
        : name_(std::move(name)), input_(input), output_(output) {}
    virtual ~Layer() = default;
    Layer(const Layer&) = delete;
    Layer& operator=(const Layer&) = delete;

    const std::string& name() const { return name_; }
    const Shape& inputShape() const { return input_; }
    const Shape& outputShape() const { return output_; }

    /// True when `forward` may be given the same tensor as input and output.
    virtual bool inPlace() const { return false; }
    virtual OutputUse outputUse() const { return OutputUse::none; }
    /// Takes storage that depends on the batch; called once.
    virtual void prepare(Index /*capacity*/) {}

    virtual void forward(const Tensor<T>& in, Tensor<T>& out, const PassContext<T>& context) = 0;

    /// `in` and `out` are those of the last forward pass in training mode; for an in-place layer both are the
    /// output. Writes the gradients of the parameters and returns that of the input, which may be
    /// `outGradient` itself, changed. Null when `inputWanted` is false.
    virtual Gradient<T> backward(const Tensor<T>& in, const Tensor<T>& out, Gradient<T> outGradient,
                                 bool inputWanted, const PassContext<T>& context) = 0;

    /// As `backward`, and adds the gradient of the input to `start`, which is returned.
    virtual Gradient<T> backwardOnto(const Tensor<T>& in, const Tensor<T>& out, Gradient<T> outGradient,
                                     Gradient<T> start, const PassContext<T>& context) {
        const Gradient<T> gradient = backward(in, out, std::move(outGradient), true, context);
        kernels::addPlanes(*start, *gradient, *start);
        return start;
    }

    virtual void collect(std::vector<Parameter<T>*>& /*parameters*/) {}

private:
    std::string name_;
    Shape input_;
    Shape output_;
};

/// A layer of two inputs, without parameters.
template <class T>
class PairLayer {
public:
    PairLayer() = default;
    virtual ~PairLayer() = default;
    PairLayer(const PairLayer&) = delete;
    PairLayer& operator=(const PairLayer&) = delete;

    virtual void forward(const Tensor<T>& a, const Tensor<T>& b, Tensor<T>& out) const = 0;
    /// Overwrites the gradients of both inputs, which are those of the last forward pass.
    virtual void backward(const Tensor<T>& a, const Tensor<T>& b, const Tensor<T>& outGradient,
                          Tensor<T>& aGradient, Tensor<T>& bGradient) const = 0;
};

}  // namespace prunescope::nn
