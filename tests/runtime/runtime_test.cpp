// The C interface answers as the engine does, for any number of callers, and says what is wrong.

#include "base/file.h"
#include "base/random.h"
#include "infer/engine.h"
#include "model/weights_file.h"
#include "nn/models.h"
#include "nn/network.h"
#include "runtime/pixel_scaling.h"
#include "runtime/prunescope_runtime.h"
#include "support/temporary_folder.h"

#include <gmock/gmock.h>

#include <thread>

namespace prunescope::runtime {
namespace {

using testing::HasSubstr;
using testing::IsEmpty;

struct CloseModel {
    void operator()(prunescope_model* model) const { prunescope_close(model); }
};
using OpenModel = std::unique_ptr<prunescope_model, CloseModel>;

OpenModel opened(const std::filesystem::path& file, int threads = 1) {
    prunescope_model* model = nullptr;
    EXPECT_EQ(prunescope_open(file.c_str(), threads, &model), PRUNESCOPE_OK) << prunescope_last_error();
    return OpenModel(model);
}

/// A network with drawn weights, of which nine in ten are cut, as a run leaves it in a file.
class RuntimeTest : public testing::Test {
protected:
    RuntimeTest()
        : network_(nn::buildNetwork<float>(
              {.name = "lenet-5", .input = {1, 16, 16}, .classes = 3, .capacity = 1})) {
        nn::initialise(network_, 3);
        Random random(4, RandomStream::weights);
        weights_.metadata = {{"model", "lenet-5"}, {"input", "1x16x16"}, {"classes", "3"}};
        for (nn::Parameter<float>* p : network_.parameters()) {
            for (nn::Index i = 0; i < p->size(); ++i)
                if (p->role() == nn::ParameterRole::weight && random.uniform() < 0.9) p->value()[i] = 0;
            weights_.tensors.push_back(
                {p->name(), p->shape(), std::vector<float>(p->value(), p->value() + p->size())});
        }
    }

    std::filesystem::path written(const std::string& name = "final.weights") const {
        model::writeWeights(folder_ / name, weights_);
        return folder_ / name;
    }

    static std::vector<float> images(std::size_t count) {
        Random random(5, RandomStream::augmentation);
        std::vector<float> values(count * 256);
        for (float& value : values) value = static_cast<float>(random.normal());
        return values;
    }

    std::vector<float> expected(const std::vector<float>& images, std::size_t together) const {
        infer::Engine engine(network_.inferenceGraph(), {.batch = 256, .threads = 1});
        std::vector<float> logits(images.size() / 256 * 3);
        for (std::size_t first = 0; first < images.size() / 256; first += together) {
            const std::size_t count = std::min(together, images.size() / 256 - first);
            engine.run({images.data() + first * 256, count * 256}, {logits.data() + first * 3, count * 3});
        }
        return logits;
    }

