#include "view/comparison.h"

#include "view/wilson.h"

#include <gmock/gmock.h>

#include <limits>
#include <string>
#include <vector>

namespace prunescope::view {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

TEST(WilsonInterval, IsThatOfTheFormula) {
    // p = 1/2, n = 100, z^2 = 3.8415: centre 0.519207, reach 0.099834, scale 1.038415.
    const Range half = wilsonInterval(0.5, 100);
    EXPECT_NEAR(half.from, 0.403832, 1e-6);
    EXPECT_NEAR(half.to, 0.596168, 1e-6);
    // Of 50 right answers of 50: from 1 / (1 + z^2 / 50) to all of them.
    EXPECT_NEAR(wilsonInterval(1, 50).from, 0.928652, 1e-6);
    EXPECT_DOUBLE_EQ(wilsonInterval(1, 50).to, 1);
    EXPECT_NEAR(wilsonInterval(0, 50).from, 0, 1e-15);
    EXPECT_GE(wilsonInterval(0, 50).from, 0);
    EXPECT_DOUBLE_EQ(wilsonInterval(0.3, 0).from, 0) << "without an image nothing is known";
    EXPECT_DOUBLE_EQ(wilsonInterval(0.3, 0).to, 1);
}

TEST(AccuracyInterval, HoldsTheChoiceOfImagesAndTheSpreadOverSeeds) {
    EXPECT_FALSE(accuracyInterval({.accuracy = 0.5}));
    const Range images = *accuracyInterval({.accuracy = 0.5, .images = 100});
    EXPECT_NEAR(images.from, 0.403832, 1e-6);
    const Range seeds = *accuracyInterval({.accuracy = 0.5, .deviation = 0.02});
    EXPECT_DOUBLE_EQ(seeds.from, 0.48);
    EXPECT_DOUBLE_EQ(seeds.to, 0.52);
    const Range wide = *accuracyInterval({.accuracy = 0.5, .deviation = 0.2, .images = 100});
    EXPECT_DOUBLE_EQ(wide.from, 0.3) << "the wider of both";
    const Range narrow = *accuracyInterval({.accuracy = 0.5, .deviation = 0.01, .images = 100});
    EXPECT_NEAR(narrow.from, 0.403832, 1e-6);
    EXPECT_FALSE(accuracyInterval({.accuracy = 0.5, .images = 0}));
}

TEST(AccuracyInterval, OfAnErrorIsMadeOfItsStandardError) {
    GroupFigures rmse{.accuracy = 1, .measure = run::qualityMeasure("rmse"), .error = 0.1};
    EXPECT_NEAR(accuracyInterval(rmse)->from, 0.804, 1e-3);
    EXPECT_NEAR(accuracyInterval(rmse)->to, 1.196, 1e-3);
    rmse.error = 1;
    EXPECT_DOUBLE_EQ(accuracyInterval(rmse)->from, 0) << "no error is below 0";
    const GroupFigures fit{.accuracy = -0.5, .deviation = 0.1, .measure = run::qualityMeasure("r_squared")};
    EXPECT_DOUBLE_EQ(accuracyInterval(fit)->from, -0.6) << "an R² may be";
    const GroupFigures f1{.accuracy = 0.5, .measure = run::qualityMeasure("macro_f1")};
    EXPECT_FALSE(accuracyInterval(f1)) << "no share of the images";
}

TEST(Meeting, IsTheLargestSetAtOneSparsity) {
    EXPECT_THAT(meeting({0.9, 0.95, 0.9001, 0.9019, 0.95}), ElementsAre(0U, 2U, 3U));
    EXPECT_THAT(meeting({0.9, 0.95, 0.9, 0.95}), ElementsAre(1U, 3U)) << "of two as large the sparser";
    EXPECT_THAT(meeting({0.90, 0.91, 0.92}), IsEmpty());
    EXPECT_THAT(meeting({0.9, 0.9025}), ElementsAre(0U, 1U)) << "a quarter of a point apart";
    EXPECT_THAT(meeting({0.9, 0.9026}), IsEmpty());
    const double unknown = std::numeric_limits<double>::quiet_NaN();
    EXPECT_THAT(meeting({unknown, unknown, 0.9}), IsEmpty());
    EXPECT_THAT(meeting({}), IsEmpty());
    EXPECT_THAT(meeting({0.90, 0.91, 0.92}, 0.01), ElementsAre(1U, 2U)) << "of two as large the higher";
}

/// Over 10,000 images: 84.5 % from 83.78 to 85.20, 84.4 % from 83.68 to 85.10, 80.6 % from 79.81 to 81.36.
GroupFigures group(const std::string& name, double accuracy) {
    return {.name = name, .accuracy = accuracy, .images = 10'000};
}

std::string said(std::vector<GroupFigures> groups) {
    std::string text = comparisonText(atSparsity(0.95), std::move(groups)).english();
    // A space that does not break is a space to the reader.
    for (std::size_t at = text.find("\u00A0"); at != std::string::npos; at = text.find("\u00A0"))
        text.replace(at, std::string("\u00A0").size(), " ");
    return text;
}

TEST(ComparisonText, SaysWhichDifferAndWhichCannotBeToldApart) {
    EXPECT_EQ(said({group("DPF", 0.806), group("MAP", 0.845), group("GMP", 0.844)}),
              "At 95.00 % sparsity MAP 84.50 % (83.78 % to 85.20 %) cannot be told apart from GMP 84.40 % "
              "(83.68 % to 85.10 %): the intervals overlap. It is ahead of DPF 80.60 % (79.81 % to 81.36 %): "
              "there they do not.");
    EXPECT_EQ(said({group("GMP", 0.844), group("MAP", 0.845)}),
              "At 95.00 % sparsity MAP 84.50 % (83.78 % to 85.20 %) cannot be told apart from GMP 84.40 % "
              "(83.68 % to 85.10 %): the intervals overlap.");
    EXPECT_EQ(said({group("DPF", 0.806), group("MAP", 0.845)}),
              "At 95.00 % sparsity MAP 84.50 % (83.78 % to 85.20 %) is ahead of DPF 80.60 % (79.81 % to "
              "81.36 %): the intervals do not overlap.");
}

TEST(ComparisonText, TheSpreadOverSeedsCanTakeADifferenceAway) {
    GroupFigures dpf = group("DPF", 0.806);
    dpf.deviation = 0.04;
    EXPECT_THAT(said({dpf, group("MAP", 0.845)}),
                HasSubstr("cannot be told apart from DPF 80.60 % (76.60 % to"));
}

TEST(ComparisonText, DoesNotJudgeWhatIsNotKnown) {
    GroupFigures unknown = group("MAP", 0.845);
    unknown.images.reset();
    EXPECT_EQ(
        said({unknown, group("DPF", 0.806)}),
        "At 95.00 % sparsity MAP 84.50 % has the highest accuracy; too little is known to judge DPF 80.60 % "
        "(79.81 % to 81.36 %).");
    EXPECT_EQ(said({group("MAP", 0.845)}), "");
    EXPECT_EQ(said({}), "");
}

TEST(ComparisonText, OfErrorsTheSmallestIsTheBest) {
    const auto errors = [](const char* name, double rmse) {
        return GroupFigures{.name = std::string(name),
                            .accuracy = rmse,
                            .measure = run::qualityMeasure("rmse"),
                            .error = 0.01,
                            .unit = "kWh"};
    };
    EXPECT_EQ(said({errors("GMP", 0.6), errors("MAP", 0.5)}),
              "At 95.00 % sparsity MAP 0.5 kWh (0.4804 kWh to 0.5196 kWh) is ahead of GMP 0.6 kWh (0.5804 "
              "kWh to 0.6196 kWh): the intervals do not overlap.");
}

TEST(ComparisonText, NamesAFewOfMany) {
    std::vector<GroupFigures> many;
    for (int i = 0; i < 9; ++i) many.push_back(group("g" + std::to_string(i), 0.9 - 0.05 * i));
    EXPECT_THAT(said(many), HasSubstr("g4 70.00 % (69.09 % to 70.89 %) and 4 more"));
    EXPECT_THAT(said(many), Not(HasSubstr("g5")));
}

}  // namespace
}  // namespace prunescope::view
