#pragma once

#include "base/registry.h"
#include "base/state_visitor.h"
#include "nn/arrays.h"
#include "nn/update_work.h"
#include "parallel/block_list.h"
#include "run/description.h"
#include "run/run_config.h"

#include <array>
#include <memory>
#include <vector>

namespace prunescope::optim {

using FloatParameter = nn::Parameter<float>;

/// Most arrays that an optimizer keeps beside a parameter's values.
inline constexpr std::size_t mostArrays = 2;

/// Elements that are moved at once, side by side in memory, as arrays of Eigen for an optimizer's formulas.
struct Stretch {
    std::int64_t size;
    nn::FloatArray value;
    nn::ConstFloatArray gradient;
    std::array<float*, mostArrays> arrays;  ///< the optimizer's own, zero at first
    const std::uint8_t* movable;            ///< 1 = may move; null when all may
    double weightDecay;

    nn::FloatArray array(std::size_t k) const { return {arrays[k], size}; }
    /// `next` where an element may move, and `now` elsewhere; whatever garbage `next` holds there.
    template <class Next>
    void assign(nn::FloatArray now, const Next& next) const {
        if (movable == nullptr) {
            now = next;
        } else {
            now = (nn::MaskArray(movable, size) != 0).select(next, now);
        }
    }
};

/// Moves the latent values of a network's trained parameters along their gradients, all of them in one
/// parallel sweep.
///
/// Where a parameter's `movable()` mask is 0 nothing moves: no gradient, no momentum, no weight decay; value
/// and state keep their bits.
class Optimizer {
public:
    virtual ~Optimizer() = default;

    /// One update at this learning rate, from the gradients the parameters hold. `work` may be null.
    void update(double learningRate, nn::UpdateWork* work = nullptr);

    /// Sets the state (momentum, means) of everything that may not move to zero.
    void clearFrozenState();

    /// The arrays beside the parameters, and what else a kind remembers from one update to the next.
    virtual void visit(StateVisitor& visitor);

protected:
    /// Weight decay falls on weights alone unless the configuration asks for it on biases and batch norm
    /// too. `arrays` is how many of its own, zeroed at first, the optimizer keeps for each parameter.
    Optimizer(const run::OptimizerConfig& config, const std::vector<FloatParameter*>& parameters,
              std::size_t arrays);

    /// Takes what is common to all elements of the next update.
    virtual void begin(double learningRate) = 0;
    /// One update of these elements; called in parallel.
    virtual void move(const Stretch& stretch) const = 0;

private:
    struct State {
        FloatParameter* parameter;
        double weightDecay;
        std::array<kernels::AlignedBuffer<float>, mostArrays> arrays{};
    };

    void moveDirectly(State& state, const parallel::BlockList::Block& block, nn::UpdateWork* work) const;
    void moveListed(State& state, const parallel::BlockList::Block& block, nn::UpdateWork* work) const;

    std::size_t arrays_;
    std::vector<State> states_;
    parallel::BlockList blocks_;  ///< of what may move
};

/// An optimizer that can be asked for by name.
struct OptimizerEntry {
    run::Description description;
    /// `config.options` are complete. Throws `UsageError` for options that contradict one another.
    std::unique_ptr<Optimizer> (*make)(const run::OptimizerConfig& config,
                                       const std::vector<FloatParameter*>& parameters);
};

/// `OptimizerEntry::make` of a class with such a constructor.
template <class Kind>
std::unique_ptr<Optimizer> makeKind(const run::OptimizerConfig& config,
                                    const std::vector<FloatParameter*>& parameters) {
    return std::make_unique<Kind>(config, parameters);
}

/// All optimizers, those that a program has brought itself among them.
Registry<OptimizerEntry>& optimizers();

/// `parameters` must outlive the optimizer; running statistics among them are left alone.
/// Throws `UsageError` for an unknown name and for options that are not the optimizer's or not allowed.
std::unique_ptr<Optimizer> makeOptimizer(const run::OptimizerConfig& config,
                                         const std::vector<FloatParameter*>& parameters);

}  // namespace prunescope::optim
