#include "data/registry.h"

#include "base/sha256.h"
#include "data/idx_fixtures.h"
#include "data/normalisation.h"
#include "support/temporary_folder.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>

namespace prunescope::data {
namespace {

using test::errorOf;
using test::gzipped;
using test::TinyDigits;
using testing::AllOf;
using testing::ElementsAre;
using testing::HasSubstr;

run::RunConfig mnistIn(const std::filesystem::path& folder) {
    run::RunConfig config;
    config.dataset = "mnist";
    config.dataDir = folder.string();
    return config;
}

/// A folder with the small data set, of which a test damages one file.
class MnistFolder : public testing::Test {
protected:
    MnistFolder() { test::writeTinyMnist(folder_.path()); }

    void write(const std::string& name, const std::string& bytes) { test::writeBytes(folder_ / name, bytes); }
    void remove(const std::string& name) { std::filesystem::remove(folder_ / name); }
    Dataset load() const { return loadDataset(mnistIn(folder_.path())); }
    Error error() const {
        return errorOf([&] { load(); });
    }
    std::string path(const std::string& name) const { return (folder_ / name).string(); }

    test::TemporaryFolder folder_;
};

TEST(DatasetRegistry, KnowsItsDataSetsByName) {
    for (const DatasetSource& source : datasetSources()) {
        EXPECT_EQ(findDataset(source.name).title, source.title);
        EXPECT_EQ(source.classes(), 10);
        EXPECT_EQ(source.shape, (kernels::Shape{1, 28, 28}));
        EXPECT_FALSE(source.description.empty());
        EXPECT_FALSE(source.remedy.empty());
    }
}

TEST(DatasetRegistry, SuggestsTheNearestNameForAnUnknownOne) {
    run::RunConfig config;
    config.dataset = "fashion-mnits";
    EXPECT_THROW(loadDataset(config), UsageError);
    EXPECT_THAT(errorOf([&] { loadDataset(config); }).what(),
                AllOf(HasSubstr("unknown data set 'fashion-mnits'"),
                      HasSubstr("Did you mean 'fashion-mnist'?"), HasSubstr("mnist")));
}

TEST(DatasetRegistry, AsksForAFolderWhenTheDataSetHasNoUsualOne) {
    run::RunConfig config;
    config.dataset = "mnist";
    EXPECT_THROW(loadDataset(config), UsageError);
    EXPECT_THAT(errorOf([&] { loadDataset(config); }).mend().english(), HasSubstr("--data-dir"));
}

TEST(DatasetRegistry, NamesThePackageWhenFashionMnistIsNotThere) {
    run::RunConfig config;
    config.dataDir = "/nonexistent/folder";
    const Error error = errorOf([&] { loadDataset(config); });
    EXPECT_EQ(error.where().english(), "/nonexistent/folder");
    EXPECT_EQ(error.problem().english(),
              "expected a folder with the files of Fashion-MNIST, found nothing there");
    EXPECT_THAT(error.mend().english(), AllOf(HasSubstr("dataset-fashion-mnist"), HasSubstr("--data-dir")));
}

TEST(DatasetRegistry, ResolvesAugmentationFromTheDataSetAndTheConfiguration) {
    DatasetSource source = findDataset("mnist");
    source.defaultAugmentation = {.shift = 2, .flip = true};
    EXPECT_EQ(resolvedAugmentation({-1, "auto"}, source), (Augmentation{2, true}));
    EXPECT_EQ(resolvedAugmentation({0, "auto"}, source), (Augmentation{0, true}));
    EXPECT_EQ(resolvedAugmentation({3, "off"}, source), (Augmentation{3, false}));
    source.defaultAugmentation = {};
    EXPECT_EQ(resolvedAugmentation({-1, "on"}, source), (Augmentation{0, true}));
    EXPECT_THROW(resolvedAugmentation({28, "auto"}, source), UsageError);
    EXPECT_THROW(resolvedAugmentation({-2, "auto"}, source), UsageError);
    EXPECT_THROW(resolvedAugmentation({0, "sometimes"}, source), UsageError);
}

TEST(DatasetRegistry, WritesAugmentationAsText) {
    EXPECT_EQ(augmentationText({}), "none");
    EXPECT_EQ(augmentationText({.shift = 2}), "shift 2");
    EXPECT_EQ(augmentationText({.flip = true}), "flip");
    EXPECT_EQ(augmentationText({.shift = 2, .flip = true}), "shift 2, flip");
}

TEST_F(MnistFolder, LoadsAndDescribesItself) {
    run::RunConfig config = mnistIn(folder_.path());
    config.validationFraction = 0.25;
    config.augment = {1, "on"};
    const Dataset dataset = loadDataset(config);
    const run::DatasetDescription& d = dataset.description;
    EXPECT_EQ(d.name, "mnist");
    EXPECT_EQ(d.title, "MNIST");
    EXPECT_EQ(d.classNames.size(), 10U);
    EXPECT_THAT(d.imageShape, ElementsAre(1, 28, 28));
    EXPECT_EQ(d.trainImages, 30);
    EXPECT_EQ(d.validationImages, 10);
    EXPECT_EQ(d.testImages, 20);
    EXPECT_EQ(d.augmentation, "shift 1, flip");
    EXPECT_EQ(d.mean, dataset.normalisation.mean);
    EXPECT_EQ(d.standardDeviation, dataset.normalisation.standardDeviation);
    EXPECT_EQ(dataset.indices(run::Split::train).size(), 30U);
    EXPECT_EQ(dataset.indices(run::Split::validation).size(), 10U);
    EXPECT_EQ(dataset.indices(run::Split::test).size(), 20U);
    EXPECT_EQ(dataset.images(run::Split::validation).size(), 40);
    EXPECT_EQ(dataset.images(run::Split::test).size(), 20);
}

TEST_F(MnistFolder, RecordsTheHashOfEveryFile) {
    const Dataset dataset = load();
    ASSERT_EQ(dataset.description.files.size(), 4U);
    EXPECT_EQ(dataset.description.files[2].name, "t10k-images-idx3-ubyte");
    for (const run::DataFile& file : dataset.description.files) {
        EXPECT_EQ(file.sha256, sha256HexOfFile(folder_ / file.name));
        EXPECT_EQ(static_cast<std::uintmax_t>(file.bytes), std::filesystem::file_size(folder_ / file.name));
    }
}

TEST_F(MnistFolder, MeasuresTheTrainingSplitAlone) {
    const Dataset dataset = load();
    const Normalisation train = measureNormalisation(dataset.trainingImages, dataset.trainIndices);
    const Normalisation validation = measureNormalisation(dataset.trainingImages, dataset.validationIndices);
    EXPECT_EQ(dataset.normalisation.mean, train.mean);
    EXPECT_EQ(dataset.normalisation.standardDeviation, train.standardDeviation);
    EXPECT_NE(validation.mean, train.mean);
}

TEST_F(MnistFolder, ReadsTheOlderSpellingAndGzip) {
    const Dataset plain = load();
    remove("train-images-idx3-ubyte");
    remove("t10k-labels-idx1-ubyte");
    write("train-images.idx3-ubyte", TinyDigits{.images = 40}.imageFile());
    write("t10k-labels.idx1-ubyte.gz", gzipped(TinyDigits{.images = 20}.labelFile()));
    const Dataset other = load();
    EXPECT_EQ(other.trainingImages.pixels, plain.trainingImages.pixels);
    EXPECT_EQ(other.testImages.labels, plain.testImages.labels);
    EXPECT_EQ(other.trainIndices, plain.trainIndices);
}

TEST_F(MnistFolder, ChangesTheSplitWithTheSeed) {
    run::RunConfig config = mnistIn(folder_.path());
    config.validationFraction = 0.25;
    const auto first = loadDataset(config).validationIndices;
    EXPECT_EQ(loadDataset(config).validationIndices, first);
    config.seed = 2;
    EXPECT_NE(loadDataset(config).validationIndices, first);
}

TEST_F(MnistFolder, NamesAMissingFileAndWhatIsThere) {
    remove("t10k-labels-idx1-ubyte");
    EXPECT_EQ(error().where().english(), folder_.path().string());
    EXPECT_EQ(error().problem().english(),
              "expected t10k-labels-idx1-ubyte or t10k-labels-idx1-ubyte.gz or t10k-labels.idx1-ubyte or "
              "t10k-labels.idx1-ubyte.gz, found t10k-images-idx3-ubyte, train-images-idx3-ubyte, "
              "train-labels-idx1-ubyte");
    EXPECT_THAT(error().mend().english(), HasSubstr("--data-dir"));
}

TEST_F(MnistFolder, RefusesAnEmptyFolderAndAFileInItsPlace) {
    const test::TemporaryFolder empty;
    EXPECT_THAT(errorOf([&] { loadDataset(mnistIn(empty.path())); }).problem().english(),
                HasSubstr("found no file"));
    EXPECT_THAT(
        errorOf([&] { loadDataset(mnistIn(folder_ / "train-images-idx3-ubyte")); }).problem().english(),
        HasSubstr("found something that is no folder"));
}

TEST_F(MnistFolder, PassesOverAFolderUnderAFilesName) {
    const Dataset plain = load();
    remove("train-labels-idx1-ubyte");
    std::filesystem::create_directory(folder_ / "train-labels-idx1-ubyte");
    EXPECT_EQ(error().where().english(), folder_.path().string());
    EXPECT_THAT(error().problem().english(),
                AllOf(HasSubstr("expected train-labels-idx1-ubyte or"),
                      HasSubstr("train-images-idx3-ubyte, train-labels-idx1-ubyte/")));
    write("train-labels-idx1-ubyte.gz", gzipped(TinyDigits{.images = 40}.labelFile()));
    EXPECT_EQ(load().trainingImages.labels, plain.trainingImages.labels);
}

TEST_F(MnistFolder, RefusesADamagedFileWithItsPath) {
    write("t10k-images-idx3-ubyte", TinyDigits{.images = 20}.imageFile().substr(0, 5000));
    EXPECT_EQ(error().where().english(), path("t10k-images-idx3-ubyte"));
    EXPECT_EQ(error().problem().english(),
              "at byte 5000: the content ends early: expected 15696 bytes from the header, found 5000");
}

TEST_F(MnistFolder, RefusesMixedUpFiles) {
    write("train-images-idx3-ubyte", TinyDigits{.images = 40}.labelFile());
    EXPECT_EQ(error().where().english(), path("train-images-idx3-ubyte"));
    EXPECT_THAT(error().problem().english(), HasSubstr("expected images"));
}

TEST_F(MnistFolder, RefusesDifferentNumbersOfImagesAndLabels) {
    write("train-labels-idx1-ubyte", TinyDigits{.images = 39}.labelFile());
    EXPECT_EQ(error().where().english(), path("train-labels-idx1-ubyte"));
    EXPECT_EQ(error().problem().english(),
              "at byte 4 of the content: expected 40 labels, one for each image of " +
                  path("train-images-idx3-ubyte") + ", found 39");
}

TEST_F(MnistFolder, RefusesALabelOutOfRangeWithItsIndex) {
    std::string labels = TinyDigits{.images = 20}.labelFile();
    labels[8 + 13] = 10;
    write("t10k-labels-idx1-ubyte", labels);
    EXPECT_EQ(error().where().english(), path("t10k-labels-idx1-ubyte"));
    EXPECT_EQ(error().problem().english(),
              "at byte 21 of the content: expected labels from 0 to 9, found 10 for image 13");
}

TEST_F(MnistFolder, RefusesImagesOfAnotherSize) {
    write("train-images-idx3-ubyte", test::idxImages(40, 14, 56, TinyDigits{.images = 40}.pixels()));
    EXPECT_EQ(error().problem().english(),
              "at byte 8 of the content: expected images of 28 x 28 pixels, found 14 x 56");
}

TEST_F(MnistFolder, RefusesTheTrainingImagesAsTestImages) {
    const TinyDigits train{.images = 40};
    write("t10k-images-idx3-ubyte", train.imageFile());
    write("t10k-labels-idx1-ubyte", train.labelFile());
    EXPECT_THAT(error().problem().english(), HasSubstr("the test images are the training images"));
}

TEST_F(MnistFolder, RefusesASplitThatLeavesNothingToTrainOn) {
    run::RunConfig config = mnistIn(folder_.path());
    config.validationFraction = 0.99;
    EXPECT_THAT(errorOf([&] { loadDataset(config); }).problem().english(),
                HasSubstr("no training image is left of class 0"));
    config.validationFraction = 0;
    EXPECT_THROW(loadDataset(config), UsageError);
}

}  // namespace
}  // namespace prunescope::data
