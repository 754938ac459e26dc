#include "base/sha256.h"
#include "data/batch_loader.h"
#include "data/float_table.h"
#include "data/idx_fixtures.h"
#include "data/registry.h"
#include "support/temporary_folder.h"

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>

namespace prunescope::data {
namespace {

using test::errorOf;
using testing::AllOf;
using testing::Each;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::SizeIs;

/// Rows of two numbers, a colour and one of two classes.
std::string flowers(int rows, int first = 0, const std::string& header = "length,width,colour,kind\n") {
    std::string text = header;
    for (int i = first; i < first + rows; ++i)
        text += fmt::format("{}.5,{},{},{}\n", i, i * i % 17, i % 3 == 0 ? "red" : "blue",
                            i % 2 == 0 ? "rose" : "daisy");
    return text;
}

class TableFolder : public testing::Test {
protected:
    void write(const std::string& name, const std::string& text) const {
        test::writeBytes(folder_ / name, text);
    }
    std::shared_ptr<const Dataset> load(const std::string& name,
                                        const nlohmann::json& options = nlohmann::json::object()) const {
        run::RunConfig config;
        config.dataset = "table";
        config.dataDir = (name.empty() ? folder_.path() : folder_ / name).string();
        config.dataOptions = options;
        config.validationFraction = 0.25;
        return loadDataset(config);
    }
    Error error(const std::string& name, const nlohmann::json& options = nlohmann::json::object()) const {
        return errorOf([&] { load(name, options); });
    }
    /// A file of its own, and what is wrong with it.
    std::string problemOf(const std::string& text,
                          const nlohmann::json& options = nlohmann::json::object()) const {
        write("wrong.csv", text);
        return error("wrong.csv", options).problem().english();
    }

