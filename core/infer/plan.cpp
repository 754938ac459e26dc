#include "infer/plan.h"

#include "infer/arrange_step.h"
#include "infer/dot_step.h"
#include "infer/plane_steps.h"
#include "kernels/unrolled.h"

#include <algorithm>

namespace prunescope::infer {
namespace {

/// Values before the first tensor and behind the last that a vector may touch. They are of no account.
constexpr Index mostReadOutside = 4 * kernels::laneUnit;

/// Brings rows of `width` values that lie `apart` side by side: to[x lanes + r] = rows[r apart + x].
void interleave(const float* rows, Index count, Index apart, Index width, float* to, Index lanes) {
    constexpr int together = 8;  // one store for as many values
    Index r = 0;
    for (; r + together <= count; r += together) {
        const float* from = rows + r * apart;
        for (Index x = 0; x < width; ++x)
            kernels::unrolled<together>([&]<int k>() { to[x * lanes + r + k] = from[k * apart + x]; });
    }
    for (; r < count; ++r)
        for (Index x = 0; x < width; ++x) to[x * lanes + r] = rows[r * apart + x];
}

}  // namespace

Plan::Plan(const nn::InferenceGraph& graph, Index lanes, int trials)
    : lanes_(lanes), layouts_(layoutsOf(graph, lanes)), output_(graph.output()) {
    for (const nn::GraphNode& node : graph.nodes()) addStep(node);
    placeTensors();
    chooseForms(trials);
}

void Plan::addStep(const nn::GraphNode& node) {
    if (std::holds_alternative<nn::GraphConvolution>(node.operation)) return addConvolution(node);
    const Layout& in = layouts_[node.in.index()];
    const Layout& out = layouts_[node.out.index()];
    std::unique_ptr<Step> step;
    if (std::holds_alternative<nn::GraphPool>(node.operation)) {
        step = std::make_unique<PoolStep>(node, in, out);
    } else if (std::holds_alternative<nn::GraphActivation>(node.operation)) {
        step = std::make_unique<ActivationStep>(node, in, out);
    } else if (const auto* product = std::get_if<nn::GraphProduct>(&node.operation)) {
        step = std::make_unique<ProductStep>(node, in, layouts_[product->factor.index()], out);
    } else {
        step = std::make_unique<AffineStep>(node, in, out,
                                            node.addend ? &layouts_[node.addend->index()] : nullptr);
    }
    steps_.push_back({std::move(step), node.out, nn::readsOf(node)});
}

nn::TensorIndex Plan::addArranged(nn::TensorIndex in, const kernels::ConvolutionGeometry& geometry) {
    const nn::TensorIndex arranged{static_cast<std::int32_t>(layouts_.size())};
    layouts_.push_back(ArrangeStep::layoutFor(geometry));
    steps_.push_back({std::make_unique<ArrangeStep>(in, arranged, geometry), arranged, {in}});
    return arranged;
}

void Plan::addConvolution(const nn::GraphNode& node) {
    const kernels::ConvolutionGeometry& g = std::get<nn::GraphConvolution>(node.operation).geometry;
    std::vector<nn::TensorIndex> reads = nn::readsOf(node);
    const auto addend = [&] { return node.addend ? &layouts_[node.addend->index()] : nullptr; };
    if (lanes_ == 1 && g.groups == 1 && g.coversPlane()) {
        steps_.push_back(
            {std::make_unique<DotStep>(node, layouts_[node.in.index()], layouts_[node.out.index()], addend()),
             node.out, std::move(reads)});
        return;
    }
    if (runsOverPixels(lanes_) && ArrangeStep::needed(g)) reads.front() = addArranged(node.in, g);
    auto step = std::make_unique<ConvolutionStep>(node, reads.front(), layouts_[reads.front().index()],
                                                  layouts_[node.out.index()], addend());
    convolutions_.push_back(step.get());
    steps_.push_back({std::move(step), node.out, std::move(reads)});
}

/// Tensors whose layout is the same take turns in the same memory: the zeros between their rows, which are
/// written once, fit all of them.
void Plan::placeTensors() {
    struct Slot {
        Layout layout;
        Index offset;
        std::size_t freeFrom;  ///< first step that may write here
    };
    std::vector<Slot> slots;
    std::vector<std::size_t> lastRead(layouts_.size(), 0);
    for (std::size_t s = 0; s < steps_.size(); ++s)
        for (const nn::TensorIndex tensor : steps_[s].in) lastRead[tensor.index()] = s;
    lastRead[output_.index()] = steps_.size();
    offsets_.assign(layouts_.size(), 0);
    const auto place = [&](nn::TensorIndex tensor, std::size_t step) {
        const Layout& layout = layouts_[tensor.index()];
        auto slot = std::find_if(slots.begin(), slots.end(),
                                 [&](const Slot& s) { return s.layout == layout && s.freeFrom <= step; });
        if (slot == slots.end()) {
            slot = slots.insert(slot, {layout, elements_, 0});
            elements_ += layout.elements();
        }
        slot->freeFrom = lastRead[tensor.index()] + 1;
        offsets_[tensor.index()] = slot->offset;
    };
    place(nn::InferenceGraph::input(), 0);
    for (std::size_t s = 0; s < steps_.size(); ++s) place(steps_[s].out, s);
}

void Plan::chooseForms(int trials) {
    const Workspace workspace(*this);
    for (ConvolutionStep* step : convolutions_) step->chooseForm(workspace.tensors, trials);
}

Plan::Workspace::Workspace(const Plan& plan)
    : memory(static_cast<std::size_t>(plan.elements_ + 2 * mostReadOutside)) {
    for (const Index offset : plan.offsets_) tensors.push_back(memory.data() + mostReadOutside + offset);
}

void Plan::readImages(std::span<const float> images, float* tensor) const {
    const Layout& layout = layouts_.front();
    const Shape& shape = layout.shape;
    const auto count = static_cast<Index>(images.size()) / shape.size();
    for (Index c = 0; c < shape.channels; ++c) {
        for (Index y = 0; y < shape.height; ++y) {
            const float* rows = images.data() + (c * shape.height + y) * shape.width;
            float* to = tensor + c * layout.planeStride() + layout.at(y, 0);
            interleave(rows, count, shape.size(), shape.width, to, lanes_);
        }
    }
}

void Plan::readImages(const kernels::Tensor<float>& images, Index first, Index count, float* tensor) const {
    const Layout& layout = layouts_.front();
    const Shape& shape = layout.shape;
    const Index tile = first / images.lanes();
    for (Index c = 0; c < shape.channels; ++c) {
        const float* plane = images.channel(tile, c) + first % images.lanes();
        for (Index y = 0; y < shape.height; ++y) {
            const float* from = plane + y * images.rowStride();
            float* row = tensor + c * layout.planeStride() + layout.at(y, 0);
            for (Index x = 0; x < shape.width; ++x)
                std::copy_n(from + x * images.lanes(), count, row + x * lanes_);
        }
    }
}

void Plan::writeResults(const float* tensor, std::span<float> results) const {
    const Layout& layout = layouts_[output_.index()];
    const Shape& shape = layout.shape;
    const auto count = static_cast<Index>(results.size()) / shape.size();
    float* to = results.data();
    for (Index l = 0; l < count; ++l)
        for (Index c = 0; c < shape.channels; ++c)
            for (Index y = 0; y < shape.height; ++y)
                for (Index x = 0; x < shape.width; ++x)
                    *to++ = tensor[c * layout.planeStride() + layout.at(y, x) + l];
}

void Plan::writeResults(const float* tensor, Index first, Index count,
                        kernels::Tensor<float>& results) const {
    const Layout& layout = layouts_[output_.index()];
    const Index tile = first / results.lanes();
    for (Index c = 0; c < layout.shape.channels; ++c)
        std::copy_n(tensor + c * layout.planeStride() + layout.at(0, 0), count,
                    results.channel(tile, c) + first % results.lanes());
}

void Plan::runSteps(Workspace& workspace) const {
    for (const Placed& placed : steps_) placed.step->run(workspace.tensors);
}

void Plan::run(std::span<const float> images, std::span<float> results, Workspace& workspace) const {
    readImages(images, workspace.tensors.front());
    runSteps(workspace);
    writeResults(workspace.tensors[output_.index()], results);
}

void Plan::run(const kernels::Tensor<float>& images, Index first, Index count,
               kernels::Tensor<float>& results, Workspace& workspace) const {
    readImages(images, first, count, workspace.tensors.front());
    runSteps(workspace);
    writeResults(workspace.tensors[output_.index()], first, count, results);
}

Index Plan::sparseSteps() const {
    return std::count_if(steps_.begin(), steps_.end(), [](const Placed& p) { return p.step->sparse(); });
}

}  // namespace prunescope::infer
