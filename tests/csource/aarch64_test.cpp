// What a C compiler for 64-bit Arm makes of a generated program answers as the engine does, on an emulated
// processor.

#include "base/file.h"
#include "compiled_network.h"
#include "support/trained_model.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cstring>

namespace prunescope::csource {
namespace {

/// Answers every image on its standard input: the class as a float, and the outputs.
constexpr const char* answeringProgram = R"(#include "net.h"
#include <stdio.h>

int main(void)
{
    static float input[NET_INPUTS], output[NET_CLASSES];
    while (fread(input, sizeof input, 1, stdin) == 1) {
        const float answer = (float)net_predict(input, output);
        fwrite(&answer, sizeof answer, 1, stdout);
        fwrite(output, sizeof output, 1, stdout);
    }
    return 0;
}
)";

std::string_view bytesOf(const std::vector<float>& values) {
    return {reinterpret_cast<const char*>(values.data()), values.size() * sizeof(float)};
}

/// Of each image its class and its outputs, one after the other.
std::vector<float> answersOnAarch64(const CSource& source, const std::string& flags,
                                    const std::vector<float>& images) {
    const test::TemporaryFolder folder;
    writeSources(source, "net", folder);
    writeFileAtomically(folder / "main.c", answeringProgram);
    writeFileAtomically(folder / "images", std::string(bytesOf(images)));
    const std::string at = folder.path().string();
    const CommandResult compiled =
        runCommand(fmt::format("{} {} {} -static {}/main.c {}/net.c -lm -o {}/program", PRUNESCOPE_AARCH64_CC,
                               strictC99, flags, at, at, at));
    if (compiled.status != 0) throw std::runtime_error(compiled.printed);
    const CommandResult run =
        runCommand(fmt::format("{} {}/program <{}/images >{}/answers", PRUNESCOPE_QEMU_AARCH64, at, at, at));
    if (run.status != 0) throw std::runtime_error(run.printed);
    const std::string bytes = readFile(folder / "answers", 1 << 20);
    std::vector<float> answers(bytes.size() / sizeof(float));
    std::memcpy(answers.data(), bytes.data(), answers.size() * sizeof(float));
    return answers;
}

struct Aarch64Case {
    std::string model;
    kernels::Shape input;
    std::string flags;
};

class OnAarch64 : public testing::TestWithParam<Aarch64Case> {};

TEST_P(OnAarch64, AnswersAsOnThisMachine) {
    constexpr std::size_t count = 3;
    const auto& [model, input, flags] = GetParam();
    const nn::InferenceGraph graph = test::trainedModel(model, input).deployed();
    const CSource source = cSourceOf(graph, {.name = "net", .header = "net.h", .subject = "A network"});
    const std::vector<float> images = test::randomInputs(input, count);
    const std::vector<float> found = answersOnAarch64(source, flags, images);
    const CompiledNetwork here(source, "net", PRUNESCOPE_CC, "-O1");
    const auto values = static_cast<std::size_t>(input.size());
    const std::size_t outputs = found.size() / count - 1;
    ASSERT_EQ(outputs, 10U);
    std::vector<float> expected(outputs);
    for (std::size_t n = 0; n < count; ++n) {
        const int answer = here.predict(images.data() + n * values, expected.data());
        const float* const row = found.data() + n * (1 + outputs);
        EXPECT_EQ(row[0], static_cast<float>(answer)) << n;
        EXPECT_NE(*std::max_element(expected.begin(), expected.end()), 0);
        EXPECT_EQ(std::memcmp(row + 1, expected.data(), outputs * sizeof(float)), 0)
            << n << ": " << row[1] << " and not " << expected[0];
    }
}

INSTANTIATE_TEST_SUITE_P(Networks, OnAarch64,
                         testing::Values(Aarch64Case{"lenet-5", {1, 28, 28}, "-O2"},
                                         Aarch64Case{"resnet-8", {3, 16, 16}, "-O3"},
                                         Aarch64Case{"mobilenet-v2", {3, 16, 16}, "-O1"},
                                         Aarch64Case{"lenet-300-100", {1, 28, 28}, "-Os"}),
                         [](const auto& of) {
                             std::string name = of.param.model;
                             std::replace(name.begin(), name.end(), '-', '_');
                             return name;
                         });

}  // namespace
}  // namespace prunescope::csource