    test::TemporaryFolder folder_;
};

TEST_F(TableFolder, LoadsAFileAndDescribesItself) {
    write("flowers.csv", flowers(40));
    const auto dataset = load("flowers.csv");
    const run::DatasetDescription& d = dataset->description();
    EXPECT_EQ(d.name, "table");
    EXPECT_THAT(d.classNames, ElementsAre("daisy", "rose"));
    EXPECT_THAT(d.imageShape, ElementsAre(5, 1, 1)) << "two numbers, blue, red and any other colour";
    EXPECT_EQ(d.testImages, 8) << "a fifth";
    EXPECT_EQ(d.validationImages, 8) << "a quarter of the others";
    EXPECT_EQ(d.trainImages, 24);
    EXPECT_TRUE(d.testDrawn);
    EXPECT_EQ(d.augmentation, "none");
    ASSERT_THAT(d.files, SizeIs(1));
    EXPECT_EQ(d.files[0].name, "flowers.csv");
    EXPECT_EQ(d.files[0].sha256, sha256HexOfFile(folder_ / "flowers.csv"));
    EXPECT_EQ(d.files[0].bytes, static_cast<std::int64_t>(flowers(40).size()));
    ASSERT_THAT(d.columns, SizeIs(4));
    EXPECT_EQ(d.columns[2].kind, run::ColumnKind::categorical);
    EXPECT_THAT(d.columns[2].categories, ElementsAre("blue", "red"));
    EXPECT_EQ(d.columns[3].kind, run::ColumnKind::label);
}

TEST_F(TableFolder, GivesItsRowsToANetwork) {
    write("train.csv",
          "x,colour,class\n1,red,a\n5,blue,b\n1,red,a\n5,red,b\n1,blue,a\n5,red,b\n1,red,a\n5,red,b\n");
    write("test.csv", "x,colour,class\n9,green,b\n");
    const auto dataset = load("");
    kernels::Tensor<float> input({4, 1, 1}, 1);
    std::vector<std::int32_t> labels;
    BatchLoader(*dataset, 1)
        .loadForEvaluation(run::Split::test, dataset->indices(run::Split::test), input, labels);
    EXPECT_THAT(labels, ElementsAre(1));
    // Of three rows with 1 and three with 5 (a quarter, one of each class, is held back) the mean is 3 and
    // the deviation 2.
    EXPECT_EQ(input.at(0, 0, 0, 0), 3);
    EXPECT_EQ(input.at(0, 3, 0, 0), 0) << "no row to train on has another colour: nothing is learned of it";
}

TEST_F(TableFolder, TestsOnAShareOfEachClassThatASeedDraws) {
    write("flowers.csv", flowers(100));
    const auto testLabels = [&](const nlohmann::json& options) {
        const auto dataset = load("flowers.csv", options);
        const auto labels = dataset->labels(run::Split::test);
        return std::vector<Label>(labels.begin(), labels.end());
    };
    EXPECT_THAT(testLabels({{"test_fraction", 0.3}}), SizeIs(30));
    const auto halves = testLabels({{"test_fraction", 0.5}});
    EXPECT_EQ(std::count(halves.begin(), halves.end(), 0), 25);
    EXPECT_EQ(testLabels({{"test_seed", 3}}), testLabels({{"test_seed", 3}}));
    EXPECT_NE(testLabels({{"test_seed", 3}}), testLabels({{"test_seed", 4}}));
}

TEST_F(TableFolder, FindsTheFilesOfAFolder) {
    write("flowers.csv", flowers(40));
    write("README.txt", "about");
    EXPECT_EQ(load("")->description().files.at(0).name, "flowers.csv");
    write("Train.CSV", flowers(40));
    EXPECT_EQ(load("")->description().files.size(), 1U) << "a file to train on, and none to test on";
    write("test.tsv", flowers(10, 50));
    const auto dataset = load("");
    EXPECT_EQ(dataset->description().files.at(0).name, "Train.CSV");
    EXPECT_EQ(dataset->description().files.at(1).name, "test.tsv");
    EXPECT_EQ(dataset->description().testImages, 10);
    EXPECT_FALSE(dataset->description().testDrawn);
    EXPECT_EQ(dataset->description().trainImages, 30);
}

TEST_F(TableFolder, ReadsTheTestFileThatIsNamed) {
    write("flowers.csv", flowers(40));
    write("more.csv", flowers(10, 50));
    EXPECT_EQ(load("flowers.csv", {{"test_file", "more.csv"}})->description().testImages, 10);
    EXPECT_EQ(load("flowers.csv", {{"test_file", (folder_ / "more.csv").string()}})->description().testImages,
              10);
    EXPECT_THAT(error("flowers.csv", {{"test_file", "none.csv"}}).what(), HasSubstr("none.csv"));
}

TEST_F(TableFolder, ReadsArff) {
    std::string rows;
    for (int i = 0; i < 20; ++i)
        rows += fmt::format("{},{},{}\n", i, i % 3 == 0 ? "high" : "low", i % 2 == 0 ? "yes" : "no");
    write("a.arff",
          "@relation a\n@attribute x numeric\n@attribute y {low, middle, high}\n@attribute class {yes, no, "
          "never}\n@data\n" +
              rows);
    const run::DatasetDescription d = load("a.arff")->description();
    EXPECT_THAT(d.classNames, ElementsAre("yes", "no"))
        << "in the order of the declaration, those that there are";
    EXPECT_THAT(d.columns.at(1).categories, ElementsAre("low", "high"));
    EXPECT_EQ(load("a.arff", {{"label", "y"}})->description().classNames.size(), 2U);
    write("a.csv", "x,y,class\n3,middle,no\n4,low,yes\n");
    EXPECT_EQ(load("a.arff", {{"test_file", "a.csv"}})->description().testImages, 2);
}

TEST_F(TableFolder, TakesTheLabelByNameOrNumber) {
    write("flowers.csv", flowers(40));
    EXPECT_THAT(load("flowers.csv", {{"label", "colour"}})->description().classNames,
                ElementsAre("blue", "red"));
    EXPECT_THAT(load("flowers.csv", {{"label", "3"}})->description().classNames, ElementsAre("blue", "red"));
    EXPECT_THAT(load("flowers.csv", {{"leave_out", "kind, 1"}})->description().classNames,
                ElementsAre("blue", "red"))
        << "the last that is not left out";
    EXPECT_EQ(load("flowers.csv", {{"leave_out", "kind, 1"}})->description().columns.at(0).kind,
              run::ColumnKind::leftOut);
}

TEST_F(TableFolder, ReadsLabelsInATestFileAsTheirNumbers) {
    write("train.csv", "x,class\n1,1\n2,2\n3,1\n4,2\n5,1\n6,2\n");
    write("test.csv", "x,class\n7,2.0\n8,1\n");
    EXPECT_THAT(load("")->labels(run::Split::test), ElementsAre(1, 0));
}

TEST_F(TableFolder, SuggestsTheColumnThatMayBeMeant) {
    write("flowers.csv", flowers(40));
    const Error error = this->error("flowers.csv", {{"label", "knid"}});
    EXPECT_EQ(error.where().english(), "data.label");
    EXPECT_EQ(error.problem().english(), (folder_ / "flowers.csv").string() + " has no column 'knid'");
    EXPECT_EQ(error.mend().english(), "Did you mean 'kind'? Known: length, width, colour, kind");
    EXPECT_THAT(this->error("flowers.csv", {{"leave_out", "5"}}).what(), HasSubstr("data.leave_out"));
    EXPECT_THAT(this->error("flowers.csv", {{"missing_in", "age=fill"}}).what(),
                HasSubstr("data.missing_in"));
    EXPECT_THAT(this->error("flowers.csv", {{"missing_in", "width"}}).what(),
                HasSubstr("'width' is not allowed"));
    EXPECT_THAT(this->error("flowers.csv", {{"missing_in", "width=mend"}}).what(),
                HasSubstr("a rule is refuse, drop or fill"));
}

TEST_F(TableFolder, RefusesColumnsThatDoNotGoTogether) {
    write("flowers.csv", flowers(40));
    EXPECT_EQ(error("flowers.csv", {{"label", "kind"}, {"leave_out", "kind"}}).problem().english(),
              "the label 'kind' is left out");
    EXPECT_THAT(error("flowers.csv", {{"leave_out", "1,2,3"}}).problem().english(),
                HasSubstr("1 are left: a label and one more are needed"));
    EXPECT_THAT(problemOf(flowers(40, 0, "a,a,c,kind\n"), {{"label", "a"}}), HasSubstr("several columns of"));
    write("bare.csv", flowers(40, 0, ""));
    EXPECT_EQ(error("bare.csv", {{"label", "kind"}}).mend().english(),
              "Its columns have no names: give a number from 1 to 4.");
}

TEST_F(TableFolder, RefusesATestFileOfOtherColumns) {
    write("train.csv", flowers(40));
    const auto problem = [&](const std::string& text) {
        write("test.csv", text);
        return error("").problem().english();
    };
    const std::string training = (folder_ / "train.csv").string();
    EXPECT_EQ(problem("length,width,colour\n1,2,red\n"),
              "expected the 4 columns of " + training + ", found 3");
    EXPECT_EQ(problem("length,colour,width,kind\n1,red,2,rose\n"),
              "line 1, column 'colour' (2): expected the column 'width', as in " + training);
    EXPECT_EQ(problem("length,width,colour,kind\n1,x,red,rose\n"),
              "line 2, column 'width' (2): expected a number, found 'x'");
    EXPECT_EQ(problem("length,width,colour,kind\n1,2,red,tulip\n"),
              "line 2, column 'kind' (4): expected a class that the training rows have, found 'tulip'");
    EXPECT_EQ(problem("length,width,colour,kind\n1,2,red,\n"),
              "line 2, column 'kind' (4): expected the class of the row, found none");
    EXPECT_EQ(problem(flowers(40)),
              "the test samples are the training samples: a test on them would say nothing");
    EXPECT_THAT(error("").where().english(), HasSubstr(folder_.path().string()));
}

TEST_F(TableFolder, NamesTheFileOfEveryFault) {
    EXPECT_EQ(problemOf("a,b\n1,x\n2\n"), "line 3: expected 2 values, found 1");
    EXPECT_EQ(error("wrong.csv").where().english(), (folder_ / "wrong.csv").string());
    EXPECT_EQ(problemOf("n,class\n"), "expected rows, found none");
    EXPECT_EQ(error("wrong.csv").where().english(), (folder_ / "wrong.csv").string());
    EXPECT_EQ(problemOf("n,class\n1,a\n2,a\n"),
              "column 'class' (2) has one class only, 'a': nothing can be learned");
    EXPECT_EQ(error("wrong.csv").where().english(), (folder_ / "wrong.csv").string());
}

TEST_F(TableFolder, LeavesARowOfEachClassToTrainOn) {
    write("few.csv", "n,class\n1,a\n2,a\n3,a\n4,a\n5,a\n6,a\n7,a\n8,a\n9,b\n");
    const auto dataset = load("few.csv", {{"test_fraction", 0.8}});
    // Of seven rows, 0.78 of the one with b are rounded up to the one there is.
    EXPECT_THAT(dataset->labels(run::Split::test), SizeIs(6));
    EXPECT_EQ(dataset->description().classCounts.train.at(1), 1);
    EXPECT_EQ(dataset->description().classCounts.test.at(1), 0);
    EXPECT_THROW(load("few.csv", {{"test_fraction", 0}}), UsageError);
}

TEST_F(TableFolder, SaysWhichFilesAFolderHas) {
    EXPECT_EQ(error("").problem().english(), "expected a table (.csv, .tsv, .tab or .arff), found none");
    write("a.csv", flowers(4));
    write("b.arff", "");
    EXPECT_EQ(error("").problem().english(),
              "expected one table, or train.csv and test.csv, found a.csv, b.arff");
    EXPECT_THAT(error("").mend().english(), HasSubstr("--data-dir FILE"));
    write("train.csv", flowers(4));
    write("train.tsv", flowers(4));
    EXPECT_EQ(error("").problem().english(),
              "expected one table, or train.csv and test.csv, found a.csv, b.arff, train.csv, train.tsv");
    EXPECT_EQ(error("nothing.csv").problem().english(),
              "expected a file or folder of Table, found nothing there");
    EXPECT_EQ(errorOf([] {
                  run::RunConfig config;
                  config.dataset = "table";
                  config.dataDir = "/dev/null";
                  loadDataset(config);
              })
                  .problem()
                  .english(),
              "expected a file or folder of Table, found something that is no folder and no file");
}

TEST_F(TableFolder, IsKnownOnlyFromItsData) {
    EXPECT_FALSE(usualFacts("table"));
    write("flowers.csv", flowers(40));
    run::RunConfig config;
    config.dataset = "table";
    config.dataDir = (folder_ / "flowers.csv").string();
    EXPECT_EQ(factsOf(config).shape, (kernels::Shape{5, 1, 1}));
    config.augment.shift = 2;
    EXPECT_THAT(errorOf([&] { loadDataset(config); }).what(), HasSubstr("Table has no pictures to vary"));
}

TEST_F(TableFolder, RefusesNamesThatNoRecordHolds) {
    constexpr int columns = 18;
    const std::string padding(990, 'x');
    std::string text;
    for (int row = 0; row < 2000; ++row) {
        for (int c = 0; c < columns; ++c) text += padding + std::to_string(row % 1000) + ',';
        text += row % 2 == 0 ? "a\n" : "b\n";
    }
    EXPECT_EQ(problemOf(text, {{"header", "no"}, {"test_fraction", 0.01}}).substr(0, 50),
              "the names of columns, categories and classes take ");
}

TEST_F(TableFolder, AColumnMayNameTheGroupOfEachRow) {
    write("flowers.csv", flowers(40));
    const auto dataset = load("flowers.csv", {{"group", "colour"}});
    const run::DatasetDescription& d = dataset->description();
    EXPECT_THAT(d.imageShape, ElementsAre(2, 1, 1)) << "it is no input";
    EXPECT_EQ(d.columns[2].kind, run::ColumnKind::group);
    EXPECT_THAT(d.groupNames, ElementsAre("blue", "red"));
    ASSERT_THAT(dataset->testGroups().ofTest, SizeIs(8));
    EXPECT_THAT(error("flowers.csv", {{"group", "kind"}}).problem().english(), HasSubstr("is the label"));
    EXPECT_THAT(error("flowers.csv", {{"group", "color"}}).problem().english(), HasSubstr("no column"));
    EXPECT_THAT(error("flowers.csv", {{"group", "colour"}, {"leave_out", "colour"}}).problem().english(),
                HasSubstr("is left out"));
    EXPECT_THAT(error("flowers.csv", {{"group", "3"}, {"leave_out", "1,2"}}).problem().english(),
                HasSubstr("besides label and group no column"));
}

TEST_F(TableFolder, ARowWithoutAGroupIsInOneOfItsOwn) {
    write("train.csv", flowers(40));
    write("test.csv", "length,width,colour,kind\n1,2,red,rose\n1,2,,daisy\n3,4,lilac,rose\n");
    const auto dataset = load("train.csv", {{"group", "colour"}, {"test_file", "test.csv"}});
    EXPECT_THAT(dataset->testGroups().names, ElementsAre("-", "lilac", "red"));
    EXPECT_THAT(dataset->testGroups().ofTest, ElementsAre(2, 0, 1));
}

}  // namespace
}  // namespace prunescope::data
