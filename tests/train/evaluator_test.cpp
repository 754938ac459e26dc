// An evaluation asks the deployed network: it says what the network in training says, and the same on any
// number of threads.

#include "train/evaluator.h"

#include "data/idx_fixtures.h"
#include "data/registry.h"
#include "nn/models.h"
#include "support/small_run.h"
#include "support/temporary_folder.h"

#include <gtest/gtest.h>
#include <tbb/task_arena.h>

#include <array>
#include <cmath>

namespace prunescope::train {
namespace {

constexpr kernels::Index capacity = 16;
/// Of each family that takes the images of the small data set; what every operation computes when it is
/// deployed, tests/infer compares.
constexpr std::array networksForSmallImages{"lenet-300-100", "lenet-5", "mlp:20,30", "resnet-8",
                                            "resnet-8:projection"};

class EvaluatorTest : public testing::Test {
protected:
    EvaluatorTest() {
        test::writeTinyMnist(folder_.path());
        dataset_ = data::loadDataset(test::smallRun(folder_.path(), "lenet-5", 1));
    }

    /// A network that has measured its batch norms, with two of three weights pruned.
    nn::Network<float> network(const std::string& name, kernels::Index batch = capacity) {
        auto network = nn::buildNetwork<float>({.name = name,
                                                .input = dataset_->shape(),
                                                .classes = dataset_->classes(),
                                                .capacity = batch,
                                                .dropout = 0.3});
        nn::initialise(network, 7);
        const data::BatchLoader loader(*dataset_, 1);
        kernels::Tensor<float> images(dataset_->shape(), batch);
        std::vector<std::int32_t> labels;
        loader.loadForEvaluation(run::Split::train, dataset_->indices(run::Split::train).first(capacity),
                                 images, labels);
        network.updateStatistics(images);
        for (auto* p : network.parameters())
            for (kernels::Index i = 0; p->role() == nn::ParameterRole::weight && i < p->size(); ++i)
                if (i % 3 != 0) p->value()[i] = 0;
        return network;
    }

    EvaluatedSplit evaluated(const nn::Network<float>& network, int threads,
                             kernels::Index batch = capacity) {
        EvaluatedSplit evaluation;
        tbb::task_arena(threads).execute([&] {
            const data::BatchLoader loader(*dataset_, 1);
            kernels::Tensor<float> images(dataset_->shape(), batch);
            Objective objective({}, *dataset_);
            evaluation = Evaluator(network).evaluate(run::Split::test, *dataset_, loader, images, objective);
        });
        return evaluation;
    }

    test::TemporaryFolder folder_;
    std::shared_ptr<const data::Dataset> dataset_;
};

TEST_F(EvaluatorTest, GivesEveryNetworkTheSameBitsOnOneTwoAndThreeThreads) {
    for (const char* name : networksForSmallImages) {
        SCOPED_TRACE(name);
        const auto asked = network(name);
        const EvaluatedSplit one = evaluated(asked, 1);
        for (const int threads : {2, 3}) {
            const EvaluatedSplit more = evaluated(asked, threads);
            EXPECT_EQ(more.evaluation.loss, one.evaluation.loss) << threads;
            EXPECT_EQ(more.evaluation.confusion, one.evaluation.confusion) << threads;
            EXPECT_EQ(more.evaluation.calibrationError, one.evaluation.calibrationError) << threads;
            EXPECT_EQ(more.answers.answers, one.answers.answers) << threads;
        }
    }
}

TEST_F(EvaluatorTest, SaysWhatTheForwardPassOfTrainingSays) {
    for (const char* name : networksForSmallImages) {
        SCOPED_TRACE(name);
        auto asked = network(name);
        const data::BatchLoader loader(*dataset_, 1);
        kernels::Tensor<float> images(dataset_->shape(), capacity);
        std::vector<std::int32_t> labels, answers;
        std::vector<std::uint16_t> truth, said;
        std::vector<std::int64_t> confusion(100);
        double loss = 0;
        const auto indices = dataset_->indices(run::Split::test);
        ASSERT_EQ(indices.size(), 20U) << "the last batch is not full";
        for (const auto part : {indices.first(capacity), indices.subspan(capacity)}) {
            loader.loadForEvaluation(run::Split::test, part, images, labels);
            loss += nn::softmaxCrossEntropy<float>(asked.infer(images), labels, {}, nullptr, &answers).loss *
                    static_cast<double>(part.size()) / 20;
            for (std::size_t i = 0; i < part.size(); ++i)
                ++confusion[static_cast<std::size_t>(labels[i] * 10 + answers[i])];
            truth.insert(truth.end(), labels.begin(), labels.end());
            said.insert(said.end(), answers.begin(), answers.end());
        }
        const auto [evaluation, ofImages] = evaluated(asked, 2);
        EXPECT_NEAR(evaluation.loss, loss, 1e-5 * loss);
        EXPECT_EQ(evaluation.confusion, confusion);
        EXPECT_EQ(evaluation.images(), 20);
        EXPECT_EQ(ofImages.truth, truth);
        EXPECT_EQ(ofImages.answers, said);
        EXPECT_TRUE(run::belongTogether(ofImages, evaluation));
    }
}

TEST_F(EvaluatorTest, SaysHowSureTheNetworkIsAndAsksForTheFirstFiveOfManyClassesOnly) {
    const run::Evaluation evaluation = evaluated(network("mlp:20,30"), 2).evaluation;
    EXPECT_GE(evaluation.calibrationError, 0);
    EXPECT_LE(evaluation.calibrationError, 1);
    EXPECT_TRUE(std::isnan(evaluation.topFiveAccuracy)) << "there are ten classes";
}

TEST_F(EvaluatorTest, AnswersForAFewImagesOfALargeBatch) {
    const run::Evaluation evaluation = evaluated(network("mlp:20,30", 64), 3, 64).evaluation;
    EXPECT_EQ(evaluation.images(), 20);
    EXPECT_NEAR(evaluation.loss, evaluated(network("mlp:20,30"), 1).evaluation.loss, 1e-6)
        << "in two batches";
}

}  // namespace
}  // namespace prunescope::train
