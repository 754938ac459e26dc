#include "pruner/prunescope_pruner.h"

#include "base/c_boundary.h"
#include "pruner/tensor_pruner.h"

#include <algorithm>
#include <cstring>
#include <optional>

/// What the C interface hands out.
struct prunescope_pruner {
    prunescope::pruner::TensorPruner pruner;
};

namespace prunescope::pruner {
namespace {

prunescope_pruner_status statusOf(const std::exception& e) {
    if (dynamic_cast<const OrderError*>(&e) != nullptr) return PRUNESCOPE_PRUNER_BAD_ORDER;
    if (dynamic_cast<const StateError*>(&e) != nullptr) return PRUNESCOPE_PRUNER_BAD_STATE;
    if (dynamic_cast<const Error*>(&e) != nullptr) return PRUNESCOPE_PRUNER_BAD_ARGUMENT;
    return dynamic_cast<const std::bad_alloc*>(&e) != nullptr ? PRUNESCOPE_PRUNER_NO_MEMORY
                                                              : PRUNESCOPE_PRUNER_FAILED;
}

template <class Body>
prunescope_pruner_status done(const Body& body) noexcept {
    return boundary::guarded(
        [&] {
            body();
            return PRUNESCOPE_PRUNER_OK;
        },
        statusOf);
}

void expectGiven(bool given, const char* call) {
    if (!given) throw UsageError(call, Text::of("a pointer is null"), Text::of("Give a place in memory."));
}

/// `body(pruner)`, of a pruner that is given.
template <class Pruner, class Body>
prunescope_pruner_status with(Pruner* pruner, const char* call, const Body& body) noexcept {
    return done([&] {
        expectGiven(pruner != nullptr, call);
        body(pruner->pruner);
    });
}

/// `body(pruner, parameter, layer)` of a tensor, into an array that is given.
template <class Body>
prunescope_pruner_status ofTensor(const prunescope_pruner* pruner, std::size_t tensor, const void* to,
                                  const char* call, const Body& body) noexcept {
    return with(pruner, call, [&](const TensorPruner& p) {
        expectGiven(to != nullptr, call);
        const prune::FloatParameter& parameter = p.parameter(tensor);
        body(p.engine(), parameter, LayerIndex{static_cast<std::int32_t>(tensor)});
    });
}

void writeAttention(const prune::Pruner& engine, const prune::FloatParameter& parameter, LayerIndex layer,
                    float* to) {
    const nn::ConstFloatArray weights(parameter.value(), parameter.size());
    nn::FloatArray(to, parameter.size()) = weights.unaryExpr([&](float weight) {
        const std::optional<double> attention = engine.method().attention(layer, weight);
        if (!attention) {
            throw UsageError("attention", Text::of("this method has no attention"),
                             Text::of("Ask for that of the method map."));
        }
        return static_cast<float>(*attention);
    });
}

void copyState(const TensorPruner& pruner, unsigned char* bytes, std::size_t capacity, std::size_t* size) {
    const std::string state = pruner.save();
    *size = state.size();
    if (bytes == nullptr) return;
    if (capacity < state.size()) {
        throw UsageError("capacity",
                         Text::of("{} bytes are too few for a state of {}", capacity, state.size()),
                         Text::of("Ask for the size first."));
    }
    std::copy(state.begin(), state.end(), bytes);
}

}  // namespace
}  // namespace prunescope::pruner

namespace guest = prunescope::pruner;

const char* prunescope_pruner_version() {
    return PRUNESCOPE_VERSION;
}

int prunescope_pruner_interface() {
    return PRUNESCOPE_PRUNER_INTERFACE;
}

const char* prunescope_pruner_last_error() {
    return prunescope::boundary::lastError().c_str();
}

prunescope_pruner_status prunescope_pruner_create(const char* method, const char* options, int64_t steps,
                                                  int threads, prunescope_pruner** pruner) {
    const char* const call = __func__;
    return guest::done([&] {
        guest::expectGiven(pruner != nullptr, call);
        *pruner = nullptr;
        guest::expectGiven(method != nullptr, call);
        if (threads < 0) {
            throw prunescope::UsageError(
                "threads", prunescope::Text::of("{} is no number of threads", threads),
                prunescope::Text::of("Give 1 or more, or 0 for all of the machine."));
        }
        *pruner = new prunescope_pruner{
            guest::TensorPruner(method, options == nullptr ? "" : options, steps, threads)};
    });
}

void prunescope_pruner_close(prunescope_pruner* pruner) {
    delete pruner;
}

prunescope_pruner_status prunescope_pruner_add(prunescope_pruner* pruner, const char* name,
                                               const int64_t* shape, size_t dimensions, float* weights,
                                               float* gradients, float* effective) {
    const char* const call = __func__;
    return guest::with(pruner, call, [&](guest::TensorPruner& p) {
        for (const void* pointer : {static_cast<const void*>(name), static_cast<const void*>(shape),
                                    static_cast<const void*>(weights), static_cast<const void*>(gradients),
                                    static_cast<const void*>(effective)})
            guest::expectGiven(pointer != nullptr, call);
        p.add(name, {shape, shape + dimensions}, {weights, gradients, effective});
    });
}

