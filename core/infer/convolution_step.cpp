#include "infer/convolution_step.h"

#include <limits>

namespace prunescope::infer {
namespace {

/// Sites that all channels are made for in turn, while the rows that they read stay near: the dense form
/// reads each value for many channels at once, the sparse one wants all of them in the first-level cache.
constexpr Index denseSitesInCache = 24;
constexpr Index sparseSitesInCache = 8;

/// Distance from a site's source to what weight (c,i,j) reads, c of the first group.
std::int32_t offsetOf(const kernels::ConvolutionGeometry& g, const Layout& in, bool arranged, Index c,
                      Index i, Index j) {
    if (arranged) {
        const Index row = i * g.dilation.rows;
        const Index phases = g.stride.rows;
        const Index plane = (c * phases + row % phases) * g.kernelWidth + j;
        return static_cast<std::int32_t>(plane * in.planeStride() + row / phases * in.pitch * in.lanes);
    }
    const Index row = i * g.dilation.rows - g.padding.rows;
    const Index column = j * g.dilation.columns - g.padding.columns;
    return static_cast<std::int32_t>(c * in.planeStride() + (row * in.pitch + column) * in.lanes);
}

}  // namespace

ConvolutionStep::ConvolutionStep(const nn::GraphNode& node, nn::TensorIndex source, const Layout& in,
                                 const Layout& out, const Layout* addend)
    : in_(source),
      out_(node.out),
      addend_(node.addend),
      addendChannels_(node.addendChannels),
      relu_(node.relu),
      ceiling_(node.ceiling),
      outputs_(out.shape.channels),
      outStride_(out.planeStride()),
      addendStride_(addend == nullptr ? 0 : addend->planeStride()) {
    const auto& convolution = std::get<nn::GraphConvolution>(node.operation);
    const bool arranged = source != node.in;
    const kernels::ConvolutionGeometry& g = convolution.geometry;
    stride_ = arranged ? kernels::RowsAndColumns(1) : g.stride;
    groupOutputs_ = g.groupOutputs();
    groupStride_ = g.groupInputs() * (arranged ? g.stride.rows * g.kernelWidth : 1) * in.planeStride();
    bias_ = convolution.bias;
    placeSites(in, out, addend);
    pack(convolution, in, arranged);
}

/// `part`: which vector of the pixel, or of the row's pixels from `x` on.
void ConvolutionStep::addVector(const Layout& in, const Layout& out, const Layout* addend, Index y, Index x,
                                Index part) {
    const auto place = [&](const Layout& layout, const kernels::RowsAndColumns& step) {
        return static_cast<std::int32_t>(layout.at(y * step.rows, x * step.columns) + part * vecWidth);
    };
    sites_.push_back({.source = place(in, stride_),
                      .destination = place(out, 1),
                      .addend = addend == nullptr ? 0 : place(*addend, 1)});
}

void ConvolutionStep::placeSites(const Layout& in, const Layout& out, const Layout* addend) {
    const Shape& shape = out.shape;
    if (runsOverPixels(out.lanes)) {
        // Nothing stands between the rows. What the last vector writes behind the plane, nobody reads.
        const Index values = shape.pixels() * out.lanes;
        for (Index part = 0; part * vecWidth < values; ++part) addVector(in, out, addend, 0, 0, part);
        return;
    }
    for (Index y = 0; y < shape.height; ++y)
        for (Index x = 0; x < shape.width; ++x)
            for (Index part = 0; part < out.lanes / vecWidth; ++part) addVector(in, out, addend, y, x, part);
}

/// Calls `body(first output, count, distance to what their group reads)` for all blocks of outputs.
template <class Body>
void ConvolutionStep::forEachBlock(const Body& body) const {
    for (Index group = 0; group * groupOutputs_ < outputs_; ++group)
        kernels::inGroups(groupOutputs_, kernels::denseOutputs, [&](Index first, int count) {
            body(group * groupOutputs_ + first, count, group * groupStride_);
        });
}

void ConvolutionStep::pack(const nn::GraphConvolution& convolution, const Layout& in, bool arranged) {
    const kernels::ConvolutionGeometry& g = convolution.geometry;
    for (Index c = 0; c < g.groupInputs(); ++c)
        for (Index i = 0; i < g.kernelHeight; ++i)
            for (Index j = 0; j < g.kernelWidth; ++j) offsets_.push_back(offsetOf(g, in, arranged, c, i, j));
    const std::size_t entries = offsets_.size();
    const float* weight = convolution.weight.data();
    forEachBlock([&](Index first, int count, Index) {
        for (std::size_t e = 0; e < entries; ++e)
            for (Index o = first; o < first + count; ++o)
                dense_.push_back(weight[static_cast<std::size_t>(o) * entries + e]);
    });
    for (std::size_t o = 0; o < static_cast<std::size_t>(outputs_); ++o) {
        kept_.first.push_back(kept_.entries.size());
        for (std::size_t e = 0; e < entries; ++e) {
            const float w = weight[o * entries + e];
            const Index group = static_cast<Index>(o) / groupOutputs_ * groupStride_;
            if (w != 0.0F) kept_.entries.push_back({offsets_[e] + static_cast<std::int32_t>(group), w});
        }
    }
    kept_.first.push_back(kept_.entries.size());
}

const float* ConvolutionStep::addendPlane(Index channel, const TensorPointers& tensors) const {
    if (!addend_) return nullptr;
    const Index from = addendChannels_[static_cast<std::size_t>(channel)];
    return from == nn::noChannel ? nullptr : tensors[addend_->index()] + from * addendStride_;
}

void ConvolutionStep::runDenseChannels(Index firstSite, Index sites, const float* source,
                                       const kernels::Finish& finish, const TensorPointers& tensors) const {
    forEachBlock([&](Index first, int count, Index groupStart) {
        std::array<const float*, kernels::denseOutputs> addends{};
        for (int o = 0; o < count; ++o)
            addends[static_cast<std::size_t>(o)] = addendPlane(first + o, tensors);
        const kernels::DenseBlock block{
            .offsets = offsets_,
            .weight = dense_.data() + static_cast<std::size_t>(first) * offsets_.size(),
            .bias = bias_.data() + first,
            .firstChannel = first,
            .addends = addends.data()};
        kernels::withCount<kernels::denseOutputs>(count, [&]<int outputs>() {
            kernels::inGroups(sites, kernels::denseSites, [&](Index site, int together) {
                kernels::withCount<kernels::denseSites>(together, [&]<int group>() {
                    kernels::runDense<outputs, group>(block, sites_.data() + firstSite + site,
                                                      source + groupStart, finish);
                });
            });
        });
    });
}

void ConvolutionStep::runSparseChannels(Index firstSite, Index sites, const float* source,
                                        const kernels::Finish& finish, const TensorPointers& tensors) const {
    for (Index o = 0; o < outputs_; ++o) {
        const auto k = static_cast<std::size_t>(o);
        const kernels::SparseChannel channel{
            .entries = {kept_.entries.data() + kept_.first[k], kept_.first[k + 1] - kept_.first[k]},
            .bias = bias_[k],
            .channel = o,
            .addend = addendPlane(o, tensors)};
        kernels::inGroups(sites, kernels::sparseSites, [&](Index site, int together) {
            kernels::withCount<kernels::sparseSites>(together, [&]<int group>() {
                const kernels::Site* first = sites_.data() + firstSite + site;
                if (kernels::areSideBySide(first, group)) {
                    kernels::runSparse<group, true>(channel, first, source, finish);
                } else {
                    kernels::runSparse<group, false>(channel, first, source, finish);
                }
            });
        });
    }
}

void ConvolutionStep::run(const TensorPointers& tensors) const {
    const kernels::Finish finish{
        .out = tensors[out_.index()], .outStride = outStride_, .relu = relu_, .ceiling = ceiling_};
    const float* source = tensors[in_.index()];
    const auto all = static_cast<Index>(sites_.size());
    const Index inCache = sparse_ ? sparseSitesInCache : denseSitesInCache;
    for (Index first = 0; first < all; first += inCache) {
        const Index sites = std::min(inCache, all - first);
        if (sparse_) {
            runSparseChannels(first, sites, source, finish, tensors);
        } else {
            runDenseChannels(first, sites, source, finish, tensors);
        }
    }
}

double ConvolutionStep::secondsOf(const TensorPointers& tensors, int trials) const {
    double fastest = std::numeric_limits<double>::infinity();
    for (int k = 0; k < trials; ++k) {
        const auto begin = std::chrono::steady_clock::now();
        run(tensors);
        const std::chrono::duration<double> took = std::chrono::steady_clock::now() - begin;
        fastest = std::min(fastest, took.count());
    }
    return fastest;
}

void ConvolutionStep::chooseForm(const TensorPointers& tensors, int trials) {
    if (kept_.entries.size() < dense_.size()) {
        const double dense = secondsOf(tensors, trials);
        sparse_ = true;
        sparse_ = secondsOf(tensors, trials) < dense;
    }
    // The other form would only take memory.
    if (sparse_) {
        dense_ = {};
    } else {
        kept_ = {};
    }
}

}  // namespace prunescope::infer
