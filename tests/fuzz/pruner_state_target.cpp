// What a pruner in another program has saved, as it is loaded again.

#include "base/error.h"
#include "base/sha256.h"
#include "base/state_bytes.h"
#include "pruner/tensor_pruner.h"
#include "targets.h"

#include <array>

namespace prunescope::fuzz {
namespace {

constexpr std::int64_t trainedSteps = 8;

/// A pruner of two small tensors, and the arrays that are pruned.
struct GuestPruner {
    explicit GuestPruner(std::int64_t steps) {
        for (std::size_t i = 0; i < weights.size(); ++i) weights[i] = static_cast<float>(i * 7 % 19) - 9;
        pruner.add("a.weight", {3, 5}, {weights.data(), gradients.data(), effective.data()});
        pruner.add("b.weight", {16}, {weights.data() + 15, gradients.data() + 15, effective.data() + 15});
        pruner.start();
        for (std::int64_t step = 0; step < steps; ++step) advance(step);
    }
    void advance(std::int64_t step) {
        pruner.beginStep(step);
        gradients.fill(0.5F);
        pruner.formGradients();
        pruner.endStep();
    }

    std::array<float, 31> weights{}, gradients{}, effective{};
    pruner::TensorPruner pruner{"map", R"({"pruning": {"mask_interval": 2}, "schedule": {"target": 0.5}})",
                                trainedSteps, 1};
};

/// A state that is accepted is saved as it was loaded, and the training goes on from it.
void loadState(std::string_view bytes) {
    GuestPruner guest(0);
    guest.pruner.load(bytes);
    expect(guest.pruner.save() == bytes, "a state is saved as it was loaded");
    for (std::int64_t step = 0; step < trainedSteps; ++step) guest.advance(step);
}

/// The bytes as they are, and with a checksum that fits, which a fuzzer would never find.
void readState(std::string_view bytes) {
    if (answers(loadState, bytes) || bytes.size() < sha256Digits) return;
    const std::string_view content = bytes.substr(0, bytes.size() - sha256Digits);
    const std::string sealed = std::string(content) + sha256Hex(content);
    answers(
        [](std::string_view state) {
            const StateOrigin origin{Text("state"), Text("Take another.")};
            expect(!firstOtherPart(state, state, {}, origin), "a state is as itself");
        },
        sealed);
    answers(
        [](std::string_view state) {
            GuestPruner guest(0);
            guest.pruner.load(state);
            for (std::int64_t step = 0; step < trainedSteps; ++step) guest.advance(step);
        },
        sealed);
}

}  // namespace

Target prunerStateTarget() {
    return {.name = "pruner_state",
            .run = readState,
            .seeds =
                [] {
                    std::vector<std::string> states;
                    for (const std::int64_t steps : {std::int64_t{0}, std::int64_t{5}, trainedSteps})
                        states.push_back(GuestPruner(steps).pruner.save());
                    return states;
                },
            .longest = 8192};
}

}  // namespace prunescope::fuzz
