#pragma once

#include "nn/loss.h"
#include "nn/tape.h"

#include <functional>
#include <span>

namespace prunescope::nn {

/// Gives the loss of a network's outputs, and writes its gradient with respect to them.
template <class T>
using LossFunction = std::function<LossResult(const Tensor<T>& outputs, Tensor<T>* gradient)>;

/// A classifier, or a network that predicts a number, in training: a graph, its parameters, and all storage
/// that a step needs.
template <class T>
class Network {
public:
    /// `capacity` is the largest batch. Throws `UsageError` when the graph is no classifier.
    Network(Graph graph, Index capacity);

    const Graph& graph() const { return graph_; }
    const std::string& name() const { return graph_.name(); }
    const Shape& inputShape() const { return graph_.inputShape(); }
    Index classes() const { return graph_.classes(); }
    Index capacity() const { return capacity_; }

    /// For passes from now on; a network starts with `measured`.
    void setKernels(kernels::KernelPolicy kernels) { kernels_ = kernels; }
    /// Hears of every layer of the passes from now on; must outlive them. Null for nobody.
    void setObserver(PassObserver* observer) { observer_ = observer; }

    /// Layer by layer with running statistics and without dropout: what the deployed form is compared with.
    /// The result is overwritten by the next pass.
    const Tensor<T>& infer(const Tensor<T>& images);

    /// Forward in training mode, loss, backward: fills the gradient of every trained parameter.
    /// `seed` and `step` decide dropout.
    LossResult differentiate(const Tensor<T>& images, std::span<const std::int32_t> labels,
                             const LossOptions& options, std::uint64_t seed, std::uint64_t step);

    /// The same with any loss of the outputs.
    LossResult differentiate(const Tensor<T>& images, const LossFunction<T>& loss, std::uint64_t seed,
                             std::uint64_t step);

    /// Forward in training mode alone: batch norm's running statistics follow the current weights.
    void updateStatistics(const Tensor<T>& images);

    /// In the order of the layers; includes running statistics.
    const std::vector<Parameter<T>*>& parameters() const { return parameters_; }
    /// Null when there is none of that name.
    Parameter<T>* find(const std::string& name) const;
    run::NetworkDescription describe() const { return graph_.describe(); }
    /// What `infer` computes, with the weights of this moment, for `infer::Engine`.
    InferenceGraph inferenceGraph() const;
    bool hasBatchNorm() const;

private:
    PassContext<T> context(bool training, std::uint64_t seed, std::uint64_t step);

    Graph graph_;
    Tape<T> tape_;
    Index capacity_;
    kernels::KernelPolicy kernels_ = kernels::KernelPolicy::measured;
    PassObserver* observer_ = nullptr;
    TensorPool<T> pool_;
    kernels::Scratch<T> scratch_;
    std::vector<Parameter<T>*> parameters_;
};

/// He et al. 2015: weights normal with variance 2 / fan-in, biases zero. Batch norm keeps scale 1 and shift
/// 0. Every parameter has a random stream of its own, so that adding a layer leaves the others' start alone.
template <class T>
void initialise(Network<T>& network, std::uint64_t seed);

}  // namespace prunescope::nn
