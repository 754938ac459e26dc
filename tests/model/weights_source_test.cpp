#include "model/weights_source.h"

#include "base/error.h"
#include "base/sha256.h"
#include "model/network_format.h"
#include "model/tensor_fit.h"
#include "support/temporary_folder.h"
#include "support/trained_model.h"

#include <gmock/gmock.h>

#include <fstream>

namespace prunescope::model {
namespace {

using testing::AllOf;
using testing::HasSubstr;

class WeightsSourceTest : public testing::Test {
protected:
    std::string written(const std::string& name, const std::string& bytes) const {
        const std::filesystem::path file = folder_.path() / name;
        std::ofstream(file, std::ios::binary) << bytes;
        return file.string();
    }

    std::string exported(const std::string& format, const std::string& file) const {
        const NetworkFormat& f = networkFormats().get(format);
        const auto options = run::completedOptions(f.description, formatOptions, nlohmann::json::object());
        return written(file, f.make(model_, options, file).front().bytes);
    }

    MatchedTensors matched(const TensorReader& tensors, const TensorNames& names = {}) const {
        const TensorFit fit = fitTensors(model_.graph, tensors, names);
        expectWhole(fit, model_.graph, "weights", 1000);
        return fit.matched;
    }

    std::string refusal(const WeightsFile& file, const TensorNames& names = {}) const {
        const WeightsSource source = openWeightsSource(written("changed.safetensors", formatWeights(file)));
        try {
            matched(*source.tensors, names);
        } catch (const UsageError& e) {
            EXPECT_EQ(e.where().english(), "start.weights");
            return e.problem().english();
        }
        return "";
    }

    test::TemporaryFolder folder_;
    TrainedModel model_ = test::trainedModel("resnet-8", {3, 8, 8});
};

TEST_F(WeightsSourceTest, OfEveryFormatHasTheValuesOfTheNetwork) {
    for (const auto& [format, file] : std::map<std::string, std::string>{{"onnx", "net.onnx"},
                                                                         {"safetensors", "net.safetensors"},
                                                                         {"npz", "net.npz"},
                                                                         {"weights", "net.weights"}}) {
        SCOPED_TRACE(format);
        const std::string path = exported(format, file);
        const WeightsSource source = openWeightsSource(path);
        const MatchedTensors tensors = matched(*source.tensors);
        EXPECT_EQ(tensors.size(), 37U);
        for (const auto& [parameter, entry] : tensors)
            EXPECT_EQ(std::get<std::vector<float>>(source.tensors->read(*entry).values),
                      model_.values(parameter.suffix))
                << parameter.suffix;
        ASSERT_EQ(source.files.size(), 1U);
        EXPECT_EQ(source.files.front().name, file);
        EXPECT_EQ(hashOfFiles(source.files), sha256HexOfFile(path));
    }
    EXPECT_THROW(openWeightsSource("net.pth"), UsageError);
}

TEST_F(WeightsSourceTest, NamesEveryTensorThatIsMissingLeftOverOrOfAnotherShape) {
    WeightsFile file = parseWeights(formatWeights(model_.weights), "weights");
    const auto named = [&](const std::string& name) {
        return std::find_if(file.tensors.begin(), file.tensors.end(),
                            [&](const NamedTensor& t) { return t.name == name; });
    };
    named("conv1.weight")->shape = {16, 27};
    named("fc.bias")->name = "head.bias";
    file.tensors.erase(named("bn1.running_var"));
    EXPECT_THAT(refusal(file),
                AllOf(HasSubstr("missing: 'bn1.running_var', 'fc.bias'"), HasSubstr("left over: 'head.bias'"),
                      HasSubstr("conv1.weight F32 (16, 27), (16, 3, 3, 3) F32")));
}

TEST_F(WeightsSourceTest, CountsWhatIsFilledAndTellsWhatIsPassedOver) {
    WeightsFile file = model_.weights;
    std::erase_if(file.tensors, [](const NamedTensor& t) { return t.name == "fc.bias"; });
    file.tensors.push_back({"bn1.num_batches_tracked", {}, std::vector<std::int64_t>{7}});
    file.tensors.push_back({"extra", {1}, std::vector<float>{1}});
    const auto tensors = openTensors(written("part.safetensors", formatWeights(file)));
    const TensorFit fit = fitTensors(model_.graph, *tensors, {{"extra", std::nullopt}});
    EXPECT_EQ(fit.parameters, 37U);
    EXPECT_EQ(fit.matched.size(), 36U);
    EXPECT_THAT(fit.missing, testing::ElementsAre("fc.bias"));
    EXPECT_THAT(fit.passedOver, testing::IsSupersetOf({"extra", "bn1.num_batches_tracked"}));
    EXPECT_THAT(fit.leftOver, testing::IsEmpty());
    EXPECT_EQ(fit.fileTensors, fit.matched.size() + fit.passedOver.size());
    EXPECT_EQ(misfitText(fit, 9).english(), "missing: 'fc.bias'");
    EXPECT_FALSE(fit.isWhole());
}

TEST_F(WeightsSourceTest, OfManyNamesTheFirstAreTold) {
    TensorFit fit;
    fit.leftOver = {"a", "b", "c"};
    EXPECT_EQ(misfitText(fit, 2).english(), "left over: 'a', 'b', …");
    EXPECT_EQ(misfitText(fit, 3).english(), "left over: 'a', 'b', 'c'");
}

TEST_F(WeightsSourceTest, TensorsAreOpenedAsTheirSourceIs) {
    for (const auto& [format, file] :
         std::map<std::string, std::string>{{"onnx", "net.onnx"}, {"safetensors", "net.safetensors"}}) {
        const std::string path = exported(format, file);
        EXPECT_EQ(openTensors(path)->entries().size(), openWeightsSource(path).tensors->entries().size());
    }
    EXPECT_THROW(openTensors("net.pth"), UsageError);
}

TEST_F(WeightsSourceTest, TakesNamesFromAMap) {
    WeightsFile file{.metadata = {}, .tensors = {}};
    for (const NamedTensor& tensor : model_.weights.tensors) {
        if (tensor.name.ends_with(".latent") || tensor.name.ends_with(".mask")) continue;
        file.tensors.push_back(tensor);
        if (tensor.name == "fc.bias") file.tensors.back().name = "module.head.b";
    }
    file.tensors.push_back({"extra", {1}, std::vector<float>{1}});
    file.tensors.push_back({"bn1.num_batches_tracked", {}, std::vector<std::int64_t>{7}});
    EXPECT_EQ(refusal(file, {{"module.head.b", "fc.bias"}, {"extra", std::nullopt}}), "");
    EXPECT_THAT(refusal(file, {{"module.head.b", "fc.bias"}}), HasSubstr("left over: 'extra'"));
    EXPECT_THAT(refusal(file, {{"module.head.b", "fc.bias"}, {"extra", std::nullopt}, {"nothing", "x"}}),
                HasSubstr("renamed and not there: 'nothing'"));
}

TEST_F(WeightsSourceTest, RefusesAMapThatIsNone) {
    EXPECT_EQ(readTensorNames(written("names.json", R"({"a": "b", "c": null})")),
              (TensorNames{{"a", "b"}, {"c", std::nullopt}}));
    for (const char* text : {"[]", R"({"a": 1})", R"({"a": "b", "c": "b"})", R"({"a": "b", "a": "c"})", "{"})
        EXPECT_THROW(readTensorNames(written("names.json", text)), Error) << text;
    EXPECT_THROW(readTensorNames(folder_.path() / "none.json"), Error);
}

}  // namespace
}  // namespace prunescope::model
