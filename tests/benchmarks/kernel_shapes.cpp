#include "kernel_shapes.h"

#include "base/error.h"

#include <fmt/format.h>

namespace prunescope::speed {
namespace {

using kernels::Index;

struct Channels {
    Index inputs;
    Index outputs;
};

/// Padded so that stride 1 keeps the size.
KernelShape convolution(Index kernel, Channels channels, Index pixels, Index stride) {
    return {
        fmt::format("{0}x{0}_c{1}_o{2}_p{3}_s{4}", kernel, channels.inputs, channels.outputs, pixels, stride),
        {{channels.inputs, pixels, pixels}, channels.outputs, kernel, kernel, stride, kernel / 2}};
}

KernelShape dense(Index inputs, Index outputs) {
    return {fmt::format("dense_{}x{}", inputs, outputs), {{inputs, 1, 1}, outputs}};
}

std::vector<KernelShape> tableShapes() {
    std::vector<KernelShape> shapes;
    for (const Index stride : {1, 2})
        for (const Index channels : {16, 32, 64, 128})
            for (const Index pixels : {32, 16, 8, 56})
                shapes.push_back(convolution(3, {channels, channels}, pixels, stride));
    for (const Index stride : {1, 2}) {
        shapes.push_back(convolution(1, {16, 16}, 32, stride));
        shapes.push_back(convolution(1, {32, 32}, 16, stride));
        shapes.push_back(convolution(1, {64, 64}, 8, stride));
        shapes.push_back(convolution(1, {128, 128}, 56, stride));
    }
    shapes.push_back(convolution(5, {1, 20}, 28, 1));
    shapes.push_back(convolution(5, {20, 50}, 12, 1));
    shapes.push_back(convolution(5, {32, 32}, 16, 1));
    shapes.push_back(convolution(5, {32, 32}, 16, 2));
    shapes.push_back(dense(784, 300));
    shapes.push_back(dense(300, 100));
    shapes.push_back(dense(1024, 512));
    shapes.push_back(dense(4000, 4000));
    return shapes;
}

std::vector<KernelShape> oddShapes() {
    std::vector<KernelShape> shapes;
    for (const auto& [kernel, stride] : {std::pair<Index, Index>{3, 1}, {3, 2}, {1, 1}, {1, 2}, {5, 1}}) {
        shapes.push_back(convolution(kernel, {16, 32}, 16, stride));
        shapes.push_back(convolution(kernel, {17, 33}, 16, stride));
        shapes.push_back(convolution(kernel, {17, 33}, 15, stride));
    }
    shapes.push_back(dense(784, 300));
    shapes.push_back(dense(783, 301));
    shapes.push_back(dense(4000, 2500));
    shapes.push_back(dense(3999, 2501));
    return shapes;
}

}  // namespace

std::vector<KernelShape> kernelShapes(std::string_view set) {
    if (set == "table") return tableShapes();
    if (set == "odd") return oddShapes();
    throw UsageError("--shapes", Text::of("there is no set '{}'", set.substr(0, 100)),
                     Text::of("Choose table or odd."));
}

}  // namespace prunescope::speed
