// The pictures of a report come out of the run's data set, where it is still the one that was tested on.

#include "workspace/test_pictures.h"

#include "data/idx_fixtures.h"
#include "data/registry.h"
#include "support/small_run.h"
#include "support/temporary_folder.h"

#include <gmock/gmock.h>

namespace prunescope::workspace {
namespace {

using testing::HasSubstr;

constexpr std::size_t lostImage = 13;

class TestPicturesTest : public testing::Test {
protected:
    TestPicturesTest() {
        test::writeTinyMnist(folder_.path());
        run::RunRecord& record = input_.record;
        record.header.config = test::smallRun(folder_.path(), "mlp:4", 1);
        record.header.config.method = "gmp";
        record.header.schedule.target = 0.5;
        record.header.dataset = data::loadDataset(record.header.config)->description();
        addNetwork(1, 0, {});
        addNetwork(2, 0.5, lostImage);
    }

    /// Right of every image but one.
    void addNetwork(std::int64_t step, double sparsity, std::optional<std::size_t> wrong) {
        run::RunRecord& record = input_.record;
        record.samples.push_back({.step = StepIndex{step}, .sparsity = sparsity});
        run::ImageAnswers answers{.step = StepIndex{step}, .sparsity = sparsity, .classes = 10};
        run::Evaluation e{
            .step = StepIndex{step}, .split = run::Split::test, .sparsity = sparsity, .classes = 10};
        e.confusion.resize(100);
        for (std::size_t i = 0; i < 20; ++i) {
            const auto truth = static_cast<std::uint16_t>(i % 10);
            answers.truth.push_back(truth);
            answers.answers.push_back(i == wrong ? 0 : truth);
            ++e.confusion[truth * 10U + answers.answers.back()];
        }
        record.add(e);
        record.add(answers);
    }

    const std::optional<report::TestPictures>& taken() {
        addPictures(input_);
        return input_.pictures;
    }

    test::TemporaryFolder folder_;
    report::ReportInput input_{.runId = "run", .record = {}};
};

TEST_F(TestPicturesTest, AreThoseOfTheImagesThatOnlyThePrunedNetworkGetsWrong) {
    ASSERT_TRUE(taken());
    EXPECT_EQ(taken()->why.english(), "");
    ASSERT_EQ(taken()->pictures.size(), 1U);
    const report::TestPicture& picture = taken()->pictures.front();
    EXPECT_EQ(picture.image, lostImage);
    EXPECT_EQ(picture.raster.width, 28);
    EXPECT_EQ(picture.raster.channels, 1);
    const std::string all = test::TinyDigits{.images = 20, .salt = 5}.pixels();
    EXPECT_EQ(std::string(picture.raster.pixels.begin(), picture.raster.pixels.end()),
              all.substr(lostImage * 784, 784));
}

TEST_F(TestPicturesTest, AreNotOfAnotherDataSet) {
    test::writeBytes(folder_.path() / "t10k-images-idx3-ubyte",
                     test::TinyDigits{.images = 20, .salt = 6}.imageFile());
    EXPECT_TRUE(taken()->pictures.empty());
    EXPECT_EQ(taken()->why.english(), "the data set is not the one that the run was tested on.");
}

TEST_F(TestPicturesTest, AreMissedWithTheReasonWhereTheDataAreGone) {
    std::filesystem::remove(folder_.path() / "t10k-images-idx3-ubyte");
    EXPECT_TRUE(taken()->pictures.empty());
    EXPECT_THAT(taken()->why.english(), HasSubstr("the data set cannot be opened: "));
}

TEST_F(TestPicturesTest, OfATableThereAreNone) {
    input_.record.header.dataset.columns = {{.name = "width"}};
    EXPECT_EQ(taken()->why.english(), "the data set has no pictures.");
}

TEST_F(TestPicturesTest, AreNotLookedForWhereNoneIsWanted) {
    input_.record.imageAnswers.clear();
    EXPECT_FALSE(taken());
}

}  // namespace
}  // namespace prunescope::workspace
