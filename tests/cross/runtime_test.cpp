// The runtime library that a cross compiler made for 64-bit Arm answers, on an emulated processor, as the
// runtime of this machine does. Sums are rounded in another order there, since its vectors are shorter:
// logits are compared within 1e-6 of the largest.

#include "base/file.h"
#include "model/network_format.h"
#include "runtime/served_model.h"
#include "support/temporary_folder.h"
#include "support/trained_model.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <cstring>

namespace prunescope::runtime {
namespace {

constexpr std::size_t imageCount = 3;

/// Prints the logits of all images that a file of raw floats holds, in one call.
constexpr const char* logitsProgram = R"(#include <prunescope_runtime.h>
#include <stdio.h>

int main(int argc, char **argv)
{
    static float input[1 << 16], logits[1 << 10];
    prunescope_model *model;
    FILE *images = argc == 3 ? fopen(argv[2], "rb") : NULL;
    if (!images || prunescope_open(argv[1], 0, &model) != PRUNESCOPE_OK) return 1;
    const size_t count = fread(input, sizeof *input, sizeof input / sizeof *input, images) / prunescope_inputs(model);
    if (prunescope_predict(model, input, count, logits, NULL) != PRUNESCOPE_OK) return 2;
    for (size_t k = 0; k < count * prunescope_classes(model); ++k) printf("%a\n", (double)logits[k]);
    prunescope_close(model);
    return fclose(images);
}
)";

/// A pruned network as it is exported, with images for it.
class OnAnotherMachine : public testing::TestWithParam<std::pair<const char*, kernels::Shape>> {
protected:
    OnAnotherMachine() {
        model::TrainedModel trained = test::trainedModel(name(), input());
        const auto channels = static_cast<std::size_t>(input().channels);
        trained.weights.metadata["input"] =
            fmt::format("{}x{}x{}", input().channels, input().height, input().width);
        trained.weights.metadata["classes"] = "10";
        trained.scaling = {.unit = model::InputScaling::ofBytes,
                           .mean = std::vector(channels, 0.4),
                           .deviation = std::vector(channels, 0.25)};
        const model::NetworkFormat& format = model::networkFormats().get("safetensors");
        const auto options = run::completedOptions(format.description, model::formatOptions, {});
        writeFileAtomically(exported(), format.make(trained, options, "net.safetensors").front().bytes);
    }

    static const char* name() { return GetParam().first; }
    static const kernels::Shape& input() { return GetParam().second; }
    std::filesystem::path exported() const { return folder_ / "net.safetensors"; }

    /// What a command of the shell prints.
    std::string printed(const std::string& command) const {
        const std::string out = (folder_ / "printed").string();
        if (std::system(fmt::format("{} >{} 2>&1", command, out).c_str()) != 0)
            throw std::runtime_error(command + "\n" + readFile(out, 1 << 20));
        return readFile(out, 1 << 20);
    }

    /// What a program in C prints that is compiled with the installed library, of the network and the file.
    std::string answersOf(const std::filesystem::path& source, const std::string& images) const {
        const std::string prefix = PRUNESCOPE_CROSS_PREFIX;
        const std::string program = (folder_ / "program").string();
        printed(
            fmt::format("{0} -std=c99 -Wall -Wextra -Werror {1} -I{2}/include -L{2}/lib -lprunescope_runtime "
                        "-Wl,-rpath,{2}/lib -o {3}",
                        PRUNESCOPE_AARCH64_CC, source.string(), prefix, program));
        return printed(fmt::format("{} -L {} {} {} {}", PRUNESCOPE_QEMU_AARCH64, PRUNESCOPE_AARCH64_ROOT,
                                   program, exported().string(), images));
    }

    std::string written(const std::string& file, const void* bytes, std::size_t size) const {
        writeFileAtomically(folder_ / file, std::string(static_cast<const char*>(bytes), size));
        return (folder_ / file).string();
    }

    test::TemporaryFolder folder_;
};

TEST_P(OnAnotherMachine, LogitsAreThoseOfThisOne) {
    const std::vector<float> images = test::randomInputs(input(), imageCount);
    const ServedModel here(exported(), 1);
    std::vector<float> expected(imageCount * here.classes());
    here.predict(images, expected);
    const auto absolute = [](float a, float b) { return std::abs(a) < std::abs(b); };
    const float largest = std::abs(*std::max_element(expected.begin(), expected.end(), absolute));
    writeFileAtomically(folder_ / "logits.c", logitsProgram);
    const std::string text =
        answersOf(folder_ / "logits.c", written("images", images.data(), images.size() * sizeof(float)));
    const char* at = text.c_str();
    for (const float logit : expected) {
        char* end = nullptr;
        const double found = std::strtod(at, &end);
        ASSERT_NE(at, end) << "too few logits";
        EXPECT_NEAR(found, logit, 1e-6 * largest);
        at = end;
    }
    EXPECT_STREQ(at, "\n") << "too many logits";
}

TEST_P(OnAnotherMachine, TheExampleSeesTheSameClasses) {
    const ServedModel here(exported(), 1);
    std::vector<unsigned char> pixels(imageCount * here.inputs());
    Random random(3, RandomStream::test);
    for (unsigned char& pixel : pixels) pixel = static_cast<unsigned char>(256 * random.uniform());
    std::vector<float> images(pixels.size());
    ASSERT_TRUE(here.normalise(pixels, images));
    std::vector<float> logits(imageCount * here.classes());
    here.predict(images, logits);
    std::string expected;
    for (auto row = logits.begin(); row != logits.end(); row += static_cast<std::ptrdiff_t>(here.classes())) {
        const auto top = std::max_element(row, row + static_cast<std::ptrdiff_t>(here.classes()));
        expected += here.classNames()[static_cast<std::size_t>(top - row)] + "\n";
    }
    EXPECT_EQ(answersOf(PRUNESCOPE_EXAMPLES "/predict.c", written("pixels", pixels.data(), pixels.size())),
              expected);
}

INSTANTIATE_TEST_SUITE_P(Networks, OnAnotherMachine,
                         testing::Values(std::pair{"lenet-5", kernels::Shape{1, 28, 28}},
                                         std::pair{"resnet-8", kernels::Shape{3, 16, 16}}),
                         [](const auto& of) {
                             std::string name = of.param.first;
                             std::replace(name.begin(), name.end(), '-', '_');
                             return name;
                         });

}  // namespace
}  // namespace prunescope::runtime
