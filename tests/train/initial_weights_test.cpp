// Where the weights of a run start.

#include "train/initial_weights.h"

#include "base/error.h"
#include "base/sha256.h"
#include "data/idx_fixtures.h"
#include "data/registry.h"
#include "infer/engine.h"
#include "model/network_format.h"
#include "support/small_run.h"
#include "support/temporary_folder.h"
#include "support/trained_model.h"
#include "train/trainer.h"

#include <gmock/gmock.h>

#include <fstream>

namespace prunescope::train {
namespace {

using testing::HasSubstr;

class InitialWeightsTest : public testing::Test {
protected:
    InitialWeightsTest() {
        test::writeTinyMnist(folder_.path());
        config_ = test::smallRun(folder_.path(), exported("onnx", "net.onnx"), 2);
    }

    std::string exported(const std::string& format, const std::string& name) const {
        const model::NetworkFormat& f = model::networkFormats().get(format);
        const auto options =
            run::completedOptions(f.description, model::formatOptions, nlohmann::json::object());
        const std::filesystem::path file = folder_.path() / name;
        std::ofstream(file, std::ios::binary) << f.make(model_, options, name).front().bytes;
        return file.string();
    }

    std::unique_ptr<Trainer> trainer(const run::RunConfig& config) const {
        return std::make_unique<Trainer>(ResolvedConfig(config), data::loadDataset(config));
    }

    static std::vector<float> valuesOf(const Trainer& trainer, const std::string& parameter) {
        const auto* p = trainer.network().find(parameter);
        return {p->value(), p->value() + p->size()};
    }

    static std::string blamed(const run::RunConfig& config) {
        try {
            ResolvedConfig resolved(config);
        } catch (const UsageError& e) {
            return e.whole().english();
        }
        return "";
    }

