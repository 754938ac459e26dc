#include "csource/c_text.h"
#include "csource/step_text.h"

#include <fmt/format.h>

#include <algorithm>
#include <limits>

namespace prunescope::csource {
namespace {

Kernel kernelOf(nn::ActivationFunction::Kind kind) {
    using Kind = nn::ActivationFunction::Kind;
    switch (kind) {
        case Kind::clip:
            return Kernel::clip;
        case Kind::leakyRelu:
            return Kernel::leakyRelu;
        case Kind::sigmoid:
            return Kernel::sigmoid;
        case Kind::tanh:
            return Kernel::tanh;
        case Kind::hardSigmoid:
            return Kernel::hardSigmoid;
        case Kind::hardSwish:
            return Kernel::hardSwish;
    }
    return Kernel::clip;
}

bool eachIs(const std::vector<float>& values, float wanted) {
    return std::all_of(values.begin(), values.end(), [=](float v) { return v == wanted; });
}

}  // namespace

void StepText::writePool(const PlanStep& step, const nn::GraphPool& pool) {
    const Buffer& out = plan_.at(step.out);
    const kernels::PoolGeometry& g = pool.geometry;
    const bool padded = !g.staysInside();
    std::string members =
        planesMembers(step) +
        fmt::format(
            ", .window_height = {}, .window_width = {}, .row_stride = {}, .column_stride = {}, "
            ".largest = {}",
            g.window.rows, g.window.columns, g.stride.rows, g.stride.columns, pool.largest ? 1 : 0);
    members += channelsMember("channels", pool.channels, out.shape.channels);
    if (padded) {
        members += fmt::format(
            ", .in_height = {}, .in_width = {}, .row_padding = {}, .column_padding = {}, .counts_padding = "
            "{}",
            g.input.height, g.input.width, g.padding.rows, g.padding.columns, g.countsPadding ? 1 : 0);
    }
    writeCall(
        padded ? Kernel::paddedPool : Kernel::pool, "pool", step, members,
        fmt::format("{} of {} x {}", pool.largest ? "largest" : "mean", g.window.rows, g.window.columns));
}

void StepText::writeAffine(const PlanStep& step, const nn::GraphAffine& affine) {
    const Buffer& out = plan_.at(step.out);
    std::string members = planesMembers(step) + fmt::format(", .stride = {}", affine.stride);
    if (!eachIs(affine.scale, 1.0F))
        members += fmt::format(", .scale = {}", tables_.floats(named("scale"), affine.scale));
    if (!eachIs(affine.shift, 0.0F))
        members += fmt::format(", .shift = {}", tables_.floats(named("shift"), affine.shift));
    members += channelsMember("channels", affine.channels, out.shape.channels);
    members += addendMembers(step);
    if (step.second) members += fmt::format(", .more_pitch = {}", plan_.at(*step.second).pitch);
    writeCall(Kernel::affine, "affine", step, members, "by channel");
}

void StepText::writeActivation(const PlanStep& step, const nn::GraphActivation& activation) {
    const nn::ActivationFunction& f = activation.function;
    const auto number = [](double value) {
        constexpr float most = std::numeric_limits<float>::max();
        return floatConstant(std::clamp(static_cast<float>(value), -most, most));
    };
    std::string members = planesMembers(step);
    if (f.kind == nn::ActivationFunction::Kind::clip)
        members += fmt::format(", .low = {}, .high = {}", number(f.low), number(f.high));
    if (f.kind == nn::ActivationFunction::Kind::leakyRelu)
        members += fmt::format(", .slope = {}", number(f.slope));
    members += channelsMember("channels", activation.channels, plan_.at(step.out).shape.channels);
    writeCall(kernelOf(f.kind), "function", step, members, "value by value");
}

void StepText::writeProduct(const PlanStep& step, const nn::GraphProduct& product) {
    const Buffer& factor = plan_.at(*step.second);
    const Index outputs = plan_.at(step.out).shape.channels;
    std::string members = planesMembers(step);
    members += channelsMember("channels", product.channels, outputs);
    members += channelsMember("factor_channels", product.factorChannels, outputs);
    members += fmt::format(", .factor_plane = {}, .factor_pitch = {}, .by_plane = {}", factor.plane(),
                           factor.pitch, factor.shape.pixels() == 1 ? 1 : 0);
    writeCall(Kernel::product, "product", step, members, "product");
}

}  // namespace prunescope::csource
