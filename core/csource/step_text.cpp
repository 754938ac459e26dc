#include "csource/step_text.h"

#include "csource/c_text.h"
#include "csource/packed_rows.h"

#include <fmt/format.h>

#include <algorithm>
#include <cassert>
#include <cmath>
#include <string_view>

namespace prunescope::csource {
namespace {

constexpr Index outputsTogether = 4;  // of the dense kernel of convolutions

/// The share of the weights up to which they are kept as words. A dense table is exact and needs no places;
/// the dense product of a matrix is done in vectors, that of its kept weights is not.
constexpr double sparseConvolutionUpTo = 0.7;
constexpr double sparseDotUpTo = 0.5;

const char* functionOf(Kernel kernel) {
    switch (kernel) {
        case Kernel::sparseConvolution:
            return "sparse_convolution";
        case Kernel::denseConvolution:
            return "dense_convolution";
        case Kernel::sparseDot:
            return "sparse_dot";
        case Kernel::denseDot:
            return "dense_dot";
        case Kernel::pool:
            return "pool";
        case Kernel::paddedPool:
            return "padded_pool";
        case Kernel::affine:
            return "affine";
        case Kernel::clip:
            return "clip";
        case Kernel::leakyRelu:
            return "leaky_relu";
        case Kernel::sigmoid:
            return "sigmoid";
        case Kernel::tanh:
            return "hyperbolic_tangent";
        case Kernel::hardSigmoid:
            return "hard_sigmoid";
        case Kernel::hardSwish:
            return "hard_swish";
        case Kernel::product:
            return "product";
        case Kernel::split:
            return "split";
        case Kernel::copyImage:
            return "copy_image";
        case Kernel::clearBorder:
            return "clear_border";
    }
    return "";
}

/// (O, taps) as groups of outputs side by side: (group, tap, output of the group), with zeros for outputs
/// that are not there.
std::vector<float> interleaved(const std::vector<float>& weight, Index outputs, Index taps) {
    std::vector<float> together;
    for (Index o = 0; o < outputs; o += outputsTogether) {
        for (Index t = 0; t < taps; ++t) {
            for (Index q = o; q < o + outputsTogether; ++q)
                together.push_back(q < outputs ? weight[static_cast<std::size_t>(q * taps + t)] : 0.0F);
        }
    }
    return together;
}

}  // namespace

std::string StepText::named(const char* table) const {
    return fmt::format("{}_{}", table, number_);
}

std::string StepText::pointer(BufferIndex buffer, bool corner) const {
    if (buffer == plan_.output) return "output";
    const Buffer& b = plan_.at(buffer);
    if (buffer == BufferIndex{0} && plan_.readsInPlace) return "input";
    return fmt::format("scratch + {}", b.offset + (corner ? 0 : b.origin()));
}

void StepText::write() {
    writeImage();
    for (const PlanStep& step : plan_.steps) {
        ++number_;
        if (plan_.at(step.out).shape.channels == 0) continue;
        writeStep(step);
        clearBorder(step.out);
    }
}

void StepText::writeImage() {
    if (plan_.readsInPlace) return;
    constexpr BufferIndex image{0};
    const Buffer& b = plan_.at(image);
    kernels_.insert(Kernel::copyImage);
    calls_ += fmt::format("    copy_image(input, {}, {}, {}, {}, {}, {});\n", b.shape.channels,
                          b.shape.height, b.shape.width, b.plane(), b.pitch, pointer(image));
    clearBorder(image);
}

void StepText::clearBorder(BufferIndex buffer) {
    const Buffer& b = plan_.at(buffer);
    if (b.padding == 0) return;
    kernels_.insert(Kernel::clearBorder);
    calls_ += fmt::format("    clear_border({}, {}, {}, {}, {}, {}, {});\n", pointer(buffer, true),
                          b.shape.channels, b.shape.height, b.shape.width, b.padding, b.plane(), b.pitch);
}

void StepText::writeStep(const PlanStep& step) {
    if (const auto* split = std::get_if<PhaseSplit>(&step.work)) return writeSplit(step, *split);
    const auto& operation = step.node->operation;
    if (const auto* convolution = std::get_if<nn::GraphConvolution>(&operation)) {
        if (std::holds_alternative<Dot>(step.work)) return writeDot(step, *convolution);
        return writeConvolution(step, *convolution);
    }
    if (const auto* pool = std::get_if<nn::GraphPool>(&operation)) return writePool(step, *pool);
    if (const auto* activation = std::get_if<nn::GraphActivation>(&operation))
        return writeActivation(step, *activation);
    if (const auto* product = std::get_if<nn::GraphProduct>(&operation)) return writeProduct(step, *product);
    writeAffine(step, std::get<nn::GraphAffine>(operation));
}

void StepText::writeCall(Kernel kernel, const char* type, const PlanStep& step, const std::string& members,
                         const std::string& what) {
    kernels_.insert(kernel);
    sizes_ += fmt::format("static const struct {} step_{} = {{{}}};\n", type, number_, members);
    const bool along = kernel == Kernel::sparseConvolution || kernel == Kernel::denseConvolution;
    // Every function that may add takes a pointer, which is null where nothing is added.
    const bool second = along || kernel == Kernel::sparseDot || kernel == Kernel::denseDot ||
                        kernel == Kernel::affine || kernel == Kernel::product;
    const std::string other =
        !second ? std::string() : ", " + (step.second ? pointer(*step.second) : std::string("0"));
    calls_ += fmt::format("    /* {} */\n    {}(&step_{}, {}, {}{});\n", what, functionOf(kernel), number_,
                          pointer(step.in, along), pointer(step.out), other);
}

std::string StepText::planesMembers(const PlanStep& step) const {
    const Buffer& in = plan_.at(step.in);
    const Buffer& out = plan_.at(step.out);
    return fmt::format(
        ".outputs = {}, .height = {}, .width = {}, .in_plane = {}, .in_pitch = {}, .out_plane = {}, "
        ".out_pitch = {}",
        out.shape.channels, out.shape.height, out.shape.width, in.plane(), in.pitch, out.plane(), out.pitch);
}

std::string StepText::channelsMember(const char* member, const nn::ChannelMap& channels, Index available) {
    if (channels == nn::sameChannels(available)) return {};
    return fmt::format(", .{} = {}", member, tables_.integers(named(member), channels));
}

std::string StepText::addendMembers(const PlanStep& step) {
    const bool bounded = step.node->relu && std::isfinite(step.node->ceiling);
    std::string members = fmt::format(", .relu = {}", bounded ? 2 : step.node->relu ? 1 : 0);
    if (bounded) members += fmt::format(", .ceiling = {}", floatConstant(step.node->ceiling));
    if (!step.second) return members;
    const Buffer& addend = plan_.at(*step.second);
    members += fmt::format(", .more_plane = {}", addend.plane());
    // The result may have fewer channels than what is added to it.
    nn::ChannelMap same = nn::sameChannels(plan_.at(step.out).shape.channels);
    if (step.node->addendChannels != same)
        members += fmt::format(", .more_channels = {}",
                               tables_.integers(named("more_channels"), step.node->addendChannels));
    return members;
}

bool StepText::writeWeights(const nn::GraphConvolution& convolution, Index rows, bool alongSites,
                            std::string& members) {
    const auto outputs = static_cast<std::size_t>(rows);
    const std::size_t columns = convolution.weight.size() / outputs;
    PackedRows packed = packRows(convolution.weight, columns);
    packed.counts.resize(outputs);
    const double share = alongSites ? sparseConvolutionUpTo : sparseDotUpTo;
    // The dense kernel takes outputs together that read the same.
    const bool sparse =
        convolution.geometry.groups > 1 ||
        static_cast<double>(packed.words.size()) <= share * static_cast<double>(convolution.weight.size());
    std::vector<float> bias = convolution.bias;
    if (sparse) {
        members += fmt::format(", .words = {}, .counts = {}, .mask = {}u",
                               tables_.words(named("words"), packed.words),
                               tables_.counts(named("counts"), packed.counts), packed.mask());
    } else if (alongSites) {
        members += fmt::format(", .weights = {}, .taps = {}",
                               tables_.floats(named("weights"), interleaved(convolution.weight, rows,
                                                                            static_cast<Index>(columns))),
                               columns);
        bias.resize((outputs + outputsTogether - 1) / outputsTogether * outputsTogether);
    } else {
        members += fmt::format(", .weights = {}", tables_.floats(named("weights"), convolution.weight));
    }
    members += fmt::format(", .bias = {}", tables_.floats(named("bias"), bias));
    return sparse;
}

void StepText::writeConvolution(const PlanStep& step, const nn::GraphConvolution& convolution) {
    const Buffer& out = plan_.at(step.out);
    const kernels::ConvolutionGeometry& g = convolution.geometry;
    std::string members =
        fmt::format(".outputs = {}, .sites = {}, .plane = {}", out.shape.channels, out.sites(), out.plane());
    const bool sparse = writeWeights(convolution, out.shape.channels, true, members);
    members += fmt::format(", .offsets = {}", tables_.offsets(std::get<SiteConvolution>(step.work).offsets));
    if (sparse) {
        members += fmt::format(", .group_outputs = {}, .group_taps = {}", g.groupOutputs(),
                               g.groupInputs() * g.taps());
    }
    members += addendMembers(step);
    const Index kept = std::count_if(convolution.weight.begin(), convolution.weight.end(),
                                     [](float w) { return w != 0.0F; });
    writeCall(sparse ? Kernel::sparseConvolution : Kernel::denseConvolution, "convolution", step, members,
              fmt::format("convolution of {} to {} channels, {} x {}: {} of {} weights", g.input.channels,
                          out.shape.channels, g.kernelHeight, g.kernelWidth, kept, g.weights()));
}

void StepText::writeDot(const PlanStep& step, const nn::GraphConvolution& convolution) {
    const Index outputs = plan_.at(step.out).shape.channels;
    const Index inputs = plan_.at(step.in).shape.size();
    std::string members = fmt::format(".outputs = {}, .inputs = {}", outputs, inputs);
    const bool sparse = writeWeights(convolution, outputs, false, members);
    members += addendMembers(step);
    const Index kept = std::count_if(convolution.weight.begin(), convolution.weight.end(),
                                     [](float w) { return w != 0.0F; });
    writeCall(
        sparse ? Kernel::sparseDot : Kernel::denseDot, "dot", step, members,
        fmt::format("dense layer of {} to {}: {} of {} weights", inputs, outputs, kept, inputs * outputs));
}

void StepText::writeSplit(const PlanStep& step, const PhaseSplit& split) {
    const Buffer& in = plan_.at(step.in);
    const Buffer& out = plan_.at(step.out);
    writeCall(
        Kernel::split, "split", step,
        fmt::format(".channels = {}, .in_height = {}, .in_width = {}, .in_plane = {}, .in_pitch = {}, "
                    ".row_stride = {}, .column_stride = {}, .row_padding = {}, .column_padding = {}, "
                    ".row_phases = {}, .column_phases = {}, .height = {}, .width = {}, .pitch = {}",
                    in.shape.channels, in.shape.height, in.shape.width, in.plane(), in.pitch,
                    split.stride.rows, split.stride.columns, split.padding.rows, split.padding.columns,
                    split.phases.rows, split.phases.columns, out.shape.height, out.shape.width, out.pitch),
        "rows and columns put together");
}

}  // namespace prunescope::csource
