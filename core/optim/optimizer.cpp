#include "optim/optimizer.h"

namespace prunescope::optim {
namespace {

using Buffer = std::array<float, math::PieceList::grain>;

}  // namespace

Optimizer::Optimizer(const run::OptimizerConfig& config, const std::vector<FloatParameter*>& parameters,
                     std::size_t arrays)
    : arrays_(arrays) {
    for (FloatParameter* p : parameters) {
        if (!p->trained()) continue;
        const bool decays = p->role() == nn::ParameterRole::weight || config.decayBiasAndNorm;
        State& state = states_.emplace_back(State{p, decays ? config.weightDecay : 0});
        for (std::size_t k = 0; k < arrays; ++k)
            state.arrays[k] = math::AlignedBuffer<float>(static_cast<std::size_t>(p->size()));
    }
}

void Optimizer::update(double learningRate, nn::UpdateWork* work) {
    begin(learningRate);
    pieces_.clear();
    for (const State& state : states_) {
        const auto list = state.parameter->movableList();
        pieces_.add(list.empty() ? state.parameter->size() : static_cast<std::int64_t>(list.size()));
    }
    pieces_.forEach([&](const math::PieceList::Piece& piece) {
        State& state = states_[piece.array];
        if (state.parameter->movableList().empty()) {
            moveDirectly(state, piece, work);
        } else {
            moveListed(state, piece, work);
        }
    });
}

void Optimizer::moveDirectly(State& state, const math::PieceList::Piece& piece, nn::UpdateWork* work) const {
    FloatParameter& p = *state.parameter;
    const auto from = [&](const std::uint8_t* mask) {
        return mask == nullptr ? nullptr : mask + piece.begin;
    };
    const nn::UpdatePiece moved{.parameter = &p,
                                .part = piece.part,
                                .size = piece.size(),
                                .value = p.value() + piece.begin,
                                .gradient = p.gradient() + piece.begin,
                                .mask = from(p.mask())};
    Stretch stretch{.size = piece.size(),
                    .value = moved.value,
                    .gradient = moved.gradient,
                    .arrays = {},
                    .movable = from(p.movable()),
                    .weightDecay = state.weightDecay};
    for (std::size_t k = 0; k < arrays_; ++k) stretch.arrays[k] = state.arrays[k].data() + piece.begin;
    if (work != nullptr) work->before(moved);
    move(stretch);
    if (work != nullptr) work->after(moved);
}

/// Elements that lie far apart are brought together and put back.
void Optimizer::moveListed(State& state, const math::PieceList::Piece& piece, nn::UpdateWork* work) const {
    FloatParameter& p = *state.parameter;
    const std::int32_t* at = p.movableList().data() + piece.begin;
    alignas(64) Buffer value, gradient;
    alignas(64) std::array<Buffer, mostArrays> arrays;
    math::takeListed(p.value(), at, piece.size(), value.data());
    math::takeListed(p.gradient(), at, piece.size(), gradient.data());
    const nn::UpdatePiece moved{.parameter = &p,
                                .part = piece.part,
                                .size = piece.size(),
                                .value = value.data(),
                                .gradient = gradient.data(),
                                .mask = nullptr};
    Stretch stretch{.size = piece.size(),
                    .value = value.data(),
                    .gradient = gradient.data(),
                    .arrays = {},
                    .movable = nullptr,
                    .weightDecay = state.weightDecay};
    for (std::size_t k = 0; k < arrays_; ++k) {
        math::takeListed(state.arrays[k].data(), at, piece.size(), arrays[k].data());
        stretch.arrays[k] = arrays[k].data();
    }
    if (work != nullptr) work->before(moved);
    move(stretch);
    if (work != nullptr) work->after(moved);
    math::putListed(value.data(), at, piece.size(), p.value());
    for (std::size_t k = 0; k < arrays_; ++k)
        math::putListed(arrays[k].data(), at, piece.size(), state.arrays[k].data());
}

void Optimizer::clearFrozenState() {
    pieces_.clear();
    for (const State& state : states_)
        pieces_.add(state.parameter->movable() == nullptr ? 0 : state.parameter->size());
    pieces_.forEach([&](const math::PieceList::Piece& piece) {
        State& state = states_[piece.array];
        const std::uint8_t* movable = state.parameter->movable();
        for (std::size_t k = 0; k < arrays_; ++k) {
            float* values = state.arrays[k].data();
            for (std::int64_t i = piece.begin; i < piece.end; ++i)
                values[i] = movable[i] != 0 ? values[i] : 0.0F;
        }
    });
}

}  // namespace prunescope::optim
