#include "pruner/tensor_pruner.h"

#include "base/state_bytes.h"
#include "pruner/pruner_options.h"

#include <algorithm>
#include <limits>
#include <utility>

namespace prunescope::pruner {
namespace {

constexpr std::size_t mostDimensions = 8;
/// Places of weights are 32-bit numbers.
constexpr std::int64_t mostWeights = std::numeric_limits<std::int32_t>::max();

int threadsOf(int wanted) {
    const int all = parallel::machineThreads();
    return wanted == 0 ? all : std::min(wanted, all);
}

std::int64_t weightsOf(const std::string& name, const std::vector<std::int64_t>& shape) {
    std::int64_t weights = 1;
    for (const std::int64_t extent : shape) {
        if (extent < 1 || extent > mostWeights / weights) {
            throw UsageError(name, Text::of("a tensor cannot have the extent {} here", extent),
                             Text::of("Give a shape of 1 to {} values.", mostWeights));
        }
        weights *= extent;
    }
    return weights;
}

StepIndex expectStep(std::int64_t step) {
    if (step < 0 || step > mostSteps) {
        throw UsageError("step", Text::of("{} is no step", step),
                         Text::of("Steps count from 0 to {}.", mostSteps));
    }
    return StepIndex{step};
}

}  // namespace

TensorPruner::TensorPruner(std::string method, std::string_view options, std::int64_t steps, int threads)
    : config_(configOf(std::move(method), options)),
      steps_(expectSteps(steps)),
      schedule_(run::resolvedSchedule(config_.schedule, steps)),
      arena_(threadsOf(threads)) {}

void TensorPruner::expect(bool due, const Text& problem, const Text& mend) const {
    if (!due) throw OrderError(Text::of("order of the calls"), problem, mend);
}

void TensorPruner::expectStarted() const {
    expect(pruner_ != nullptr, Text::of("the pruner has not been started"),
           Text::of("Add the tensors and start it first."));
}

void TensorPruner::expectWeightsInPlace() const {
    expectStarted();
    expect(stage_ != Stage::formed, Text::of("the step before has not been ended"),
           Text::of("End the step after the optimiser has moved the weights."));
}

void TensorPruner::add(std::string name, std::vector<std::int64_t> shape, const ForeignTensor& tensor) {
    expect(pruner_ == nullptr, Text::of("the pruner has been started"),
           Text::of("Add all tensors before the start."));
    if (name.empty() || shape.empty() || shape.size() > mostDimensions) {
        throw UsageError(name.empty() ? "name" : name,
                         Text::of("a tensor has no name, or {} dimensions", shape.size()),
                         Text::of("Give a name, and 1 to {} dimensions.", mostDimensions));
    }
    for (const Tensor& other : tensors_) {
        if (other.own->name() == name)
            throw UsageError(name, Text::of("a tensor of this name is there already"),
                             Text::of("Give each a name of its own."));
    }
    weightsOf(name, shape);
    tensors_.push_back({tensor, std::make_unique<prune::FloatParameter>(std::move(name), std::move(shape),
                                                                        nn::ParameterRole::weight)});
}

void TensorPruner::start() {
    expect(pruner_ == nullptr, Text::of("the pruner has been started"), Text::of("Start it once."));
    expect(!tensors_.empty(), Text::of("there is no tensor"),
           Text::of("Add those that are to be pruned first."));
    takeWeights();
    std::vector<prune::FloatParameter*> parameters;
    for (const Tensor& tensor : tensors_) parameters.push_back(tensor.own.get());
    arena_.run([&] { pruner_ = std::make_unique<prune::Pruner>(config_, parameters, schedule_); });
    giveWeights();
    giveEffective();
    stage_ = Stage::idle;
}

void TensorPruner::beginStep(std::int64_t step) {
    expectWeightsInPlace();
    const StepIndex at = expectStep(step);
    if (!(pruner_->schedule() == schedule_)) pruner_->setSchedule(schedule_);
    begin(at);
}

void TensorPruner::beginStep(std::int64_t step, double sparsity, bool frozen) {
    expectWeightsInPlace();
    const StepIndex at = expectStep(step);
    const run::SparsitySchedule& present = pruner_->schedule();
    const run::SparsitySchedule wished{.shape = run::ScheduleShape::constant,
                                       .initial = sparsity,
                                       .target = sparsity,
                                       .start = at,
                                       .end = at,
                                       .freeze = frozen ? at : run::neverFrozen};
    const bool same = present.shape == wished.shape && present.initial == sparsity &&
                      present.target == sparsity && present.start <= at && (present.freeze <= at) == frozen;
    if (!same) {
        const prune::EditLimits limits = pruner_->editLimits(at);
        if (Text problem = limits.scheduleProblem(wished); !problem.empty())
            throw UsageError("sparsity", problem, limits.mend());
        pruner_->setSchedule(wished);
    }
    begin(at);
}

void TensorPruner::begin(StepIndex step) {
    takeWeights();
    arena_.run([&] {
        if (pruner_->masksDue(step)) takeGradientsForMasks();
        pruner_->beginStep(step);
    });
    giveWeights();
    giveEffective();
    stage_ = Stage::begun;
}

void TensorPruner::formGradients() {
    expect(stage_ == Stage::begun, Text::of("no step has been begun"),
           Text::of("Begin a step, then form its gradients once."));
    for (const Tensor& t : tensors_) t.array(t.own->gradient()) = t.array(t.foreign.gradients);
    arena_.run([&] { pruner_->formGradients(); });
    for (const Tensor& t : tensors_) {
        if (t.own->movable() != nullptr)
            nn::clearWhereNot<float>({t.own->movable(), t.own->size()}, t.array(t.own->gradient()));
        t.array(t.foreign.gradients) = t.array(t.own->gradient());
    }
    stage_ = Stage::formed;
}

void TensorPruner::endStep() {
    expect(stage_ == Stage::formed, Text::of("the gradients of no step have been formed"),
           Text::of("Begin a step and form its gradients first."));
    for (const Tensor& t : tensors_) {
        if (t.own->movable() == nullptr) continue;
        const nn::MaskArray movable(t.own->movable(), t.own->size());
        auto weights = t.array(t.foreign.weights);
        weights = (movable != 0).select(weights, t.array(t.own->value()));
    }
    stage_ = Stage::idle;
}

void TensorPruner::refresh() {
    expectWeightsInPlace();
    takeWeights();
    arena_.run([&] { pruner_->refresh(); });
    giveEffective();
}

void TensorPruner::finish(std::int64_t step) {
    expectWeightsInPlace();
    const StepIndex at = expectStep(step);
    takeWeights();
    arena_.run([&] {
        if (!pruner_->prunes() || pruner_->phase() == run::Phase::exploitation) return pruner_->refresh();
        takeGradientsForMasks();
        pruner_->updateMasks(at);
    });
    giveWeights();
    giveEffective();
    stage_ = Stage::idle;
}

void TensorPruner::takeWeights() {
    for (const Tensor& t : tensors_) {
        if (!t.array(t.foreign.weights).isFinite().all()) {
            throw UsageError(t.own->name(), Text::of("its weights are not all numbers"),
                             Text::of("The training has diverged; lower the learning rate."));
        }
    }
    for (const Tensor& t : tensors_) t.array(t.own->value()) = t.array(t.foreign.weights);
}

void TensorPruner::takeGradientsForMasks() {
    if (!pruner_->choosesByGradient()) return;
    pruner_->beginGradients();
    for (const Tensor& t : tensors_) t.array(t.own->gradient()) = t.array(t.foreign.gradients);
}

/// A method may have set those to zero that it has cut.
void TensorPruner::giveWeights() {
    for (const Tensor& t : tensors_) t.array(t.foreign.weights) = t.array(t.own->value());
}

void TensorPruner::giveEffective() {
    for (const Tensor& t : tensors_)
        t.array(t.foreign.effective) = nn::ConstFloatArray(t.own->used(), t.own->size());
}

const prune::FloatParameter& TensorPruner::parameter(std::size_t tensor) const {
    if (tensor >= tensors_.size()) {
        throw UsageError("tensor", Text::of("there is no tensor {}", tensor),
                         Text::of("{} were added; they count from 0.", tensors_.size()));
    }
    return *tensors_[tensor].own;
}

const prune::Pruner& TensorPruner::engine() const {
    expectStarted();
    return *pruner_;
}

nlohmann::json TensorPruner::identity() const {
    nlohmann::json tensors = nlohmann::json::array();
    for (const Tensor& t : tensors_) tensors.push_back({t.own->name(), t.own->shape()});
    return {{"options", optionsOf(config_)}, {"steps", steps_}, {"tensors", tensors}};
}

std::string TensorPruner::save() const {
    expectWeightsInPlace();
    return bytesOfState(identity(), StatePast::left,
                        [this](StateVisitor& visitor) { pruner_->visit(visitor); });
}

void TensorPruner::load(std::string_view bytes) {
    const std::string asItWas = save();
    takeWeights();
    try {
        restore(bytes);
    } catch (const Error& e) {
        restore(asItWas);
        throw StateError(e.where(), e.problem(), e.mend());
    }
    giveEffective();
    stage_ = Stage::idle;
}

void TensorPruner::restore(std::string_view bytes) {
    const StateOrigin saved{Text::of("saved state"), Text::of("Take one that this pruner has saved.")};
    arena_.run([&] {
        restoreState(bytes, identity(), StatePast::left, saved,
                     [this](StateVisitor& visitor) { pruner_->visit(visitor); });
    });
}

}  // namespace prunescope::pruner
