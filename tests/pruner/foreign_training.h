#pragma once

#include "base/random.h"
#include "pruner/prunescope_pruner.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

namespace prunescope::pruner {

struct Closing {
    void operator()(prunescope_pruner* pruner) const { prunescope_pruner_close(pruner); }
};
using Pointer = std::unique_ptr<prunescope_pruner, Closing>;

/// Says what was wrong when a call fails that should not.
inline void expectDone(prunescope_pruner_status status) {
    ASSERT_EQ(status, PRUNESCOPE_PRUNER_OK) << prunescope_pruner_last_error();
}

/// A tensor of another program, whose arrays lie on no boundary that anybody would ask for.
class ForeignArrays {
public:
    ForeignArrays(std::string called, std::vector<std::int64_t> extents)
        : name(std::move(called)), shape(std::move(extents)) {
        for (const std::int64_t extent : shape) size *= static_cast<std::size_t>(extent);
        for (auto* array : {&weights_, &gradients_, &effective_}) array->resize(size + 1);
    }

    float* weights() { return weights_.data() + 1; }
    float* gradients() { return gradients_.data() + 1; }
    float* effective() { return effective_.data() + 1; }

    std::string name;
    std::vector<std::int64_t> shape;
    std::size_t size = 1;

private:
    std::vector<float> weights_, gradients_, effective_;
};

/// A training by somebody else: weights drawn at random, gradients that depend on the effective weights, and
/// an optimiser that moves everything, also what should stand still.
class ForeignTraining {
public:
    ForeignTraining(const std::string& method, const std::string& options, std::int64_t steps,
                    int threads = 2) {
        tensors = {{"conv1.weight", {6, 3, 3, 3}}, {"fc1.weight", {40, 120}}, {"fc2.weight", {10, 40}}};
        Random random(7, RandomStream::test);
        for (ForeignArrays& t : tensors) {
            for (std::size_t i = 0; i < t.size; ++i) t.weights()[i] = static_cast<float>(random.normal());
        }
        pruner = started(method, options, steps, threads);
    }

    /// Another pruner of the same arrays.
    Pointer started(const std::string& method, const std::string& options, std::int64_t steps, int threads) {
        prunescope_pruner* made = nullptr;
        expectDone(prunescope_pruner_create(method.c_str(), options.c_str(), steps, threads, &made));
        Pointer owned(made);
        for (ForeignArrays& t : tensors)
            expectDone(prunescope_pruner_add(made, t.name.c_str(), t.shape.data(), t.shape.size(),
                                             t.weights(), t.gradients(), t.effective()));
        expectDone(prunescope_pruner_start(made));
        return owned;
    }

    static float gradientOf(float effective, std::size_t i, std::int64_t step) {
        return 0.3F * effective +
               static_cast<float>((i * 31 + static_cast<std::size_t>(step) * 17) % 23) / 23.0F - 0.5F;
    }
    static float moved(float weight, float gradient) { return weight - 0.05F * gradient; }

    void fillGradients(std::int64_t step) {
        for (ForeignArrays& t : tensors) {
            for (std::size_t i = 0; i < t.size; ++i) t.gradients()[i] = gradientOf(t.effective()[i], i, step);
        }
    }
    /// After the gradients have been formed. Decay moves what has no gradient, too.
    void moveWeights() {
        for (ForeignArrays& t : tensors) {
            for (std::size_t i = 0; i < t.size; ++i)
                t.weights()[i] = moved(t.weights()[i], t.gradients()[i] + 0.01F * t.weights()[i]);
        }
    }
    void step(std::int64_t step) {
        begin(step);
        learn(step);
    }
    void begin(std::int64_t step) { expectDone(prunescope_pruner_begin_step(pruner.get(), step)); }
    void learn(std::int64_t step) {
        fillGradients(step);
        expectDone(prunescope_pruner_form_gradients(pruner.get()));
        moveWeights();
        expectDone(prunescope_pruner_end_step(pruner.get()));
    }

    std::vector<std::uint8_t> mask(std::size_t tensor) const {
        std::vector<std::uint8_t> mask(tensors[tensor].size);
        expectDone(prunescope_pruner_mask(pruner.get(), tensor, mask.data()));
        return mask;
    }
    std::vector<std::uint8_t> movable(std::size_t tensor) const {
        std::vector<std::uint8_t> movable(tensors[tensor].size);
        expectDone(prunescope_pruner_movable(pruner.get(), tensor, movable.data()));
        return movable;
    }
    std::string save() const {
        std::size_t size = 0;
        expectDone(prunescope_pruner_save(pruner.get(), nullptr, 0, &size));
        std::string bytes(size, '\0');
        expectDone(prunescope_pruner_save(pruner.get(), reinterpret_cast<unsigned char*>(bytes.data()), size,
                                          &size));
        return bytes;
    }
    prunescope_pruner_status load(const std::string& bytes) const {
        return prunescope_pruner_load(pruner.get(), reinterpret_cast<const unsigned char*>(bytes.data()),
                                      bytes.size());
    }

    std::vector<ForeignArrays> tensors;
    Pointer pruner;
};

}  // namespace prunescope::pruner
