#include "nn/training_plan.h"

#include "nn/activation_layers.h"
#include "nn/batch_norm.h"
#include "nn/shortcut.h"
#include "nn/simple_layers.h"

namespace prunescope::nn {
namespace {

template <class Wanted>
bool is(const Node& node) {
    return dynamic_cast<const Wanted*>(node.operation.get()) != nullptr;
}

class Planner {
public:
    explicit Planner(const Graph& graph) : graph_(graph), soleReader_(graph.nodes().size() + 1) {
        for (std::size_t k = 0; k < graph.nodes().size(); ++k)
            for (const TensorIndex tensor : graph.nodes()[k].inputs) soleReader_[tensor.index()] = k;
    }

    std::vector<PlannedStep> steps() {
        std::vector<bool> done(graph_.nodes().size(), false);
        std::vector<PlannedStep> steps;
        for (const std::size_t k : graph_.executionOrder()) {
            // A batch norm that goes with the sum behind it is run where that would be.
            if (done[k] || joins(k)) continue;
            steps.push_back(step(k));
            // The nodes that are part of it end with the one that makes the step's output.
            done[steps.back().out.index() - 1] = true;
        }
        return steps;
    }

private:
    const Node& node(std::size_t k) const { return graph_.nodes()[k]; }

    /// The only node that reads what node k makes; nothing when there are several, or none.
    std::optional<std::size_t> readerOf(std::size_t k) const {
        if (graph_.readers(tensorOf(k)) != 1) return std::nullopt;
        return soleReader_[k + 1];
    }

    static TensorIndex tensorOf(std::size_t k) { return TensorIndex{static_cast<std::int32_t>(k + 1)}; }

    /// The ReLU that alone reads node k.
    std::optional<std::size_t> reluBehind(std::size_t k) const {
        const auto reader = readerOf(k);
        return reader && is<ReluOperation>(node(*reader)) ? reader : std::nullopt;
    }

    /// The clip from 0 on, a ReLU with a ceiling, that alone reads node k.
    std::optional<std::size_t> cappedReluBehind(std::size_t k) const {
        const auto reader = readerOf(k);
        return reader && cappedRelu(*reader) != nullptr ? reader : std::nullopt;
    }

    const ActivationOperation* cappedRelu(std::size_t k) const {
        const auto* activation = dynamic_cast<const ActivationOperation*>(node(k).operation.get());
        return activation != nullptr && activation->isCappedRelu() ? activation : nullptr;
    }

    /// The batch norm whose output is the first of a sum that alone reads it, with a ReLU behind the sum.
    std::optional<std::size_t> normBefore(std::size_t sum) const {
        const TensorIndex first = node(sum).inputs.front();
        if (first == Graph::input() || !reluBehind(sum)) return std::nullopt;
        const std::size_t norm = first.index() - 1;
        return is<BatchNormOperation>(node(norm)) && readerOf(norm) ? std::optional(norm) : std::nullopt;
    }

    bool joins(std::size_t k) const {
        const auto reader = readerOf(k);
        return reader && is<AddOperation>(node(*reader)) && normBefore(*reader) == k;
    }

    PlannedStep step(std::size_t k) const {
        if (is<AddOperation>(node(k))) {
            const TensorIndex addend = node(k).inputs.back();
            if (const auto norm = normBefore(k)) {
                return {.node = *norm,
                        .in = node(*norm).inputs.front(),
                        .out = tensorOf(*reluBehind(k)),
                        .addend = addend};
            }
            return {.node = k, .in = node(k).inputs.front(), .out = tensorOf(k), .addend = addend};
        }
        if (node(k).inputs.size() > 1) {
            return {
                .node = k, .in = node(k).inputs.front(), .out = tensorOf(k), .addend = node(k).inputs.back()};
        }
        PlannedStep step{.node = k, .in = node(k).inputs.front(), .out = tensorOf(k)};
        if (!is<BatchNormOperation>(node(k))) return step;
        const auto capped = cappedReluBehind(k);
        const auto relu = capped ? capped : reluBehind(k);
        step.relu = relu.has_value();
        step.out = tensorOf(relu.value_or(k));
        if (capped) step.ceiling = cappedRelu(*capped)->function().high;
        return step;
    }

    const Graph& graph_;
    std::vector<std::size_t> soleReader_;  ///< by tensor; the last one where there are several
};

}  // namespace

std::vector<PlannedStep> trainingPlan(const Graph& graph) {
    return Planner(graph).steps();
}

}  // namespace prunescope::nn
