#include "kernels/weight_gradient_inputs.h"

#include "kernels/partition.h"

namespace prunescope::kernels::weight_gradient {
namespace {

/// Fewer channels than this leave too few sums for one column of the kernel at a time.
constexpr Index enoughChannels = 3;

std::vector<InputBlock> oneColumnBlocks(const ConvolutionGeometry& g) {
    std::vector<InputBlock> blocks;
    const Partition channels(g.groupInputs(), mostInputs);
    for (Index group = 0; group < channels.count; ++group) {
        for (Index column = 0; column < g.kernelWidth; ++column) {
            InputBlock& block = blocks.emplace_back();
            block = {.size = static_cast<int>(channels.size(group)), .oneColumn = true, .inputs = {}};
            for (int m = 0; m < block.size; ++m) block.inputs[m] = {channels.begin(group) + m, column};
        }
    }
    return blocks;
}

std::vector<InputBlock> mixedBlocks(const ConvolutionGeometry& g) {
    std::vector<InputBlock> blocks;
    const Partition inputs(g.groupInputs() * g.kernelWidth, mostInputs);
    for (Index b = 0; b < inputs.count; ++b) {
        InputBlock& block = blocks.emplace_back();
        block = {.size = static_cast<int>(inputs.size(b)), .oneColumn = false, .inputs = {}};
        for (int m = 0; m < block.size; ++m)
            block.inputs[m] = {(inputs.begin(b) + m) / g.kernelWidth, (inputs.begin(b) + m) % g.kernelWidth};
    }
    return blocks;
}

}  // namespace

std::vector<InputBlock> inputBlocksOf(const ConvolutionGeometry& geometry) {
    return geometry.groupInputs() >= enoughChannels ? oneColumnBlocks(geometry) : mixedBlocks(geometry);
}

}  // namespace prunescope::kernels::weight_gradient
