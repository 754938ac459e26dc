// A number is predicted: a known function is learned to its noise, pruned, and measured in its own unit.

#include "data/idx_fixtures.h"
#include "data/registry.h"
#include "model/target_scale.h"
#include "model/trained_model_reader.h"
#include "model/weights_reader.h"
#include "support/temporary_folder.h"
#include "train/trainer.h"

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <tbb/task_arena.h>

#include <cmath>
#include <random>

namespace prunescope::train {
namespace {

constexpr double noise = 0.5;

/// y = 3 a - 2 b + 40 and noise of a standard deviation of 0.5; c says nothing.
std::string knownFunction(int rows) {
    std::mt19937_64 random(5);
    std::normal_distribution<double> normal;
    std::string text = "a,b,c,y\n";
    for (int i = 0; i < rows; ++i) {
        const double a = normal(random), b = normal(random), c = normal(random);
        text += fmt::format("{:.6f},{:.6f},{:.6f},{:.6f}\n", a, b, c,
                            3 * a - 2 * b + 40 + noise * normal(random));
    }
    return text;
}

class Regression : public testing::Test {
protected:
    Regression() {
        test::writeBytes(folder_ / "known.csv", knownFunction(1500));
        config_.dataset = "table";
        config_.dataDir = (folder_ / "known.csv").string();
        config_.model = "mlp:32,16";
        config_.epochs = 12;
        config_.batch = 32;
        config_.method = "dense";
        config_.optimizer.learningRate = 0.01;
        config_.pruning.maskInterval = 8;
    }

    std::unique_ptr<Trainer> trainedOn(int threads) {
        std::unique_ptr<Trainer> trainer;
        tbb::task_arena(threads).execute([&] {
            trainer = std::make_unique<Trainer>(ResolvedConfig(config_), data::loadDataset(config_));
            while (!trainer->done()) trainer->advance();
            trainer->finishMasks();
            test_ = trainer->evaluate(run::Split::test);
        });
        return trainer;
    }

    test::TemporaryFolder folder_;
    run::RunConfig config_;
    run::Evaluation test_;
};

TEST_F(Regression, LearnsAKnownFunctionToItsNoise) {
    for (const char* loss : {"squared", "huber"}) {
        config_.targetLoss = loss;
        trainedOn(1);
        ASSERT_TRUE(test_.numbers) << loss;
        EXPECT_EQ(test_.images(), 300);
        EXPECT_NEAR(test_.numbers->rmse(), noise, 0.1) << loss;
        EXPECT_GT(test_.numbers->rSquared(), 0.95) << "the function has a variance of 13, the noise of 0.25";
    }
}

TEST_F(Regression, IsPrunedByMapToNineOfTenWeights) {
    config_.method = "map";
    config_.schedule.target = 0.9;
    config_.epochs = 20;
    const auto trainer = trainedOn(1);
    EXPECT_NEAR(trainer->pruner().sparsity(), 0.9, 0.002);
    EXPECT_LT(test_.numbers->rmse(), 2 * noise) << "always the mean would give 3.6";
}

TEST_F(Regression, GivesTheSameBitsOnOneTwoAndThreeThreads) {
    config_.epochs = 2;
    config_.method = "map";
    trainedOn(1);
    const run::NumberErrors one = *test_.numbers;
    const double loss = test_.loss;
    for (const int threads : {2, 3}) {
        trainedOn(threads);
        EXPECT_EQ(*test_.numbers, one) << threads;
        EXPECT_EQ(test_.loss, loss) << threads;
    }
}

TEST_F(Regression, AStepHasTheErrorOfItsBatchInPlaceOfAnAccuracy) {
    Trainer trainer(ResolvedConfig(config_), data::loadDataset(config_));
    const run::MetricSample sample = trainer.advance().sample;
    EXPECT_TRUE(std::isnan(sample.accuracy));
    const double deviation = trainer.header().dataset.target->standardDeviation;
    EXPECT_NEAR(sample.rmse, deviation * std::sqrt(sample.loss), 1e-9)
        << "the loss is of standardised targets";
    EXPECT_NEAR(trainer.lossOfGuessing(), 1, 1e-12);
}

TEST_F(Regression, TheWeightsThatLeaveTheProgramGiveTheTargetsOwnUnit) {
    config_.epochs = 2;
    const auto trainer = trainedOn(1);
    const std::string bytes = model::formatWeights(trainer->weights());
    const model::TrainedModel folded =
        model::readTrainedModel(model::WeightsReader(bytes, "final.weights"), "final.weights");
    EXPECT_TRUE(folded.predictsNumber());
    EXPECT_EQ(folded.classNames(), std::vector<std::string>{"y"});
    const auto dataset = data::loadDataset(config_);
    infer::Engine engine(folded.inferenceGraph(), {.batch = 300, .threads = 1});
    kernels::Tensor<float> rows(dataset->shape(), 300), outputs({1, 1, 1}, 300);
    rows.setImages(300);
    dataset->load(run::Split::test, dataset->indices(run::Split::test), rows);
    engine.run(rows, outputs);
    const run::ImageAnswers& answers = trainer->testAnswers();
    for (std::size_t i = 0; i < answers.images(); ++i) {
        const auto n = static_cast<kernels::Index>(i);
        EXPECT_NEAR(outputs.channel(n / outputs.lanes(), 0)[n % outputs.lanes()], answers.predicted[i], 1e-3);
    }
    // What is read is written without the scale, so that nobody folds it twice.
    const std::string again = model::formatWeights(folded.weights);
    const model::TrainedModel twice = model::readTrainedModel(model::WeightsReader(again, "again"), "again");
    EXPECT_EQ(twice.values("fc3.bias"), folded.values("fc3.bias"));
}

TEST_F(Regression, TakesNoOptionsOfClasses) {
    config_.classWeights = "balanced";
    EXPECT_THROW(Trainer(ResolvedConfig(config_), data::loadDataset(config_)), UsageError);
    config_.classWeights = "none";
    config_.labelSmoothing = 0.1;
    EXPECT_THROW(Trainer(ResolvedConfig(config_), data::loadDataset(config_)), UsageError);
}

TEST(TargetScale, ThatIsNoNumberIsRefused) {
    nn::Graph graph = nn::graphOf({.name = "mlp:2", .input = {2, 1, 1}, .classes = 1});
    for (const char* deviation : {"", "nan", "-1", "0", "1e999", "7 m"}) {
        model::WeightsFile file{.metadata = {{"target_mean", "1"}, {"target_deviation", deviation}},
                                .tensors = {}};
        EXPECT_THROW(model::foldTargetScale(graph, file, "w"), Error) << deviation;
    }
    model::WeightsFile half{.metadata = {{"target_mean", "1"}}, .tensors = {}};
    EXPECT_THROW(model::foldTargetScale(graph, half, "w"), Error);
}

}  // namespace
}  // namespace prunescope::train
