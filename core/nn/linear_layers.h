#pragma once

#include "nn/layer.h"

namespace prunescope::nn {

struct ConvolutionOptions {
    Index outputs = 1;
    Index kernel = 3;
    Index stride = 1;
    Index padding = 0;
    bool bias = true;
};

/// Convolution: in (C,H,W,N), weight (O,C,K,K), out (O,OH,OW,N). See `math::Convolution` for the formula.
template <class T>
class Convolution : public Layer<T> {
public:
    Convolution(const std::string& name, const Shape& input, const ConvolutionOptions& options);

    void forward(const Tensor<T>& in, Tensor<T>& out, const PassContext<T>& context) override;
    Gradient<T> backward(const Tensor<T>& in, const Tensor<T>& out, Gradient<T> outGradient, bool inputWanted,
                         const PassContext<T>& context) override;
    void collect(std::vector<Parameter<T>*>& parameters) override;
    void describe(std::vector<run::LayerDescription>& layers) const override;

protected:
    Convolution(const std::string& name, const math::ConvolutionGeometry& geometry, bool bias, bool dense);

private:
    math::Convolution<T> kernel_;
    Parameter<T> weight_;
    std::unique_ptr<Parameter<T>> bias_;
    bool dense_;
};

/// Dense: in (C,1,1,N), weight (O,C), out (O,1,1,N): out = weight in + bias.
template <class T>
class Dense : public Convolution<T> {
public:
    Dense(const std::string& name, const Shape& input, Index outputs);
};

}  // namespace prunescope::nn