    test::TemporaryFolder folder_;
    model::TrainedModel model_ = test::trainedModel("lenet-300-100", {1, 28, 28});
    run::RunConfig config_;
};

TEST_F(InitialWeightsTest, OfAnOnnxNetworkAreItsOwn) {
    const auto t = trainer(config_);
    EXPECT_EQ(valuesOf(*t, "fc1.weight"), model_.values("fc1.weight"));
    EXPECT_EQ(valuesOf(*t, "fc3.bias"), model_.values("fc3.bias"));
    const auto header = t->header();
    ASSERT_TRUE(header.network.initialWeights.has_value());
    EXPECT_THAT(header.network.initialWeights->producer, HasSubstr("prunescope"));
    ASSERT_EQ(header.network.initialWeights->files.size(), 1U);
    const std::string hash = sha256HexOfFile(folder_.path() / "net.onnx");
    EXPECT_EQ(header.network.initialWeights->files.front().sha256, hash);
    EXPECT_EQ(header.config.start.sha256, hash);
    EXPECT_EQ(header.config.start.weights, (folder_.path() / "net.onnx").string());
}

/// What the run measures before its first step is what the file's network answers.
TEST_F(InitialWeightsTest, GiveTheAnswersOfTheFileBeforeTheFirstStep) {
    const auto t = trainer(config_);
    const run::Evaluation measured = t->evaluate(run::Split::test);
    const auto data = data::loadDataset(config_);
    const auto images = data->indices(run::Split::test);
    kernels::Tensor<float> input(data->shape(), static_cast<std::int64_t>(images.size()));
    data->load(run::Split::test, images, input);
    infer::Engine engine(model_.inferenceGraph(),
                         {.batch = static_cast<std::int64_t>(images.size()), .sideBySide = true});
    kernels::Tensor<float> logits({10, 1, 1}, static_cast<std::int64_t>(images.size()));
    engine.run(input, logits);
    std::vector<std::int64_t> confusion(100);
    for (std::size_t i = 0; i < images.size(); ++i) {
        const auto lane = static_cast<std::int64_t>(i);
        const auto logit = [&](std::int64_t c) {
            return logits.channel(lane / logits.lanes(), c)[lane % logits.lanes()];
        };
        std::int64_t answer = 0;
        for (std::int64_t c = 1; c < 10; ++c)
            if (logit(c) > logit(answer)) answer = c;
        const std::int64_t label = data->labels(run::Split::test)[images[i].index()];
        ++confusion[static_cast<std::size_t>(label * 10 + answer)];
    }
    EXPECT_EQ(measured.confusion, confusion);
    EXPECT_EQ(measured.step, StepIndex{0});
}

TEST_F(InitialWeightsTest, AreNewWhereThatIsAskedFor) {
    config_.start.weights = "new";
    const auto fresh = trainer(config_);
    EXPECT_FALSE(fresh->initialWeights().has_value());
    EXPECT_EQ(fresh->config().start.weights, "");
    run::RunConfig named = config_;
    named.model = "lenet-300-100";
    named.start = {};
    EXPECT_EQ(valuesOf(*fresh, "fc1.weight"), valuesOf(*trainer(named), "fc1.weight"))
        << "the same network, the same seed";
}

TEST_F(InitialWeightsTest, OfANamedNetworkMayComeFromAFile) {
    config_.model = "lenet-300-100";
    config_.start.weights = exported("safetensors", "net.safetensors");
    EXPECT_EQ(valuesOf(*trainer(config_), "fc2.weight"), model_.values("fc2.weight"));
    std::ofstream(folder_.path() / "names.json") << R"({"fc1.weight": null})";
    config_.start.names = (folder_.path() / "names.json").string();
    try {
        trainer(config_);
        FAIL();
    } catch (const UsageError& e) {
        EXPECT_THAT(e.whole().english(), HasSubstr("missing: 'fc1.weight'"));
    }
}

TEST_F(InitialWeightsTest, AreHeldAgainstTheNetworkBeforeTheRun) {
    const auto fitOf = [&] { return fitOfStart(config_, model_.graph); };
    EXPECT_EQ(fitOf()->fit.matched.size(), 6U) << "of the network's own ONNX file";
    config_.model = "lenet-300-100";
    EXPECT_FALSE(fitOf()) << "new ones";
    config_.start.weights = exported("safetensors", "net.safetensors");
    EXPECT_TRUE(fitOf()->fit.isWhole());
    EXPECT_EQ(fitOf()->file, config_.start.weights);
    EXPECT_FALSE(fitOfStart(config_, test::trainedModel("lenet-5", {1, 28, 28}).graph)->fit.isWhole())
        << "that is told, not refused";
    config_.start.sha256 = std::string(64, 'a');
    EXPECT_THROW(fitOf(), UsageError);
    config_.start = {.weights = "new", .names = "names.json"};
    EXPECT_THROW(fitOf(), UsageError);
}

/// A form asks at every edit.
TEST_F(InitialWeightsTest, AreNotOpenedByTheCheckWithoutFiles) {
    config_.start.weights = (folder_.path() / "none.safetensors").string();
    EXPECT_NO_THROW(checkedWithoutFiles(config_));
    EXPECT_THROW(ResolvedConfig{config_}, UsageError);
}

TEST_F(InitialWeightsTest, AreTheSameWhenARunIsRepeatedOrElseRefused) {
    const ResolvedConfig first(config_);
    const run::RunConfig again = run::configFromText(run::configToJson(*first).dump(), "config.json");
    EXPECT_EQ(ResolvedConfig(again)->start.sha256, first->start.sha256);
    EXPECT_EQ(valuesOf(*trainer(again), "fc1.weight"), model_.values("fc1.weight"));
    std::ofstream(folder_.path() / "net.onnx", std::ios::app) << '\x08' << '\x08';
    EXPECT_THAT(blamed(again), testing::AllOf(HasSubstr("start.weights"), HasSubstr(first->start.sha256)));
    std::filesystem::remove(folder_.path() / "net.onnx");
    EXPECT_THAT(blamed(again), HasSubstr("start.weights=new"));
    run::RunConfig fresh = again;
    run::setOption(fresh, "start.weights", "new", {});
    EXPECT_EQ(blamed(fresh), "") << "the network itself is part of the run";
    EXPECT_EQ(trainer(fresh)->network().describe().parameters(), 266610);
}

/// The network was read once, for graph, hash and weights alike.
TEST_F(InitialWeightsTest, OfAnOnnxNetworkDoNotChangeWithItsFileOnceItIsRead) {
    const ResolvedConfig resolved(config_);
    std::ofstream(folder_.path() / "net.onnx", std::ios::trunc) << "another file";
    const Trainer t(resolved, data::loadDataset(config_));
    EXPECT_EQ(valuesOf(t, "fc1.weight"), model_.values("fc1.weight"));
    EXPECT_EQ(t.header().config.start.sha256, t.initialWeights()->files.front().sha256);
    EXPECT_EQ(t.config().start.sha256, resolved->start.sha256);
}

TEST_F(InitialWeightsTest, OfAFileThatIsReadLaterAreRefusedWhenItHasChanged) {
    config_.model = "lenet-300-100";
    config_.start.weights = exported("safetensors", "net.safetensors");
    const ResolvedConfig resolved(config_);
    std::fstream file(config_.start.weights, std::ios::in | std::ios::out | std::ios::binary);
    file.seekp(-1, std::ios::end) << '\x3e';
    file.close();
    try {
        Trainer(resolved, data::loadDataset(config_));
        FAIL();
    } catch (const UsageError& e) {
        EXPECT_THAT(e.whole().english(),
                    testing::AllOf(HasSubstr("start.weights"), HasSubstr(resolved->start.sha256)));
    }
}

TEST_F(InitialWeightsTest, WithoutAFileHaveNoNames) {
    config_.model = "lenet-300-100";
    config_.start.names = "names.json";
    EXPECT_THAT(blamed(config_), HasSubstr("start.names"));
}

/// Numbers that the network was trained with, for pixels from 0 to 1.
TEST_F(InitialWeightsTest, WantTheNormalisationThatTheyWereTrainedWith) {
    config_.normalisation = {.mean = {0.5}, .deviation = {0.25}};
    const auto data = data::loadDataset(config_);
    EXPECT_EQ(data->description().mean, std::vector<double>{0.5});
    kernels::Tensor<float> input(data->shape(), 1);
    const auto first = data->indices(run::Split::train).subspan(0, 1);
    data->load(run::Split::train, first, input);
    const auto pixels = data->pixels(run::Split::train, first.front());
    for (std::size_t i = 0; i < 784; i += 37) {
        EXPECT_NEAR(input.channel(0, 0)[static_cast<std::int64_t>(i) * input.lanes()],
                    (static_cast<float>(pixels[i]) / 255.0F - 0.5F) / 0.25F, 1e-6F);
    }
    config_.normalisation.deviation.clear();
    EXPECT_THROW(data::loadDataset(config_), UsageError);
}

}  // namespace
}  // namespace prunescope::train
