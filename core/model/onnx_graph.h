#pragma once

#include "model/onnx_proto.h"
#include "nn/inference_graph.h"

#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace prunescope::model {

/// A tensor of an ONNX graph: (N,C,H,W), or (N,C) where it is flat.
struct OnnxValue {
    std::string name;
    kernels::Shape shape;
    bool flat = false;
};

/// Writes a graph of ONNX operation by operation. A node and what it makes have one name; arrays are called
/// as the parameters are.
class OnnxGraph {
public:
    /// `sparse`: arrays that are smaller so are written as their values and where these stand.
    OnnxGraph(const std::string& name, const kernels::Shape& input, bool sparse);

    OnnxValue input() const { return input_; }

    // Each appends a node and returns what it makes.

    /// `bias` may be empty.
    OnnxValue convolution(const std::string& name, const OnnxValue& in,
                          const kernels::ConvolutionGeometry& geometry, std::span<const float> weight,
                          std::span<const float> bias);
    /// weight (outputs, values of `in`).
    OnnxValue dense(const std::string& name, const OnnxValue& in, nn::Index outputs,
                    std::span<const float> weight, std::span<const float> bias);
    /// The values of the four arrays of PyTorch's batch norm.
    struct NormArrays {
        std::span<const float> weight, bias, mean, variance;
    };
    OnnxValue batchNorm(const std::string& name, const OnnxValue& in, const NormArrays& arrays,
                        double epsilon);
    OnnxValue relu(const std::string& name, const OnnxValue& in);
    OnnxValue activation(const std::string& name, const OnnxValue& in,
                         const nn::ActivationFunction& function);
    OnnxValue sum(const std::string& name, const OnnxValue& a, const OnnxValue& b);
    /// Of one shape, or `b` with one value for each channel of `a`.
    OnnxValue product(const std::string& name, const OnnxValue& a, const OnnxValue& b);
    /// The channels of a and behind them those of b.
    OnnxValue concatenation(const std::string& name, const OnnxValue& a, const OnnxValue& b);
    /// out = scale in + shift by channel; nothing for a scale of 1 and a shift of 0.
    OnnxValue affine(const std::string& name, const OnnxValue& in, std::span<const float> scale,
                     std::span<const float> shift);
    /// The largest value or the mean of each window of a geometry over planes of the shape of `in`.
    OnnxValue pool(const std::string& name, const OnnxValue& in, kernels::PoolGeometry geometry,
                   bool largest);
    OnnxValue zeroPadded(const std::string& name, const OnnxValue& in, const nn::Margins& margins);
    /// Every `stride`-th row and column of the channels that `map` names; 0 where it names none. Nothing
    /// where that changes nothing.
    OnnxValue sample(const std::string& name, const OnnxValue& in, nn::Index stride,
                     const nn::ChannelMap& map);
    OnnxValue flattened(const OnnxValue& in);

    /// The graph whose result, called "logits", is this one. Call once, at the end.
    onnx::GraphProto finish(const OnnxValue& result);

private:
    /// `a` and `b` in one form: with planes only if both have planes.
    onnx::NodeProto& joint(const char* operation, const std::string& name, const OnnxValue& a,
                           const OnnxValue& b);
    onnx::NodeProto& node(const char* operation, const std::string& name, std::vector<std::string> inputs);
    OnnxValue planes(const OnnxValue& in);
    OnnxValue rows(const std::string& name, const OnnxValue& in, nn::Index stride, nn::Index first,
                   nn::Index count);
    std::string array(const std::string& name, const std::vector<std::int64_t>& shape,
                      std::span<const float> values);
    std::string denseArray(const std::string& name, const std::vector<std::int64_t>& shape,
                           std::span<const float> values);
    std::string numbers(const std::string& name, const std::vector<std::int64_t>& values);
    void addSparse(const std::string& name, const std::vector<std::int64_t>& shape,
                   std::span<const float> values);

    onnx::GraphProto graph_;
    OnnxValue input_;
    bool sparse_;
};

}  // namespace prunescope::model
