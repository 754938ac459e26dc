#pragma once

#include "infer/step.h"

namespace prunescope::infer {

/// The largest value or the mean of each window.
class PoolStep : public Step {
public:
    PoolStep(const nn::GraphNode& node, const Layout& in, const Layout& out);
    void run(const TensorPointers& tensors) const override;

private:
    /// The part of a window that lies inside the plane.
    struct Window {
        const float* from;
        Index height, width;
        Index counted;  ///< what a mean divides by
    };

    template <class Combine>
    void combine(const Window& window, float* to, float start, const Combine& combine) const;
    void take(const Window& window, float* to) const;

    nn::TensorIndex in_, out_;
    nn::GraphPool pool_;
    Layout inLayout_, outLayout_;
};

/// out = scale in + shift by channel, with residual sum and ReLU, at every so many rows and columns.
class AffineStep : public Step {
public:
    AffineStep(const nn::GraphNode& node, const Layout& in, const Layout& out, const Layout* addend);
    void run(const TensorPointers& tensors) const override;

private:
    void runRow(Index c, Index y, const TensorPointers& tensors) const;

    nn::GraphNode node_;
    nn::GraphAffine affine_;
    Layout inLayout_, outLayout_;
    Index inStride_, outStride_;
    Layout addendLayout_;
};

/// out = f(in), value by value.
class ActivationStep : public Step {
public:
    ActivationStep(const nn::GraphNode& node, const Layout& in, const Layout& out);
    void run(const TensorPointers& tensors) const override;

private:
    nn::TensorIndex in_, out_;
    nn::GraphActivation activation_;
    Layout inLayout_, outLayout_;
};

/// out = in factor, value by value, or plane by plane where the factor has one pixel.
class ProductStep : public Step {
public:
    ProductStep(const nn::GraphNode& node, const Layout& in, const Layout& factor, const Layout& out);
    void run(const TensorPointers& tensors) const override;

private:
    void runRow(const float* in, const float* factor, float* out) const;

    nn::TensorIndex in_, out_;
    nn::GraphProduct product_;
    Layout inLayout_, factorLayout_, outLayout_;
    bool byPlane_;
};

}  // namespace prunescope::infer