prunescope_pruner_status prunescope_pruner_start(prunescope_pruner* pruner) {
    return guest::with(pruner, __func__, [](guest::TensorPruner& p) { p.start(); });
}

prunescope_pruner_status prunescope_pruner_begin_step(prunescope_pruner* pruner, int64_t step) {
    return guest::with(pruner, __func__, [&](guest::TensorPruner& p) { p.beginStep(step); });
}

prunescope_pruner_status prunescope_pruner_begin_step_at(prunescope_pruner* pruner, int64_t step,
                                                         double sparsity, int frozen) {
    return guest::with(pruner, __func__,
                       [&](guest::TensorPruner& p) { p.beginStep(step, sparsity, frozen != 0); });
}

prunescope_pruner_status prunescope_pruner_form_gradients(prunescope_pruner* pruner) {
    return guest::with(pruner, __func__, [](guest::TensorPruner& p) { p.formGradients(); });
}

prunescope_pruner_status prunescope_pruner_end_step(prunescope_pruner* pruner) {
    return guest::with(pruner, __func__, [](guest::TensorPruner& p) { p.endStep(); });
}

prunescope_pruner_status prunescope_pruner_refresh(prunescope_pruner* pruner) {
    return guest::with(pruner, __func__, [](guest::TensorPruner& p) { p.refresh(); });
}

prunescope_pruner_status prunescope_pruner_finish(prunescope_pruner* pruner, int64_t step) {
    return guest::with(pruner, __func__, [&](guest::TensorPruner& p) { p.finish(step); });
}

size_t prunescope_pruner_tensors(const prunescope_pruner* pruner) {
    return pruner == nullptr ? 0 : pruner->pruner.tensors();
}

size_t prunescope_pruner_size(const prunescope_pruner* pruner, size_t tensor) {
    if (tensor >= prunescope_pruner_tensors(pruner)) return 0;
    return static_cast<size_t>(pruner->pruner.parameter(tensor).size());
}

size_t prunescope_pruner_kept(const prunescope_pruner* pruner, size_t tensor) {
    if (tensor >= prunescope_pruner_tensors(pruner)) return 0;
    return static_cast<size_t>(pruner->pruner.parameter(tensor).kept());
}

double prunescope_pruner_sparsity(const prunescope_pruner* pruner) {
    if (pruner == nullptr) return 0;
    double weights = 0, kept = 0;
    for (size_t t = 0; t < prunescope_pruner_tensors(pruner); ++t) {
        weights += static_cast<double>(prunescope_pruner_size(pruner, t));
        kept += static_cast<double>(prunescope_pruner_kept(pruner, t));
    }
    return weights == 0 ? 0 : 1 - kept / weights;
}

prunescope_pruner_status prunescope_pruner_mask(const prunescope_pruner* pruner, size_t tensor,
                                                unsigned char* mask) {
    return guest::ofTensor(pruner, tensor, mask, __func__, [&](const auto& engine, const auto&, auto layer) {
        std::copy(engine.mask(layer).begin(), engine.mask(layer).end(), mask);
    });
}

prunescope_pruner_status prunescope_pruner_movable(const prunescope_pruner* pruner, size_t tensor,
                                                   unsigned char* movable) {
    return guest::ofTensor(pruner, tensor, movable, __func__, [&](const auto&, const auto& parameter, auto) {
        const std::uint8_t* own = parameter.movable();
        const auto size = static_cast<std::size_t>(parameter.size());
        own == nullptr ? std::memset(movable, 1, size) : std::memcpy(movable, own, size);
    });
}

prunescope_pruner_status prunescope_pruner_attention(const prunescope_pruner* pruner, size_t tensor,
                                                     float* attention) {
    return guest::ofTensor(pruner, tensor, attention, __func__,
                           [&](const auto& engine, const auto& parameter, auto layer) {
                               guest::writeAttention(engine, parameter, layer, attention);
                           });
}

prunescope_pruner_status prunescope_pruner_save(const prunescope_pruner* pruner, unsigned char* bytes,
                                                size_t capacity, size_t* size) {
    const char* const call = __func__;
    return guest::with(pruner, call, [&](const guest::TensorPruner& p) {
        guest::expectGiven(size != nullptr, call);
        guest::copyState(p, bytes, capacity, size);
    });
}

prunescope_pruner_status prunescope_pruner_load(prunescope_pruner* pruner, const unsigned char* bytes,
                                                size_t size) {
    const char* const call = __func__;
    return guest::with(pruner, call, [&](guest::TensorPruner& p) {
        guest::expectGiven(bytes != nullptr, call);
        p.load({reinterpret_cast<const char*>(bytes), size});
    });
}
