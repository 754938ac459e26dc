#include "csource/placement.h"

#include "base/error.h"

#include <algorithm>
#include <limits>
#include <numeric>

namespace prunescope::csource {
namespace {

constexpr Index mostScratch = std::numeric_limits<std::int32_t>::max() / 16;

/// The steps at which a buffer is in use, first and last; nothing for one that has no memory here.
struct Life {
    std::size_t first = std::numeric_limits<std::size_t>::max();
    std::size_t last = 0;

    void use(std::size_t step) {
        first = std::min(first, step);
        last = std::max(last, step);
    }
    bool overlaps(const Life& other) const { return first <= other.last && other.first <= last; }
};

std::vector<Life> livesOf(const Plan& plan) {
    std::vector<Life> lives(plan.buffers.size());
    // The image is copied before the first step.
    lives.front().use(0);
    for (std::size_t s = 0; s < plan.steps.size(); ++s) {
        const PlanStep& step = plan.steps[s];
        lives[step.in.index()].use(s + 1);
        lives[step.out.index()].use(s + 1);
        if (step.second) lives[step.second->index()].use(s + 1);
    }
    return lives;
}

bool hasMemory(const Plan& plan, std::size_t buffer) {
    return buffer != plan.output.index() && !(buffer == 0 && plan.readsInPlace);
}

}  // namespace

void place(Plan& plan) {
    const std::vector<Life> lives = livesOf(plan);
    std::vector<std::size_t> order(plan.buffers.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
        return plan.buffers[a].size() > plan.buffers[b].size();
    });
    std::vector<std::size_t> placed;  // by their offsets
    for (const std::size_t b : order) {
        if (!hasMemory(plan, b)) continue;
        Buffer& buffer = plan.buffers[b];
        buffer.offset = 0;
        for (const std::size_t other : placed) {
            const Buffer& taken = plan.buffers[other];
            if (!lives[b].overlaps(lives[other])) continue;
            if (buffer.offset + buffer.size() <= taken.offset) break;
            buffer.offset = std::max(buffer.offset, taken.offset + taken.size());
        }
        plan.scratch = std::max(plan.scratch, buffer.offset + buffer.size());
        if (plan.scratch > mostScratch) {
            throw Error("c", Text::of("the network needs {} values of scratch memory", plan.scratch),
                        Text::of("Export it as ONNX, whose runtimes are made for networks of this size."));
        }
        const auto behind = std::find_if(placed.begin(), placed.end(), [&](std::size_t other) {
            return plan.buffers[other].offset > buffer.offset;
        });
        placed.insert(behind, b);
    }
}

}  // namespace prunescope::csource
