#include "base/error.h"
#include "data/npy_elements.h"
#include "data/npy_reader.h"
#include "data/npz_archive.h"
#include "infer/engine.h"
#include "model/network_format.h"
#include "model/network_tensors.h"
#include "nn/graph_builder.h"
#include "support/every_kind.h"
#include "support/temporary_folder.h"
#include "support/trained_model.h"

#include <gmock/gmock.h>

#include <fstream>

namespace prunescope::model {
namespace {

using testing::HasSubstr;

nlohmann::json completed(const NetworkFormat& format, const nlohmann::json& given) {
    return run::completedOptions(format.description, formatOptions, given);
}

std::vector<ExportedFile> filesOf(const std::string& name, const TrainedModel& model,
                                  const nlohmann::json& given = nlohmann::json::object()) {
    const NetworkFormat& format = networkFormats().get(name);
    return format.make(model, completed(format, given), "net" + format.suffixes.front());
}

std::vector<float> logitsOf(const nn::InferenceGraph& graph, const std::vector<float>& inputs,
                            std::int64_t images) {
    infer::Engine engine(graph, {.batch = images});
    std::vector<float> logits(static_cast<std::size_t>(images * engine.outputs()));
    engine.run(inputs, logits);
    return logits;
}

/// Every combination of the format's switches.
std::vector<nlohmann::json> choicesOf(const NetworkFormat& format) {
    std::vector<nlohmann::json> all{completed(format, nlohmann::json::object())};
    for (const run::OptionDescription& option : format.description.options) {
        if (option.kind != run::OptionKind::boolean) continue;
        for (std::size_t i = all.size(); i-- > 0;) {
            all.push_back(all[i]);
            all.back()[option.key] = !option.defaultValue.get<bool>();
        }
    }
    return all;
}

std::vector<TrainedModel> differentModels() {
    std::vector<TrainedModel> models;
    for (const char* network : {"mlp:12,7", "lenet-5", "resnet-8", "resnet-8:projection"})
        models.push_back(test::trainedModel(network, {1, 20, 20}));
    models.push_back(test::trainedModel(test::graphOfEveryKind({2, 17, 15}), 0.5));
    return models;
}

TEST(NetworkFormats, ReadBackWhatTheyMakeWhateverTheOptions) {
    for (const TrainedModel& model : differentModels()) {
        const std::vector<float> inputs = test::randomInputs(model.graph.inputShape(), 3);
        const std::vector<float> own = logitsOf(model.inferenceGraph(), inputs, 3);
        for (const NetworkFormat& format : networkFormats()) {
            if (format.readBack == nullptr) continue;
            for (const nlohmann::json& options : choicesOf(format)) {
                const auto files = format.make(model, options, "net");
                const auto read = logitsOf(format.readBack(files, model, options), inputs, 3);
                ASSERT_EQ(read.size(), own.size());
                for (std::size_t i = 0; i < own.size(); ++i)
                    ASSERT_NEAR(read[i], own[i], 1e-4F * (1 + std::abs(own[i])))
                        << model.graph.name() << ' ' << format.description.name << ' ' << options;
            }
        }
    }
}

TEST(NetworkFormats, TheNetworkOfEveryKindHasEveryKind) {
    const nn::Graph graph = test::graphOfEveryKind({2, 17, 15});
    for (const std::string& kind : nn::operations().names()) EXPECT_GT(graph.countOf(kind), 0) << kind;
}

TEST(NetworkFormats, GiveTheSameBytesOfTheSameNetwork) {
    TrainedModel model = test::trainedModel("mlp:5", {1, 4, 4});
    model.record.samples = {{.step = StepIndex{1}}};
    for (const NetworkFormat& format : networkFormats()) {
        const nlohmann::json options = completed(format, nlohmann::json::object());
        EXPECT_EQ(format.make(model, options, "net").front().bytes,
                  format.make(model, options, "net").front().bytes)
            << format.description.name;
    }
}

TEST(NetworkFormats, AreFoundByTheEndingOfAFile) {
    for (const NetworkFormat& format : networkFormats())
        for (const std::string& suffix : format.suffixes)
            EXPECT_EQ(&networkFormatOf("folder/file" + suffix), &format) << suffix;
    try {
        networkFormatOf("model.safetensor");
        FAIL();
    } catch (const UsageError& e) {
        EXPECT_EQ(e.where().english(), "model.safetensor");
        EXPECT_THAT(std::string(e.what()), HasSubstr("Did you mean '.safetensors'?"));
    }
    EXPECT_THROW(openWeights("net.onnx"), UsageError) << "no tensors are read from those";
}

TEST(NetworkFormats, NameTheTensorsAsPyTorchDoes) {
    const TrainedModel model = test::trainedModel("resnet-8", {3, 8, 8});
    const WeightsFile file = parseWeights(filesOf("safetensors", model).front().bytes, "net.safetensors");
    EXPECT_NE(file.find("conv1.weight"), nullptr);
    EXPECT_NE(file.find("bn1.running_mean"), nullptr);
    EXPECT_NE(file.find("fc.bias"), nullptr);
    EXPECT_EQ(file.find("conv1.weight.latent"), nullptr);
    EXPECT_EQ(file.metadata.at("format"), "pt");
    EXPECT_EQ(file.metadata.at("model"), "resnet-8");
    EXPECT_EQ(file.metadata.at("run"), "example");
    EXPECT_EQ(file.find("conv1.weight")->shape, (std::vector<std::int64_t>{16, 3, 3, 3}));
}

/// torch.nn.utils.prune: weight = weight_orig * weight_mask.
TEST(NetworkFormats, PutMasksBesideTheWeightsAsTorchKeepsThem) {
    const TrainedModel model = test::trainedModel("mlp:5", {1, 4, 4});
    const WeightsFile file =
        parseWeights(filesOf("safetensors", model, {{"masks", true}}).front().bytes, "net.safetensors");
    EXPECT_EQ(file.find("fc1.weight"), nullptr);
    const auto& original = std::get<std::vector<float>>(file.find("fc1.weight_orig")->values);
    const auto& mask = std::get<std::vector<std::uint8_t>>(file.find("fc1.weight_mask")->values);
    EXPECT_EQ(mask, *model.mask("fc1.weight"));
    for (std::size_t i = 0; i < mask.size(); ++i) {
        EXPECT_EQ(original[i] * mask[i], model.values("fc1.weight")[i]);
        EXPECT_NE(original[i], 0.0F) << "what is cut can be taken back";
    }
    EXPECT_NE(file.find("fc1.bias"), nullptr);
}

TEST(NetworkFormats, KeepTheRunsOwnFileByteForByte) {
    const TrainedModel model = test::trainedModel("mlp:5", {1, 4, 4});
    EXPECT_EQ(filesOf("weights", model).front().bytes, formatWeights(model.weights));
}

TEST(NetworkFormats, PackArraysForNumPy) {
    const TrainedModel model = test::trainedModel("mlp:50", {1, 28, 28});
    const std::string packed = filesOf("npz", model).front().bytes;
    const std::string stored = filesOf("npz", model, {{"packed", false}}).front().bytes;
    EXPECT_LT(packed.size(), stored.size() / 2) << "nine of ten weights are 0";
    for (const std::string& bytes : {packed, stored}) {
        const data::NpzArchive archive(bytes, "net.npz");
        EXPECT_TRUE(archive.has("metadata.json"));
        const auto content = archive.open("fc1.weight");
        data::ContentCursor cursor(*content);
        const data::NpyHeader header = data::readNpyHeader(cursor);
        EXPECT_EQ(header.shapeText(), "(50, 784)");
        EXPECT_EQ(data::readNpyFloats(cursor, header), model.values("fc1.weight"));
    }
}

/// Computes what it is given, and says that it is something new.
class NewOperation : public nn::Operation {
public:
    std::string_view kind() const override { return "something new"; }
    bool readsFlattened() const override { return true; }
    nn::Shape output(const nn::Place& place) const override { return place.input(); }
    nn::TensorIndex lower(nn::InferenceGraph&, const nn::Lowering& at) const override {
        return at.inputs.front();
    }
};

TEST(NetworkFormats, RefuseAnOperationThatOnnxDoesNotKnowByItsName) {
    nn::GraphBuilder builder({1, 2, 2}, "novel");
    builder.flatten().add("odd1", std::make_shared<NewOperation>()).dense("fc", 3);
    TrainedModel model{.name = "novel", .graph = builder.build(), .weights = {}};
    model.weights.tensors = {{"fc.weight", {3, 4}, std::vector<float>(12, 1)},
                             {"fc.bias", {3}, std::vector<float>(3, 0)}};
    for (const char* option : {"fold", "drop_dead", "sparse_initializers"}) {
        try {
            filesOf("onnx", model, {{option, true}});
            FAIL() << option;
        } catch (const UsageError& e) {
            EXPECT_THAT(std::string(e.what()), HasSubstr("onnx has no way to write odd1: something new"));
        }
    }
}

TEST(TrainedModel, CountsWhatItsMasksCut) {
    TrainedModel model = test::trainedModel("mlp:2", {1, 1, 2});
    model.weights.tensors = {{"fc1.weight", {2, 2}, std::vector<float>{1, 0, 0, 0}},
                             {"fc1.weight.mask", {2, 2}, std::vector<std::uint8_t>{1, 1, 0, 0}},
                             {"fc2.weight", {10, 2}, std::vector<float>(20, 1)}};
    EXPECT_DOUBLE_EQ(model.sparsity(), 2.0 / 24) << "a kept weight may be 0";
    EXPECT_EQ(model.classNames().back(), "class 9");
}

TEST(TrainedModel, SaysWhereItComesFrom) {
    TrainedModel model = test::trainedModel("mlp:2", {1, 1, 2});
    run::DatasetDescription& dataset = model.record.header.dataset;
    dataset.title = "Two points";
    dataset.files = {{"a.csv", 3, std::string(64, 'a')}, {"b.csv", 4, std::string(64, 'b')}};
    model.record.header.config.method = "map";
    model.scaling = {255, {0.5}, {0.25}};
    const auto facts = model.facts();
    EXPECT_EQ(facts.at("method"), "map");
    EXPECT_EQ(facts.at("data"), "Two points");
    EXPECT_EQ(facts.at("mean"), "0.5");
    EXPECT_EQ(facts.at("deviation"), "0.25");
    EXPECT_EQ(facts.at("unit"), "255");
    // printf '%s  a.csv\n%s  b.csv\n' aaa… bbb… | sha256sum
    EXPECT_EQ(facts.at("data_sha256"), "a705a419649f1df879c5ee91f8bd414b37c73d510a14646a6c03b79658efa06d");
    EXPECT_EQ(facts.at("class_names").substr(0, 10), "[\"class 0\"");
}

}  // namespace
}  // namespace prunescope::model
