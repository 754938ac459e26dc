#include "optim/optimizer.h"

namespace prunescope::optim {
namespace {

using Buffer = std::array<float, parallel::BlockList::grain>;

}  // namespace

Optimizer::Optimizer(const run::OptimizerConfig& config, const std::vector<FloatParameter*>& parameters,
                     std::size_t arrays)
    : arrays_(arrays) {
    for (FloatParameter* p : parameters) {
        if (!p->trained()) continue;
        const bool decays = p->role() == nn::ParameterRole::weight || config.decayBiasAndNorm;
        State& state = states_.emplace_back(State{p, decays ? config.weightDecay : 0});
        for (std::size_t k = 0; k < arrays; ++k)
            state.arrays[k] = kernels::AlignedBuffer<float>(static_cast<std::size_t>(p->size()));
    }
}

void Optimizer::update(double learningRate, nn::UpdateWork* work) {
    begin(learningRate);
    blocks_.clear();
    for (const State& state : states_) {
        const auto list = state.parameter->movableList();
        blocks_.add(list.empty() ? state.parameter->size() : static_cast<std::int64_t>(list.size()));
    }
    blocks_.forEach([&](const parallel::BlockList::Block& block) {
        State& state = states_[block.array];
        if (state.parameter->movableList().empty()) {
            moveDirectly(state, block, work);
        } else {
            moveListed(state, block, work);
        }
    });
}

void Optimizer::moveDirectly(State& state, const parallel::BlockList::Block& block,
                             nn::UpdateWork* work) const {
    FloatParameter& p = *state.parameter;
    const auto from = [&](const std::uint8_t* mask) {
        return mask == nullptr ? nullptr : mask + block.begin;
    };
    const nn::UpdateBlock moved{.parameter = &p,
                                .part = block.part,
                                .size = block.size(),
                                .value = p.value() + block.begin,
                                .gradient = p.gradient() + block.begin,
                                .mask = from(p.mask()),
                                .first = block.begin};
    Stretch stretch{.size = block.size(),
                    .value = {moved.value, block.size()},
                    .gradient = {moved.gradient, block.size()},
                    .arrays = {},
                    .movable = from(p.movable()),
                    .weightDecay = state.weightDecay};
    for (std::size_t k = 0; k < arrays_; ++k) stretch.arrays[k] = state.arrays[k].data() + block.begin;
    if (work != nullptr) work->before(moved);
    move(stretch);
    if (work != nullptr) work->after(moved);
}

/// Elements that lie far apart are brought together and put back.
void Optimizer::moveListed(State& state, const parallel::BlockList::Block& block,
                           nn::UpdateWork* work) const {
    FloatParameter& p = *state.parameter;
    const std::int32_t* at = p.movableList().data() + block.begin;
    alignas(64) Buffer value, gradient;
    alignas(64) std::array<Buffer, mostArrays> arrays;
    parallel::takeListed(p.value(), at, block.size(), value.data());
    parallel::takeListed(p.gradient(), at, block.size(), gradient.data());
    const nn::UpdateBlock moved{.parameter = &p,
                                .part = block.part,
                                .size = block.size(),
                                .value = value.data(),
                                .gradient = gradient.data(),
                                .mask = nullptr,
                                .places = at};
    Stretch stretch{.size = block.size(),
                    .value = {value.data(), block.size()},
                    .gradient = {gradient.data(), block.size()},
                    .arrays = {},
                    .movable = nullptr,
                    .weightDecay = state.weightDecay};
    for (std::size_t k = 0; k < arrays_; ++k) {
        parallel::takeListed(state.arrays[k].data(), at, block.size(), arrays[k].data());
        stretch.arrays[k] = arrays[k].data();
    }
    if (work != nullptr) work->before(moved);
    move(stretch);
    if (work != nullptr) work->after(moved);
    parallel::putListed(value.data(), at, block.size(), p.value());
    for (std::size_t k = 0; k < arrays_; ++k)
        parallel::putListed(arrays[k].data(), at, block.size(), state.arrays[k].data());
}

void Optimizer::clearFrozenState() {
    blocks_.clear();
    for (const State& state : states_)
        blocks_.add(state.parameter->movable() == nullptr ? 0 : state.parameter->size());
    blocks_.forEach([&](const parallel::BlockList::Block& block) {
        State& state = states_[block.array];
        const std::uint8_t* movable = state.parameter->movable();
        for (std::size_t k = 0; k < arrays_; ++k) {
            nn::clearWhereNot<float>({movable + block.begin, block.size()},
                                     {state.arrays[k].data() + block.begin, block.size()});
        }
    });
}

void Optimizer::visit(StateVisitor& visitor) {
    for (State& state : states_) {
        const StateVisitor::Part part(visitor, state.parameter->name());
        for (std::size_t k = 0; k < arrays_; ++k)
            visitor.array(std::to_string(k), std::span(state.arrays[k].data(), state.arrays[k].size()));
    }
}

}  // namespace prunescope::optim