    nn::Network<float> network_;
    model::WeightsFile weights_;
    test::TemporaryFolder folder_;
};

TEST_F(RuntimeTest, SaysWhatItIsAskedAbout) {
    const OpenModel model = opened(written());
    EXPECT_STREQ(prunescope_network(model.get()), "lenet-5");
    EXPECT_EQ(prunescope_channels(model.get()), 1U);
    EXPECT_EQ(prunescope_height(model.get()), 16U);
    EXPECT_EQ(prunescope_width(model.get()), 16U);
    EXPECT_EQ(prunescope_inputs(model.get()), 256U);
    EXPECT_EQ(prunescope_classes(model.get()), 3U);
    EXPECT_STREQ(prunescope_class_name(model.get(), 2), "class 2");
    EXPECT_EQ(prunescope_class_name(model.get(), 3), nullptr);
    EXPECT_STREQ(prunescope_version(), PRUNESCOPE_VERSION);
    EXPECT_EQ(prunescope_interface(), PRUNESCOPE_RUNTIME_INTERFACE);
}

TEST_F(RuntimeTest, AnswersAsTheEngineForAnyNumberOfImages) {
    const auto file = written();
    for (const int threads : {0, 1, 1'000'000}) {
        const OpenModel model = opened(file, threads);
        for (const std::size_t count : {1U, 3U, 64U, 300U}) {
            const std::vector<float> input = images(count);
            std::vector<float> logits(count * 3);
            std::vector<int> classes(count);
            ASSERT_EQ(prunescope_predict(model.get(), input.data(), count, logits.data(), classes.data()),
                      PRUNESCOPE_OK);
            const std::vector<float> own = expected(input, 256);
            for (std::size_t n = 0; n < count; ++n) {
                for (std::size_t k = 3 * n; k < 3 * n + 3; ++k) ASSERT_NEAR(logits[k], own[k], 1e-4) << n;
                const auto row = logits.begin() + static_cast<std::ptrdiff_t>(3 * n);
                EXPECT_EQ(classes[n], std::max_element(row, row + 3) - row);
            }
            std::vector<int> alone(count);
            ASSERT_EQ(prunescope_predict(model.get(), input.data(), count, nullptr, alone.data()),
                      PRUNESCOPE_OK);
            EXPECT_EQ(alone, classes);
        }
    }
}

TEST_F(RuntimeTest, CallersAtTheSameTimeGetTheBitsThatOneGets) {
    const OpenModel model = opened(written());
    const std::vector<float> input = images(40);
    std::vector<float> alone(120);
    ASSERT_EQ(prunescope_predict(model.get(), input.data(), 40, alone.data(), nullptr), PRUNESCOPE_OK);
    std::vector<std::vector<float>> answers(6, std::vector<float>(120));
    std::vector<std::thread> callers;
    for (std::vector<float>& answer : answers) {
        callers.emplace_back([&] {
            for (int k = 0; k < 20; ++k)
                prunescope_predict(model.get(), input.data(), 40, answer.data(), nullptr);
        });
    }
    for (std::thread& caller : callers) caller.join();
    for (const std::vector<float>& answer : answers) EXPECT_EQ(answer, alone);
}

TEST_F(RuntimeTest, RefusesWhatItCannotDoAndSaysWhy) {
    const OpenModel model = opened(written());
    float value = 0;
    EXPECT_EQ(prunescope_open(nullptr, 1, nullptr), PRUNESCOPE_BAD_ARGUMENT);
    EXPECT_THAT(prunescope_last_error(), HasSubstr("place for the model is null"));
    prunescope_model* none = model.get();
    EXPECT_EQ(prunescope_open(nullptr, 1, &none), PRUNESCOPE_BAD_ARGUMENT);
    EXPECT_EQ(none, nullptr);
    EXPECT_EQ(prunescope_open("x", -1, &none), PRUNESCOPE_BAD_ARGUMENT);
    EXPECT_THAT(prunescope_last_error(), HasSubstr("negative"));
    EXPECT_EQ(prunescope_predict(nullptr, &value, 1, &value, nullptr), PRUNESCOPE_BAD_ARGUMENT);
    EXPECT_EQ(prunescope_predict(model.get(), nullptr, 1, &value, nullptr), PRUNESCOPE_BAD_ARGUMENT);
    EXPECT_EQ(prunescope_predict(model.get(), &value, SIZE_MAX / 2, &value, nullptr),
              PRUNESCOPE_BAD_ARGUMENT);
    EXPECT_THAT(prunescope_last_error(), HasSubstr("too many images"));
    EXPECT_EQ(prunescope_predict(model.get(), nullptr, 0, nullptr, nullptr), PRUNESCOPE_OK);
    EXPECT_EQ(prunescope_classes(nullptr), 0U);
    EXPECT_EQ(prunescope_network(nullptr), nullptr);
    prunescope_close(nullptr);
}

TEST_F(RuntimeTest, RefusesFilesThatAreNoModel) {
    prunescope_model* model = nullptr;
    const auto refused = [&](const std::filesystem::path& file) {
        EXPECT_EQ(prunescope_open(file.c_str(), 1, &model), PRUNESCOPE_BAD_MODEL) << file;
        EXPECT_EQ(model, nullptr);
        return std::string(prunescope_last_error());
    };
    EXPECT_THAT(refused(folder_ / "none.weights"), HasSubstr("none.weights"));
    EXPECT_THAT(refused(folder_.path()), testing::Not(IsEmpty()));
    writeFileAtomically(folder_ / "text.weights", "this is no model");
    EXPECT_THAT(refused(folder_ / "text.weights"), HasSubstr("text.weights"));
    const std::string whole = model::formatWeights(weights_);
    writeFileAtomically(folder_ / "cut.weights", whole.substr(0, whole.size() - 1));
    EXPECT_THAT(refused(folder_ / "cut.weights"), HasSubstr("cut.weights"));
    weights_.metadata.erase("model");
    EXPECT_THAT(refused(written("nameless.weights")), HasSubstr("does not name its network"));
    weights_.metadata["model"] = "lenet-300-100";
    EXPECT_THAT(refused(written("other.weights")), testing::Not(IsEmpty()));
}

TEST_F(RuntimeTest, RefusesImagesThatWouldTakeTheMemoryOfTheMachine) {
    // A network whose weights do not tell how large an image is.
    auto network =
        nn::buildNetwork<float>({.name = "resnet-8", .input = {1, 8, 8}, .classes = 2, .capacity = 1});
    weights_.tensors.clear();
    for (nn::Parameter<float>* p : network.parameters())
        weights_.tensors.push_back(
            {p->name(), p->shape(), std::vector<float>(static_cast<std::size_t>(p->size()), 0.5F)});
    weights_.metadata = {{"model", "resnet-8"}, {"input", "1x900x900"}, {"classes", "2"}};
    prunescope_model* model = nullptr;
    EXPECT_EQ(prunescope_open(written("large.weights").c_str(), 1, &model), PRUNESCOPE_BAD_MODEL);
    EXPECT_THAT(prunescope_last_error(), HasSubstr("one sample takes"));
}

TEST_F(RuntimeTest, NormalisesAsTheFileSays) {
    weights_.metadata["unit"] = "255";
    weights_.metadata["mean"] = "0.5";
    weights_.metadata["deviation"] = "0.25";
    weights_.metadata["class_names"] = R"(["ankle boot","bag","coat"])";
    const OpenModel model = opened(written());
    EXPECT_STREQ(prunescope_class_name(model.get(), 1), "bag");
    const std::vector<unsigned char> pixels(512, 51);
    std::vector<float> input(512);
    ASSERT_EQ(prunescope_normalise(model.get(), pixels.data(), 2, input.data()), PRUNESCOPE_OK);
    // (51 / 255 - 0.5) / 0.25
    EXPECT_THAT(input, testing::Each(testing::FloatEq(-1.2F)));
    EXPECT_EQ(prunescope_normalise(model.get(), nullptr, 2, input.data()), PRUNESCOPE_BAD_ARGUMENT);
}

TEST_F(RuntimeTest, NormalisesNothingThatTheFileDoesNotSay) {
    const OpenModel model = opened(written());
    unsigned char pixel = 0;
    float value = 0;
    EXPECT_EQ(prunescope_normalise(model.get(), &pixel, 1, &value), PRUNESCOPE_BAD_ARGUMENT);
    EXPECT_THAT(prunescope_last_error(), HasSubstr("does not say how pixels were normalised"));
}

TEST(PixelScaling, IsReadPerChannel) {
    const auto scaling = pixelScalingIn({{"unit", "255"}, {"mean", "0,0.5"}, {"deviation", "1,0"}}, 2);
    ASSERT_TRUE(scaling.has_value());
    EXPECT_THAT(scaling->factor, testing::ElementsAre(1.0F / 255, 0));
    EXPECT_THAT(scaling->shift, testing::ElementsAre(0, 0)) << "a channel without a deviation is 0";
}

TEST(PixelScaling, IsNoneWhereTheMetadataAreNotThat) {
    const std::map<std::string, std::string> good{{"unit", "255"}, {"mean", "0.5"}, {"deviation", "1"}};
    EXPECT_TRUE(pixelScalingIn(good, 1).has_value());
    EXPECT_FALSE(pixelScalingIn(good, 3).has_value());
    for (const char* key : {"unit", "mean", "deviation"}) {
        for (const char* wrong : {"", "x", "1,", ",1", "1 ", "nan", "inf", "1e999", "0.5,0.5", "255,255"}) {
            auto damaged = good;
            damaged[key] = wrong;
            EXPECT_FALSE(pixelScalingIn(damaged, 1).has_value()) << key << "=" << wrong;
        }
    }
    const std::vector<std::string> names{"class 0", "class 1"};
    for (const char* wrong : {"", "[", "{}", "[1,2]", "[\"a\"]", "[\"a\",\"b\",\"c\"]"})
        EXPECT_EQ(classNamesIn({{"class_names", wrong}}, names), names) << wrong;
}

}  // namespace
}  // namespace prunescope::runtime
