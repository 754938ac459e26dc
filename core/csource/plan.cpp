#include "csource/plan.h"

#include "base/error.h"
#include "csource/placement.h"

#include <algorithm>
#include <numeric>

namespace prunescope::csource {
namespace {

using kernels::ConvolutionGeometry;

Index dividedUp(Index value, Index by) {
    return (value + by - 1) / by;
}

/// How many rows and columns apart, counted from 0, a kernel reads within one stride.
kernels::RowsAndColumns phasesOf(const ConvolutionGeometry& g) {
    return {std::min(g.stride.rows, g.reach().rows), std::min(g.stride.columns, g.reach().columns)};
}

class Planning {
public:
    explicit Planning(const nn::InferenceGraph& graph) : graph_(graph) {
        for (const Shape& shape : graph.tensors()) add(shape);
    }

    Plan result() {
        for (const nn::GraphNode& node : graph_.nodes()) growBorder(node);
        for (const nn::GraphNode& node : graph_.nodes()) addNode(node);
        setPitches();
        packDots();
        for (PlanStep& step : plan_.steps) addOffsets(step);
        plan_.output = BufferIndex{graph_.output().value};
        packOutput();
        plan_.readsInPlace = readsInPlace();
        place(plan_);
        return std::move(plan_);
    }

private:
    BufferIndex add(const Shape& shape) {
        const BufferIndex added{static_cast<std::int32_t>(plan_.buffers.size())};
        plan_.buffers.push_back({.shape = shape});
        alike_.push_back(added.index());
        return added;
    }

    Buffer& at(BufferIndex buffer) { return plan_.buffers[buffer.index()]; }

    /// What stands for all buffers that have the pitch of this one.
    std::size_t root(std::size_t buffer) const {
        while (alike_[buffer] != buffer) buffer = alike_[buffer];
        return buffer;
    }
    void samePitch(BufferIndex a, BufferIndex b) { alike_[root(a.index())] = root(b.index()); }

    void growBorder(const nn::GraphNode& node) {
        const auto* convolution = std::get_if<nn::GraphConvolution>(&node.operation);
        if (convolution == nullptr || convolution->geometry.stride != 1) return;
        Index& padding = plan_.buffers[node.in.index()].padding;
        const kernels::RowsAndColumns& wanted = convolution->geometry.padding;
        padding = std::max({padding, wanted.rows, wanted.columns});
    }

    void addNode(const nn::GraphNode& node) {
        PlanStep step{.work = Pixelwise{},
                      .node = &node,
                      .in = BufferIndex{node.in.value},
                      .out = BufferIndex{node.out.value}};
        if (node.addend) step.second = BufferIndex{node.addend->value};
        if (const auto* product = std::get_if<nn::GraphProduct>(&node.operation))
            step.second = BufferIndex{product->factor.value};
        if (const auto* convolution = std::get_if<nn::GraphConvolution>(&node.operation)) {
            const ConvolutionGeometry& g = convolution->geometry;
            if (g.groups == 1 && g.coversPlane()) {
                step.work = Dot{};
            } else {
                if (g.stride != 1) step.in = addSplit(node, g);
                samePitch(step.in, step.out);
                if (step.second) samePitch(*step.second, step.out);
                step.work = SiteConvolution{};
            }
        }
        plan_.steps.push_back(std::move(step));
    }

    BufferIndex addSplit(const nn::GraphNode& node, const ConvolutionGeometry& g) {
        const PhaseSplit split{.stride = g.stride, .padding = g.padding, .phases = phasesOf(g)};
        const BufferIndex parts = add({g.input.channels * split.phases.rows * split.phases.columns,
                                       dividedUp(g.input.height + 2 * g.padding.rows, g.stride.rows),
                                       dividedUp(g.input.width + 2 * g.padding.columns, g.stride.columns)});
        plan_.steps.push_back({.work = split, .node = &node, .in = BufferIndex{node.in.value}, .out = parts});
        return parts;
    }

    void setPitches() {
        std::vector<Index> widest(plan_.buffers.size(), 0);
        for (std::size_t b = 0; b < plan_.buffers.size(); ++b) {
            const Buffer& buffer = plan_.buffers[b];
            Index& pitch = widest[root(b)];
            pitch = std::max(pitch, buffer.shape.width + buffer.padding);
        }
        for (std::size_t b = 0; b < plan_.buffers.size(); ++b) plan_.buffers[b].pitch = widest[root(b)];
    }

    /// The same values without gaps, in a buffer that `copy` fills.
    BufferIndex withoutGaps(BufferIndex buffer, const nn::GraphNode* node, std::vector<PlanStep>& steps) {
        const BufferIndex packed = add(at(buffer).shape);
        at(packed).pitch = at(packed).shape.width;
        steps.push_back({.work = PhaseSplit{}, .node = node, .in = buffer, .out = packed});
        return packed;
    }

    void packDots() {
        std::vector<PlanStep> steps;
        for (PlanStep& step : plan_.steps) {
            if (std::holds_alternative<Dot>(step.work) && !at(step.in).contiguous())
                step.in = withoutGaps(step.in, step.node, steps);
            steps.push_back(std::move(step));
        }
        plan_.steps = std::move(steps);
    }

    void packOutput() {
        if (at(plan_.output).contiguous()) return;
        plan_.output = withoutGaps(plan_.output, nullptr, plan_.steps);
    }

    void addOffsets(PlanStep& step) {
        auto* along = std::get_if<SiteConvolution>(&step.work);
        if (along == nullptr) return;
        const ConvolutionGeometry& g = std::get<nn::GraphConvolution>(step.node->operation).geometry;
        const Buffer& in = at(step.in);
        const kernels::RowsAndColumns phases = phasesOf(g);
        // A source that has been split begins with its border; another has one that may be wider.
        const Index corner = g.stride == 1 ? in.origin() - g.padding.rows * in.pitch - g.padding.columns : 0;
        for (Index c = 0; c < g.input.channels; ++c) {
            for (Index i = 0; i < g.kernelHeight; ++i) {
                for (Index j = 0; j < g.kernelWidth; ++j) {
                    const Index row = i * g.dilation.rows;
                    const Index column = j * g.dilation.columns;
                    const Index plane =
                        (c * phases.rows + row % g.stride.rows) * phases.columns + column % g.stride.columns;
                    along->offsets.push_back(corner + plane * in.plane() + row / g.stride.rows * in.pitch +
                                             column / g.stride.columns);
                }
            }
        }
    }

    /// Steps along sites read a little beyond what they need, which is no memory of the caller's.
    bool readsInPlace() {
        constexpr BufferIndex input{0};
        const auto readsNoMore = [&](const PlanStep& step) {
            return step.in != input || !std::holds_alternative<SiteConvolution>(step.work);
        };
        return at(input).contiguous() && std::all_of(plan_.steps.begin(), plan_.steps.end(), readsNoMore);
    }

    const nn::InferenceGraph& graph_;
    Plan plan_;
    std::vector<std::size_t> alike_;  ///< by buffer: another that has the same pitch, or itself
};

}  // namespace

Plan planOf(const nn::InferenceGraph& graph) {
    return Planning(graph).result();
}

}  // namespace prunescope::csource
