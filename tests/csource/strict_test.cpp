// Every compiler takes a generated program without a warning, one for a microcontroller among them; its
// benchmark runs; no access is outside its memory.

#include "base/file.h"
#include "base/random.h"
#include "compiled_network.h"
#include "infer/dead_channels.h"
#include "infer/fold.h"
#include "nn/models.h"
#include "nn/network.h"

#include <fmt/format.h>
#include <gmock/gmock.h>

#include <charconv>
#include <cstring>

namespace prunescope::csource {
namespace {

using Function = nn::ActivationFunction::Kind;
using testing::HasSubstr;
using testing::MatchesRegex;

/// CMake's word for a program that it has not found ends in NOTFOUND.
/// A network that takes every kernel: dense and sparse convolutions and products, strides, borders, sums.
CSource programOfAllKernels() {
    nn::InferenceGraph graph({2, 12, 12});
    Random random(3, RandomStream::weights);
    const auto layer = [&](nn::TensorIndex in, kernels::ConvolutionGeometry g, double kept) {
        g.input = graph.shape(in);
        std::vector<float> weight(static_cast<std::size_t>(g.weights()));
        for (float& w : weight) w = random.uniform() < kept ? static_cast<float>(random.normal()) : 0.0F;
        return graph.convolution(in, g, weight, {});
    };
    const auto kernel = [](nn::Index outputs, nn::Index size, nn::Index stride) {
        return kernels::ConvolutionGeometry{.input = {},
                                            .outputs = outputs,
                                            .kernelHeight = size,
                                            .kernelWidth = size,
                                            .stride = stride,
                                            .padding = size / 2};
    };
    nn::TensorIndex x = graph.relu(layer(nn::InferenceGraph::input(), kernel(5, 3, 1), 1));
    x = graph.relu(graph.sum(layer(x, kernel(5, 3, 1), 0.3), x));
    x = graph.sum(layer(x, kernel(5, 3, 2), 0.3), graph.sample(x, 2, {4, nn::noChannel, 1, 2, 3}, {5, 6, 6}));
    x = graph.pool(x, {.input = graph.shape(x), .window = 2, .stride = 2}, true);
    x = graph.pool(x, {.input = graph.shape(x), .window = 2, .padding = 1, .ceil = true}, false);
    for (const Function kind : {Function::clip, Function::leakyRelu, Function::sigmoid, Function::tanh,
                                Function::hardSigmoid, Function::hardSwish})
        x = graph.activation(x, {.kind = kind, .low = -1, .high = 2, .slope = 0.1});
    x = graph.product(x, x);
    x = graph.convolution(x, {.input = {80, 1, 1}, .outputs = 20}, std::vector<float>(1600, 0.01F), {});
    x = layer(graph.relu(x), {.input = {}, .outputs = 3}, 0.4);
    return cSourceOf(infer::withoutDeadChannels(infer::folded(graph)),
                     {.name = "net",
                      .header = "net.h",
                      .subject = "A network of every kernel",
                      .classes = {"a", "b", "c"},
                      .unit = 255,
                      .mean = {0.5, 0.25},
                      .deviation = {0.5, 0}});
}

TEST(Strict, TheNetworkOfTheseTestsTakesEveryKernel) {
    const std::string source = programOfAllKernels().source;
    for (const char* kernel :
         {"sparse_convolution", "dense_convolution", "sparse_dot", "dense_dot", "pool", "padded_pool",
          "affine", "clip", "leaky_relu", "sigmoid", "hyperbolic_tangent", "hard_sigmoid", "hard_swish",
          "product", "split", "copy_image", "clear_border"})
        EXPECT_THAT(source, HasSubstr(fmt::format("    {}(", kernel))) << kernel;
}

/// Compiles the program into an object file with every warning an error; what the compiler says.
void expectNoWarning(const test::TemporaryFolder& folder, const std::string& compiler,
                     const std::string& flags, const std::string& file) {
    const CommandResult result = runCommand(fmt::format(
        "cd '{}' && '{}' {} {} -c {} -o object.o", folder.path().string(), compiler, strictC99, flags, file));
    EXPECT_EQ(result.status, 0) << compiler << " " << flags << ": " << result.printed;
    EXPECT_EQ(result.printed, "") << compiler << " " << flags;
}

TEST(Strict, NoCompilerHasAWarning) {
    const test::TemporaryFolder folder;
    writeSources(programOfAllKernels(), "net", folder);
    for (const char* compiler : {PRUNESCOPE_CC, PRUNESCOPE_CLANG}) {
        for (const char* flags : {"-O0", "-O3 -march=native", "-Os"}) {
            expectNoWarning(folder, compiler, flags, "net.c");
        }
        expectNoWarning(folder, compiler, "-O1", "net_bench.c");
    }
}

TEST(Strict, ACppProgramTakesTheHeader) {
    const test::TemporaryFolder folder;
    writeSources(programOfAllKernels(), "net", folder);
    writeFileAtomically(folder / "use.cpp",
                        "#include \"net.h\"\nfloat in[NET_INPUTS], out[NET_CLASSES];\n"
                        "int answer() { return net_predict(in, out); }\n");
    const CommandResult result =
        runCommand(fmt::format("cd '{}' && '{}' -x c++ -Wall -Wextra -Werror -c use.cpp -o object.o",
                               folder.path().string(), PRUNESCOPE_CC));
    EXPECT_EQ(result.status, 0) << result.printed;
}

TEST(Strict, ACortexM4TakesIt) {
    const test::TemporaryFolder folder;
    const CSource source = programOfAllKernels();
    writeSources(source, "net", folder);
    for (const char* unit : {"-mfloat-abi=soft", "-mfloat-abi=hard -mfpu=fpv4-sp-d16"}) {
        expectNoWarning(folder, PRUNESCOPE_ARM_CC, fmt::format("-mcpu=cortex-m4 -mthumb -O2 {}", unit),
                        "net.c");
        const CommandResult sizes =
            runCommand(fmt::format("{} {}", PRUNESCOPE_ARM_SIZE, (folder / "object.o").string()));
        fmt::print("{}\n{}", unit, sizes.printed);
        // text, data, bss: code and tables in flash, nothing to copy at the start, the scratch memory.
        const std::string numbers = sizes.printed.substr(sizes.printed.find('\n') + 1);
        std::array<std::size_t, 3> bytes{};
        const char* at = numbers.data();
        const char* const end = numbers.data() + numbers.size();
        for (std::size_t& value : bytes) {
            while (at != end && (*at == ' ' || *at == '\t')) ++at;
            at = std::from_chars(at, end, value).ptr;
        }
        EXPECT_GT(bytes[0], source.constantBytes);
        EXPECT_LT(bytes[0], source.constantBytes + 20'000);
        EXPECT_EQ(bytes[1], 0U);
        EXPECT_EQ(bytes[2], source.scratchBytes);
    }
}

TEST(Strict, TheBenchmarkPrintsOneLineInAFixedFormat) {
    const test::TemporaryFolder folder;
    const CSource source = programOfAllKernels();
    writeSources(source, "net", folder);
    const CommandResult result = runCommand(
        fmt::format("cd '{}' && '{}' {} -O1 -DNET_BENCH_RUNS=50 net.c net_bench.c -lm -o bench && ./bench",
                    folder.path().string(), PRUNESCOPE_CC, strictC99));
    EXPECT_EQ(result.status, 0);
    const std::string number = "[0-9]+\\.[0-9][0-9]";
    EXPECT_THAT(result.printed, MatchesRegex(fmt::format(
                                    "net runs=50 median_us={0} p05_us={0} p95_us={0} p99_us={0} min_us={0} "
                                    "max_us={0} constant_bytes={1} scratch_bytes={2}\n",
                                    number, source.constantBytes, source.scratchBytes)));
}

TEST(Strict, ATargetBringsAClockOfItsOwn) {
    const test::TemporaryFolder folder;
    writeSources(programOfAllKernels(), "net", folder);
    writeFileAtomically(folder / "clock.c",
                        "double ticks(void);\ndouble ticks(void) { static double t; t += 3.0; return t; }\n");
    const CommandResult result = runCommand(fmt::format(
        "cd '{}' && '{}' {} -DNET_BENCH_CLOCK=ticks net.c net_bench.c clock.c -lm -o bench && ./bench",
        folder.path().string(), PRUNESCOPE_CC, strictC99));
    EXPECT_THAT(result.printed, HasSubstr("median_us=3.00 p05_us=3.00 p95_us=3.00 p99_us=3.00 min_us=3.00"));
}

TEST(Strict, NoAccessIsOutsideItsMemory) {
    const test::TemporaryFolder folder;
    writeSources(programOfAllKernels(), "net", folder);
    const CommandResult result = runCommand(fmt::format(
        "cd '{}' && '{}' {} -O1 -march=native -fsanitize=address,undefined -fno-sanitize-recover=all "
        "-DNET_BENCH_RUNS=5 net.c net_bench.c -lm -o bench && ./bench",
        folder.path().string(), PRUNESCOPE_CC, strictC99));
    EXPECT_EQ(result.status, 0) << result.printed;
}

TEST(Strict, NormalisesPixelsAsTheTrainingDid) {
    const CompiledNetwork compiled(programOfAllKernels(), "net", PRUNESCOPE_CC, "-O1");
    const auto normalise =
        reinterpret_cast<void (*)(const unsigned char*, float*)>(compiled.symbol("net_normalise"));
    ASSERT_NE(normalise, nullptr);
    std::vector<unsigned char> pixels(288, 51);
    std::vector<float> input(288, -7);
    normalise(pixels.data(), input.data());
    // (51 / 255 - 0.5) / 0.5 in the first channel; the second has no deviation.
    EXPECT_FLOAT_EQ(input[0], -0.6F);
    EXPECT_FLOAT_EQ(input[143], -0.6F);
    EXPECT_EQ(input[144], 0);
}

}  // namespace
}  // namespace prunescope::csource
