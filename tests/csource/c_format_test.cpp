// The export of a run as C source: whatever its names are, what is written compiles.

#include "base/error.h"
#include "base/file.h"
#include "compiled_network.h"
#include "model/network_format.h"
#include "nn/models.h"
#include "nn/network.h"

#include <fmt/format.h>
#include <gmock/gmock.h>

namespace prunescope::model {
namespace {

using csource::CommandResult;
using csource::runCommand;
using csource::strictC99;
using testing::HasSubstr;

TrainedModel smallModel(std::string name) {
    const nn::ModelRequest request{.name = "mlp:6", .input = {1, 3, 3}, .classes = 3, .capacity = 1};
    auto network = nn::buildNetwork<float>(request);
    nn::initialise(network, 4);
    TrainedModel model{.name = std::move(name), .graph = nn::graphOf(request), .weights = {}};
    for (const nn::Parameter<float>* p : network.parameters()) {
        model.weights.tensors.push_back(
            {p->name(), p->shape(), std::vector<float>(p->value(), p->value() + p->size())});
    }
    return model;
}

std::vector<ExportedFile> exported(const TrainedModel& model, const std::string& file) {
    return networkFormats().get("c").make(model, {}, file);
}

/// Writes the files and compiles them with every warning an error; what the compiler or the program says.
CommandResult compiledAndRun(const std::vector<ExportedFile>& files) {
    const test::TemporaryFolder folder;
    for (const ExportedFile& file : files) writeFileAtomically(folder / file.name, file.bytes);
    return runCommand(fmt::format(
        "cd '{}' && '{}' {} -Wno-overlength-strings -O0 ./*.c $(ls .*.c 2>/dev/null) -o program && ./program",
        folder.path().string(), PRUNESCOPE_CC, strictC99));
}

TEST(CFormat, IsThreeFilesBesideEachOther) {
    const auto files = exported(smallModel("run-1"), "lenet-5.c");
    ASSERT_EQ(files.size(), 3U);
    EXPECT_EQ(files[0].name, "lenet-5.c");
    EXPECT_EQ(files[1].name, "lenet-5.h");
    EXPECT_EQ(files[2].name, "lenet-5_bench.c");
    EXPECT_THAT(files[0].bytes, HasSubstr("#include \"lenet-5.h\""));
    EXPECT_THAT(files[1].bytes, HasSubstr("int lenet_5_predict(const float *input, float *output);"));
    EXPECT_THAT(files[1].bytes, HasSubstr(" * run: run-1\n"));
    EXPECT_THAT(compiledAndRun(files).printed, HasSubstr("lenet_5 runs=1000 median_us="));
}

TEST(CFormat, HostileNamesStayNames) {
    const std::vector<std::pair<std::string, std::string>> names{
        {"*/ #error out /*", "plain.c"},        {"?\?/\n#error line", "9 net's \"quoted\" *-name.c"},
        {"a\\\n#error spliced", "int.c"},       {"\"); system(\"", ".hidden.name.c"},
        {"\xE6\xA5\xAD\xFF", "\xE6\xA5\xAD.c"}, {"", "-.c"}};
    for (const auto& [name, file] : names) {
        SCOPED_TRACE(file);
        TrainedModel model = smallModel(name);
        model.record.header.dataset.classNames = {name, "\"quoted\\\"", "?\?=percent %s"};
        const CommandResult result = compiledAndRun(exported(model, file));
        EXPECT_EQ(result.status, 0) << result.printed;
        EXPECT_THAT(result.printed, HasSubstr(" runs=1000 median_us="));
    }
}

TEST(CFormat, KeepsTheNamesOfTheClasses) {
    TrainedModel model = smallModel("run");
    const std::vector<std::string> classes{"T-shirt/top", "\xE6\x9C\x8D \"1\"", "?\?/"};
    model.record.header.dataset.classNames = classes;
    auto files = exported(model, "net.c");
    files.pop_back();
    files.push_back(
        {"print.c",
         "#include \"net.h\"\n#include <stdio.h>\nint main(void)\n{\n    int k;\n    for (k = 0; k < "
         "NET_CLASSES; ++k) puts(net_class_names[k]);\n    return 0;\n}\n"});
    EXPECT_EQ(compiledAndRun(files).printed, fmt::format("{}\n{}\n{}\n", classes[0], classes[1], classes[2]));
}

TEST(CFormat, OffersToNormaliseBytesAlone) {
    TrainedModel model = smallModel("run");
    EXPECT_THAT(exported(model, "net.c")[1].bytes, testing::Not(HasSubstr("net_normalise")));
    model.scaling = {.unit = 1, .mean = {0.5}, .deviation = {0.25}};
    EXPECT_THAT(exported(model, "net.c")[1].bytes, testing::Not(HasSubstr("net_normalise")));
    model.scaling.unit = 255;
    EXPECT_THAT(exported(model, "net.c")[1].bytes,
                HasSubstr("void net_normalise(const unsigned char *pixels, float *input);"));
}

}  // namespace
}  // namespace prunescope::model
