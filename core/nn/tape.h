#pragma once

#include "nn/batch_norm.h"
#include "nn/graph.h"

namespace prunescope::nn {

/// A graph compiled for training: its layers with their parameters, the activations of a batch, and the
/// passes over them. The backward pass goes through the steps of the forward pass in reverse.
///
/// An in-place layer shares the storage of what it reads, and a residual sum that of its shortcut, where
/// nobody reads that again.
template <class T>
class Tape {
public:
    explicit Tape(const Graph& graph);

    const Shape& inputShape() const { return inputShape_; }
    const Shape& outputShape() const { return outputShape_; }

    /// Takes storage for so many images; called once.
    void prepare(Index capacity);
    const Tensor<T>& forward(const Tensor<T>& in, const PassContext<T>& context);
    /// `in` as in the last forward pass. Writes the gradients of the parameters; returns that of the input,
    /// null unless it is wanted.
    Gradient<T> backward(const Tensor<T>& in, Gradient<T> outGradient, bool inputWanted,
                         const PassContext<T>& context);

    /// In the order of the graph's nodes.
    void collect(std::vector<Parameter<T>*>& parameters);

private:
    struct Step {
        Layer<T>* layer;           ///< null for what has two inputs
        BatchNorm<T>* join;        ///< the layer when it adds the addend and applies a ReLU
        const PairLayer<T>* pair;  ///< of both inputs; null for a sum
        std::string name;
        Shape shape;  ///< of the output
        std::size_t in;
        std::size_t out;
        std::size_t addend;  ///< or the second input; equal to `in` where there is none
        bool adds() const { return (layer == nullptr && pair == nullptr) || join != nullptr; }
    };

    std::optional<std::size_t> sharedStorage(const Step& step) const;
    const Tensor<T>& tensor(std::size_t index, const Tensor<T>& in) const;
    void forwardStep(const Step& step, const Tensor<T>& in, const PassContext<T>& context);
    void backwardStep(const Step& step, const Tensor<T>& in, const PassContext<T>& context);
    void backwardLayer(const Step& step, const Tensor<T>& in, const PassContext<T>& context);
    void backwardJoin(const Step& step, const Tensor<T>& in, const PassContext<T>& context);
    void backwardPair(const Step& step, const Tensor<T>& in, const PassContext<T>& context);
    void backwardSum(const Step& step, const PassContext<T>& context);
    void addGradient(std::size_t tensor, Gradient<T> gradient);
    bool wanted(std::size_t tensor) const { return trained_[tensor] || inputWanted_; }

    Shape inputShape_;
    Shape outputShape_;
    std::vector<std::unique_ptr<Layer<T>>> layers_;  ///< by node; null for sums and what is part of another
    std::vector<std::unique_ptr<PairLayer<T>>> pairs_;
    std::vector<Step> steps_;
    std::vector<Index> readers_;   ///< by tensor, of the graph
    std::vector<bool> trained_;    ///< by tensor: parameters have a part in it
    std::vector<OutputUse> uses_;  ///< by tensor, of all that share its storage so far
    std::vector<std::shared_ptr<Tensor<T>>> tensors_;
    std::vector<Gradient<T>> gradients_;  ///< by tensor, during a backward pass
    bool inputWanted_ = false;
};

}  // namespace prunescope::nn
