// Schedules as the window sends them: whatever is accepted can be followed to its end.

#include "input.h"
#include "nn/models.h"
#include "prune/pruner.h"
#include "run/schedule.h"
#include "targets.h"

#include <cmath>

namespace prunescope::fuzz {
namespace {

run::SparsitySchedule scheduleFrom(Input& input) {
    run::SparsitySchedule schedule;
    schedule.shape = static_cast<run::ScheduleShape>(input.upTo(run::scheduleShapeNames().size() - 1));
    schedule.initial = input.number();
    schedule.target = input.number();
    schedule.start = StepIndex{input.count()};
    schedule.end = StepIndex{input.count()};
    schedule.freeze = StepIndex{input.count()};
    for (std::uint64_t knots = input.upTo(8); knots > 0; --knots) {
        const double position = input.number();
        schedule.knots.push_back({position, input.number()});
    }
    // A drawn curve that begins and ends where it must is rare among random numbers.
    if (input.flag() && schedule.knots.size() >= 2) {
        schedule.knots.front() = {0, schedule.initial};
        schedule.knots.back() = {1, schedule.target};
    }
    return schedule;
}

void expectFollowable(const run::SparsitySchedule& schedule) {
    double before = schedule.initial;
    const std::int64_t length = schedule.end.value - schedule.start.value;
    for (int part = 0; part <= 64; ++part) {
        const std::int64_t step = schedule.start.value + length / 64 * part;
        const double sparsity = run::sparsityAt(schedule, StepIndex{step});
        expect(sparsity >= 0 && sparsity < 1, "a sparsity is from 0 to below 1");
        expect(sparsity >= before - 1e-9, "a ramp does not fall");
        before = sparsity;
    }
    expect(run::sparsityAt(schedule, schedule.end) == schedule.target, "a ramp ends at its target");
}

/// Edits one after the other, each at a later step, as a live run takes them.
void edit(std::string_view bytes) {
    Input input(bytes);
    nn::Network<float> network =
        nn::buildNetwork<float>({.name = "mlp:4", .input = {1, 3, 3}, .classes = 3, .capacity = 1});
    nn::initialise(network, 1);
    run::SparsitySchedule start;
    start.target = 0.5;
    start.end = StepIndex{50};
    start.freeze = StepIndex{60};
    prune::Pruner pruner({}, network.parameters(), start);
    StepIndex step;
    for (int edits = 0; edits < 8 && !input.empty(); ++edits) {
        const run::SparsitySchedule schedule = scheduleFrom(input);
        const bool sound = run::scheduleProblem(schedule).empty();
        if (sound) expectFollowable(schedule);
        if (pruner.editLimits(step).scheduleProblem(schedule).empty()) {
            expect(sound, "what is accepted can be followed");
            pruner.setSchedule(schedule);
        }
        for (std::uint64_t steps = input.upTo(20); steps > 0; --steps) {
            pruner.beginStep(step);
            ++step;
            expect(pruner.keptWeights() >= 2 && pruner.sparsity() >= 0 && pruner.sparsity() < 1,
                   "each layer keeps a weight");
        }
    }
}

}  // namespace

Target scheduleTarget() {
    return {.name = "schedule", .run = edit, .seeds = [] {
                std::vector<std::string> seeds;
                for (char shape = 0; shape < 6; ++shape) {
                    std::string seed(8, '\0');
                    seed[0] = shape;
                    // initial 0, target 0.5, start 0, end 40, freeze 50, two knots, corrected, ten steps
                    seed += std::string("\0\2\0\x28\x32", 5) + std::string("\2\0\0\0\0\0\0\0", 8) +
                            std::string("\0\0\1\2\1", 5) + std::string("\x0a\0\0\0\0\0\0\0", 8);
                    seeds.push_back(seed + seed);
                }
                return seeds;
            }};
}

}  // namespace prunescope::fuzz
