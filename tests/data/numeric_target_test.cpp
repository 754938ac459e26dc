// Labels that are numbers to be predicted: when they are taken for such, and what becomes of them.

#include "data/batch_loader.h"
#include "data/idx_fixtures.h"
#include "data/npy_fixtures.h"
#include "data/registry.h"
#include "support/temporary_folder.h"

#include <fmt/format.h>
#include <gmock/gmock.h>

#include <cmath>
#include <set>

namespace prunescope::data {
namespace {

using test::errorOf;
using testing::HasSubstr;
using testing::SizeIs;

/// Rows x, 2 x + 0.25, so that no label is whole.
std::string lineRows(int rows) {
    std::string text = "x,z,price\n";
    for (int i = 0; i < rows; ++i) text += fmt::format("{},{},{}\n", i, i * i % 7, 2 * i + 0.25);
    return text;
}

class NumericTarget : public testing::Test {
protected:
    std::shared_ptr<const Dataset> load(const std::string& bytes, const nlohmann::json& options = {},
                                        const char* name = "table.csv", const char* dataset = "table") const {
        test::writeBytes(folder_ / name, bytes);
        run::RunConfig config;
        config.dataset = dataset;
        config.dataDir = (folder_ / name).string();
        config.dataOptions = options.is_null() ? nlohmann::json::object() : options;
        config.validationFraction = 0.25;
        return loadDataset(config);
    }

    test::TemporaryFolder folder_;
};

TEST_F(NumericTarget, IsFoundWhereManyLabelsAreNotWhole) {
    const auto dataset = load(lineRows(40));
    EXPECT_EQ(dataset->task(), run::Task::regression);
    EXPECT_EQ(dataset->outputs(), 1);
    EXPECT_EQ(dataset->classes(), 0);
    ASSERT_TRUE(dataset->description().target);
    EXPECT_EQ(dataset->description().target->name, "price");
    EXPECT_EQ(dataset->description().columns[2].kind, run::ColumnKind::target);
}

TEST_F(NumericTarget, IsNoneWhereFewLabelsAreNotWholeOrAllAre) {
    std::string grades = "x,grade\n", years = "x,year\n";
    for (int i = 0; i < 60; ++i) {
        grades += fmt::format("{},{}\n", i, 1 + i % 10 * 0.5);
        years += fmt::format("{},{}\n", i, 1990 + i % 20);
    }
    EXPECT_EQ(load(grades)->classes(), 10);
    EXPECT_EQ(load(years)->classes(), 20);
    EXPECT_EQ(load(years, {{"target", "number"}})->task(), run::Task::regression);
    EXPECT_THROW(load(lineRows(40), {{"target", "class"}}), Error) << "a class for each row";
}

TEST_F(NumericTarget, IsFoundAmongMoreValuesThanThereCanBeClasses) {
    std::string text = "x,y\n";
    for (int i = 0; i < 70000; ++i) text += fmt::format("{},{}\n", i % 100, i + 0.5);
    const auto dataset = load(text);
    EXPECT_EQ(dataset->task(), run::Task::regression);
    EXPECT_THAT(dataset->targets(run::Split::train), SizeIs(56000));
}

TEST_F(NumericTarget, IsStandardisedByTheRowsToTrainOnAndStaysInItsOwnUnit) {
    const auto dataset = load(lineRows(40), {{"unit", "USD"}});
    const run::TargetDescription target = *dataset->description().target;
    EXPECT_EQ(target.unit, "USD");
    std::vector<double> standardised;
    const auto training = dataset->indices(run::Split::train);
    BatchLoader(*dataset, 1).loadTargets(run::Split::train, training, standardised);
    double mean = 0, square = 0;
    for (const double z : standardised) {
        mean += z / static_cast<double>(standardised.size());
        square += z * z / static_cast<double>(standardised.size());
    }
    EXPECT_NEAR(mean, 0, 1e-12);
    EXPECT_NEAR(square, 1, 1e-12);
    const auto all = dataset->targets(run::Split::train);
    EXPECT_NEAR(target.mean + target.standardDeviation * standardised.front(),
                static_cast<double>(all[training.front().index()]), 1e-4);
    std::set<float> prices(all.begin(), all.end());
    for (const float price : dataset->targets(run::Split::test)) prices.insert(price);
    EXPECT_EQ(prices.size(), 40U);
    EXPECT_TRUE(prices.contains(78.25F)) << "2 * 39 + 0.25";
}

TEST_F(NumericTarget, SplitsAreDrawnFromAllRowsAlikeAndBySeed) {
    const auto dataset = load(lineRows(40));
    EXPECT_THAT(dataset->targets(run::Split::test), SizeIs(8)) << "a fifth";
    EXPECT_THAT(dataset->indices(run::Split::validation), SizeIs(8)) << "a quarter of the rest";
    EXPECT_THAT(dataset->indices(run::Split::train), SizeIs(24));
    const auto first = dataset->targets(run::Split::test);
    const auto again = load(lineRows(40));
    EXPECT_TRUE(std::ranges::equal(first, again->targets(run::Split::test)));
    const auto other = load(lineRows(40), {{"test_seed", 2}});
    EXPECT_FALSE(std::ranges::equal(first, other->targets(run::Split::test)));
}

TEST_F(NumericTarget, ThatIsMissingDropsTheRowOrIsRefused) {
    const std::string text = lineRows(40) + "40,1,\n41,2,?\n";
    const auto dataset = load(text, {{"target", "number"}, {"missing", "drop"}});
    EXPECT_EQ(dataset->targets(run::Split::train).size() + dataset->targets(run::Split::test).size(), 40U);
    EXPECT_EQ(dataset->description().columns[2].missing, 2);
    const Error error = errorOf([&] { load(text, {{"target", "number"}, {"missing", "fill"}}); });
    EXPECT_THAT(error.whole().english(), HasSubstr("expected the number to predict, found none"));
}

TEST_F(NumericTarget, ThatIsNoNumberIsNamedWithItsPlace) {
    const Error error = errorOf([&] { load(lineRows(12) + "1,2,cheap\n", {{"target", "number"}}); });
    EXPECT_THAT(error.whole().english(), HasSubstr("line 14"));
    EXPECT_THROW(load("x,y\n1,2.5\n2,2.5\n3,2.5\n4,2.5\n", {{"target", "number"}}), Error)
        << "nothing to learn where all are the same";
}

TEST_F(NumericTarget, ComesFromRealNumbersOfNumPy) {
    std::vector<float> x, y;
    for (int i = 0; i < 20; ++i) {
        x.insert(x.end(), {static_cast<float>(i), static_cast<float>(i % 3)});
        y.push_back(static_cast<float>(i) + 0.5F);
    }
    test::writeBytes(folder_ / "x_train.npy", test::npy("<f4", "(20, 2)", test::littleEndian(x)));
    test::writeBytes(folder_ / "y_train.npy", test::npy("<f4", "(20,)", test::littleEndian(y)));
    run::RunConfig config;
    config.dataset = "npz";
    config.dataDir = folder_.path().string();
    config.validationFraction = 0.25;
    config.dataOptions = {{"unit", "m"}};
    const auto dataset = loadDataset(config);
    EXPECT_EQ(dataset->task(), run::Task::regression);
    EXPECT_EQ(dataset->description().target->name, "y_train");
    EXPECT_EQ(dataset->targets(run::Split::train).size(), 16U);
    config.dataOptions = {{"target", "class"}};
    EXPECT_THROW(loadDataset(config), Error);
}

}  // namespace
}  // namespace prunescope::data
