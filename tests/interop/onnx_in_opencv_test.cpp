// What is exported as ONNX, computed by another program's engine: OpenCV's module for neural networks.

#include "infer/engine.h"
#include "model/network_format.h"
#include "support/every_kind.h"
#include "support/trained_model.h"

#include <gtest/gtest.h>
#include <opencv2/dnn.hpp>

#include <algorithm>
#include <cmath>

namespace prunescope::interop {
namespace {

constexpr std::int64_t images = 5;
constexpr double tolerance = 1e-4;

std::string onnxBytes(const model::TrainedModel& model, const nlohmann::json& given) {
    const model::NetworkFormat& format = model::networkFormats().get("onnx");
    const nlohmann::json options = run::completedOptions(format.description, model::formatOptions, given);
    const auto files = format.make(model, options, "net.onnx");
    // Throws where ONNX's own checker finds a fault.
    format.readBack(files, model, options);
    return files.front().bytes;
}

std::vector<float> ownLogits(const model::TrainedModel& model, const std::vector<float>& inputs) {
    infer::Engine engine(model.inferenceGraph(), {.batch = images});
    std::vector<float> logits(static_cast<std::size_t>(images * model.graph.classes()));
    engine.run(inputs, logits);
    return logits;
}

std::vector<float> logitsOfOpenCv(const std::string& bytes, const kernels::Shape& s,
                                  std::vector<float> inputs) {
    cv::dnn::Net net = cv::dnn::readNetFromONNX(bytes.data(), bytes.size());
    const std::vector<int> extents{static_cast<int>(images), static_cast<int>(s.channels),
                                   static_cast<int>(s.height), static_cast<int>(s.width)};
    net.setInput(cv::Mat(extents, CV_32F, inputs.data()));
    const cv::Mat logits = net.forward();
    return {logits.begin<float>(), logits.end<float>()};
}

struct Case {
    std::string network;
    kernels::Shape input;
};

class OnnxInOpenCv : public testing::TestWithParam<Case> {};

void expectSameLogits(const model::TrainedModel& model) {
    const kernels::Shape& input = model.graph.inputShape();
    const std::vector<float> inputs = test::randomInputs(input, images);
    const std::vector<float> own = ownLogits(model, inputs);
    const float largest = std::abs(*std::max_element(
        own.begin(), own.end(), [](float a, float b) { return std::abs(a) < std::abs(b); }));
    ASSERT_GT(largest, 0.1F) << "something is left to compare";
    for (const nlohmann::json& options : std::vector<nlohmann::json>{nlohmann::json::object(),
                                                                     {{"fold", true}},
                                                                     {{"drop_dead", true}},
                                                                     {{"fold", true}, {"drop_dead", true}}}) {
        const std::vector<float> theirs = logitsOfOpenCv(onnxBytes(model, options), input, inputs);
        ASSERT_EQ(theirs.size(), own.size()) << options;
        for (std::size_t i = 0; i < own.size(); ++i)
            ASSERT_NEAR(theirs[i], own[i], tolerance * largest) << options << " logit " << i;
    }
}

TEST_P(OnnxInOpenCv, GivesTheSameLogitsInEveryForm) {
    expectSameLogits(test::trainedModel(GetParam().network, GetParam().input));
}

INSTANTIATE_TEST_SUITE_P(Networks, OnnxInOpenCv,
                         testing::Values(Case{"lenet-300-100", {1, 28, 28}}, Case{"lenet-5", {1, 28, 28}},
                                         Case{"mlp:20,10", {3, 8, 8}}, Case{"resnet-8", {3, 17, 17}},
                                         Case{"resnet-14", {1, 12, 12}},
                                         Case{"resnet-8:projection", {3, 16, 16}},
                                         Case{"wrn-10-1", {3, 16, 16}}, Case{"mobilenet-v2", {3, 16, 16}},
                                         Case{"resnet-18", {3, 16, 16}}, Case{"vgg-16-bn", {3, 32, 32}}),
                         [](const auto& tested) {
                             std::string name = tested.param.network;
                             std::replace_if(
                                 name.begin(), name.end(),
                                 [](unsigned char c) { return std::isalnum(c) == 0; }, '_');
                             return name;
                         });

TEST(OnnxInOpenCvTest, ANetworkOfEveryKindGivesTheSameLogits) {
    expectSameLogits(test::trainedModel(test::graphOfEveryKind({3, 17, 15}), 0.5));
}

TEST(OnnxInOpenCvTest, ASmallerFileComesOfDeadChannelsAndOfSparseArrays) {
    const model::TrainedModel model = test::trainedModel("lenet-5", {1, 28, 28});
    const std::size_t dense = onnxBytes(model, {}).size();
    EXPECT_LT(onnxBytes(model, {{"fold", true}, {"drop_dead", true}}).size(), dense * 3 / 4);
    EXPECT_LT(onnxBytes(model, {{"sparse_initializers", true}}).size(), dense / 2);
}

}  // namespace
}  // namespace prunescope::interop
