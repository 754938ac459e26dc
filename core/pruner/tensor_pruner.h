#pragma once

#include "base/error.h"
#include "parallel/thread_arena.h"
#include "prune/pruner.h"
#include "run/run_config.h"

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace prunescope::pruner {

/// A call that is not due.
class OrderError : public Error {
public:
    using Error::Error;
};

/// A saved state that is damaged or of another pruner.
class StateError : public Error {
public:
    using Error::Error;
};

/// Arrays of somebody else that are pruned; each has as many values as the shape says, row-major.
struct ForeignTensor {
    float* weights;    ///< latent
    float* gradients;  ///< of `effective`, then of `weights`
    float* effective;
};

/// `prune::Pruner` over tensors of another program. It works on copies, whose places in memory are those that
/// the engine's sweeps ask for, so that it gives the bits that the engine gives in a run.
class TensorPruner {
public:
    /// `options`: the keys of a run's configuration that concern pruning, or nothing. `steps`: of the whole
    /// training. `threads`: 0 for all of the machine. Throws `UsageError`.
    TensorPruner(std::string method, std::string_view options, std::int64_t steps, int threads);

    /// Throws `UsageError` for a name that is there already and a shape that is none.
    void add(std::string name, std::vector<std::int64_t> shape, const ForeignTensor& tensor);
    void start();

    void beginStep(std::int64_t step);
    /// With that sparsity in place of the schedule's.
    void beginStep(std::int64_t step, double sparsity, bool frozen);
    void formGradients();
    void endStep();
    void refresh();
    void finish(std::int64_t step);

    std::size_t tensors() const { return tensors_.size(); }
    /// Throws `UsageError` for a tensor that is not there.
    const prune::FloatParameter& parameter(std::size_t tensor) const;
    /// Throws `OrderError` before the start.
    const prune::Pruner& engine() const;

    std::string save() const;
    /// Throws `StateError`, and has changed nothing then.
    void load(std::string_view bytes);

private:
    enum class Stage : std::uint8_t {
        adding,
        idle,    ///< weights and effective weights belong together
        begun,   ///< a step is, whose gradients may be formed
        formed,  ///< the optimiser is at work: what stands still is not yet back in its place
    };
    struct Tensor {
        ForeignTensor foreign;
        std::unique_ptr<prune::FloatParameter> own;

        nn::FloatArray array(float* of) const { return {of, own->size()}; }
    };

    void expect(bool due, const Text& problem, const Text& mend) const;
    void expectStarted() const;
    void expectWeightsInPlace() const;
    void begin(StepIndex step);
    void restore(std::string_view bytes);
    void takeWeights();
    void takeGradientsForMasks();
    void giveWeights();
    void giveEffective();
    /// What a state belongs to.
    nlohmann::json identity() const;

    run::RunConfig config_;
    std::int64_t steps_;
    run::SparsitySchedule schedule_;
    parallel::ThreadArena arena_;
    std::vector<Tensor> tensors_;
    std::unique_ptr<prune::Pruner> pruner_;  ///< before `tensors_` in destruction, whose parameters it uses
    Stage stage_ = Stage::adding;
};

}  // namespace prunescope::pruner
