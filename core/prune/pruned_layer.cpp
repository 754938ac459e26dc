#include "prune/pruned_layer.h"

#include "nn/arrays.h"
#include "parallel/block_list.h"

#include <algorithm>
#include <array>
#include <cstring>

namespace prunescope::prune {
namespace {

/// One indexed access costs about as much as eight sequential ones.
constexpr std::int64_t listedShare = 8;

struct Counts {
    std::int64_t cut = 0;
    std::int64_t revived = 0;
};

void noteChange(PrunedLayer& layer, std::int64_t weight, StepIndex step, Counts& counts) {
    const auto i = static_cast<std::size_t>(weight);
    if (layer.mask[i] == layer.previousMask[i]) return;
    ++(layer.mask[i] != 0 ? counts.revived : counts.cut);
    ++layer.changes[i];
    layer.lastChange[i] = static_cast<std::int32_t>(step.value);
}

Counts noteBlock(PrunedLayer& layer, std::int64_t begin, std::int64_t end, StepIndex step) {
    constexpr std::int64_t block = 64;  // most blocks have no change
    const std::uint8_t* mask = layer.mask.data();
    Counts counts;
    for (std::int64_t at = begin; at < end; at += block) {
        const std::int64_t next = std::min(at + block, end);
        if (std::memcmp(mask + at, layer.previousMask.data() + at, static_cast<std::size_t>(next - at)) == 0)
            continue;
        for (std::int64_t i = at; i < next; ++i) noteChange(layer, i, step, counts);
    }
    return counts;
}

std::int64_t keptOf(const PrunedLayer& layer, std::int64_t begin, std::int64_t end) {
    const std::uint8_t* mask = layer.mask.data();
    std::int32_t kept = 0;
    for (std::int64_t i = begin; i < end; ++i) kept += mask[i];
    return kept;
}

/// Writes the index of every 1 in [begin, end). Branch-free, since the outcome is unpredictable.
void listBlock(const std::uint8_t* mask, std::int64_t begin, std::int64_t end, std::int32_t* list) {
    std::array<std::int32_t, parallel::BlockList::grain> found;
    std::size_t count = 0;
    for (std::int64_t i = begin; i < end; ++i) {
        found[count] = static_cast<std::int32_t>(i);
        count += mask[i];
    }
    std::copy_n(found.begin(), count, list);
}

void listKept(std::span<PrunedLayer> layers, const parallel::BlockList& blocks,
              const std::vector<std::int64_t>& kept) {
    for (PrunedLayer& layer : layers) {
        const bool worth = listedShare * layer.kept <= layer.size();
        layer.keptList.resize(worth ? static_cast<std::size_t>(layer.kept) : 0);
    }
    std::vector<std::int64_t> first(blocks.size(), 0);
    for (const parallel::BlockList::Block& block : blocks) {
        if (block.part > 0) first[block.number] = first[block.number - 1] + kept[block.number - 1];
    }
    blocks.forEach([&](const parallel::BlockList::Block& block) {
        PrunedLayer& layer = layers[block.array];
        if (layer.keptList.empty()) return;
        listBlock(layer.mask.data(), block.begin, block.end, layer.keptList.data() + first[block.number]);
    });
}

parallel::BlockList blocksOf(std::span<const PrunedLayer> layers) {
    parallel::BlockList blocks;
    for (const PrunedLayer& layer : layers) blocks.add(layer.size());
    return blocks;
}

void countKept(std::span<PrunedLayer> layers, const parallel::BlockList& blocks) {
    std::vector<std::int64_t> kept(blocks.size());
    blocks.forEach([&](const parallel::BlockList::Block& block) {
        kept[block.number] = keptOf(layers[block.array], block.begin, block.end);
    });
    for (PrunedLayer& layer : layers) layer.kept = 0;
    for (const parallel::BlockList::Block& block : blocks) layers[block.array].kept += kept[block.number];
    listKept(layers, blocks, kept);
}

}  // namespace

PrunedLayer::PrunedLayer(FloatParameter* p)
    : parameter(p),
      mask(static_cast<std::size_t>(p->size()), 1),
      previousMask(mask),
      effective(mask.size()),
      changes(mask.size(), 0),
      lastChange(mask.size(), 0),
      kept(p->size()),
      parts(parallel::BlockList::partsOf(p->size())) {}

void PrunedLayer::visit(StateVisitor& visitor) {
    visitor.flags("mask", std::span(mask));
    if (!visitor.withPast()) {
        if (visitor.restores()) previousMask = mask;
        return;
    }
    visitor.flags("previous_mask", std::span(previousMask));
    visitor.array("changes", std::span(changes));
    visitor.array("last_change", std::span(lastChange));
    visitor.number("cut", cut, 0, size());
    visitor.number("revived", revived, 0, size());
}

void followMasks(std::span<PrunedLayer> layers) {
    const parallel::BlockList blocks = blocksOf(layers);
    countKept(layers, blocks);
    for (PrunedLayer& layer : layers) {
        layer.effectiveIsZeroed = false;
        layer.parameter->setMask(layer.mask.data(), layer.kept);
    }
}

void noteMaskChanges(std::span<PrunedLayer> layers, StepIndex step) {
    const parallel::BlockList blocks = blocksOf(layers);
    std::vector<Counts> counts(blocks.size());
    blocks.forEach([&](const parallel::BlockList::Block& block) {
        counts[block.number] = noteBlock(layers[block.array], block.begin, block.end, step);
    });
    for (const parallel::BlockList::Block& block : blocks) {
        layers[block.array].cut += counts[block.number].cut;
        layers[block.array].revived += counts[block.number].revived;
    }
    countKept(layers, blocks);
    for (PrunedLayer& layer : layers) {
        if (layer.cut + layer.revived == 0) continue;
        layer.effectiveIsZeroed = false;
        layer.parameter->setMask(layer.mask.data(), layer.kept);
    }
}

void zeroPrunedValues(std::span<PrunedLayer> layers) {
    parallel::BlockList blocks;
    for (const PrunedLayer& layer : layers) blocks.add(layer.keepsAll() ? 0 : layer.size());
    blocks.forEach([&](const parallel::BlockList::Block& block) {
        const PrunedLayer& layer = layers[block.array];
        nn::clearWhereNot<float>({layer.mask.data() + block.begin, block.size()},
                                 {layer.parameter->value() + block.begin, block.size()});
    });
}

}  // namespace prunescope::prune
