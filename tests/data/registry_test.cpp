#include "data/registry.h"

#include "base/sha256.h"
#include "data/byte_images.h"
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

std::shared_ptr<const ByteImages> imagesOf(const run::RunConfig& config) {
    return std::dynamic_pointer_cast<const ByteImages>(loadDataset(config));
}

/// A folder with the small data set, of which a test damages one file.
class MnistFolder : public testing::Test {
protected:
    MnistFolder() { test::writeTinyMnist(folder_.path()); }

    void write(const std::string& name, const std::string& bytes) { test::writeBytes(folder_ / name, bytes); }
    void remove(const std::string& name) { std::filesystem::remove(folder_ / name); }
    std::shared_ptr<const ByteImages> load() const { return imagesOf(mnistIn(folder_.path())); }
    Error error() const {
        return errorOf([&] { load(); });
    }
    std::string path(const std::string& name) const { return (folder_ / name).string(); }

    test::TemporaryFolder folder_;
};

TEST(DatasetRegistry, KnowsWhatItsDataSetsHoldBeforeTheyAreRead) {
    for (const DatasetEntry& entry : datasets()) {
        EXPECT_FALSE(entry.description.summary.empty()) << entry.description.name;
        EXPECT_FALSE(entry.hint.empty()) << entry.description.name;
    }
    EXPECT_EQ(usualFacts("fashion-mnist")->classes(), 10);
    EXPECT_EQ(usualFacts("fashion-mnist")->shape, (kernels::Shape{1, 28, 28}));
    EXPECT_FALSE(usualFacts("mnist")) << "images of any size and any classes";
    EXPECT_FALSE(usualFacts("nothing of that name"));
    EXPECT_EQ(factsOf({}).classNames.at(9), "Ankle boot");
}

TEST(DatasetRegistry, RefusesOptionsThatADataSetDoesNotHave) {
    run::RunConfig config;
    config.dataOptions = {{"target", "species"}};
    EXPECT_THAT(errorOf([&] { loadDataset(config); }).what(), HasSubstr("has no option 'target'"));
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
    DatasetFacts facts{.shape = {1, 28, 28}, .augmentation = Augmentation{.shift = 2, .flip = true}};
    const auto resolved = [&](const run::AugmentConfig& config) {
        return resolvedAugmentation(config, facts, "Digits");
    };
    EXPECT_EQ(resolved({-1, "auto"}), (Augmentation{2, true}));
    EXPECT_EQ(resolved({0, "auto"}), (Augmentation{0, true}));
    EXPECT_EQ(resolved({3, "off"}), (Augmentation{3, false}));
    facts.augmentation = Augmentation{};
    EXPECT_EQ(resolved({-1, "on"}), (Augmentation{0, true}));
    EXPECT_THROW(resolved({28, "auto"}), UsageError);
    EXPECT_THROW(resolved({-2, "auto"}), UsageError);
    EXPECT_THROW(resolved({0, "sometimes"}), UsageError);
    EXPECT_EQ(resolved({.rotation = 10, .brightness = 0.2, .contrast = 0.3, .cutout = 27}),
              (Augmentation{.rotation = 10, .brightness = 0.2, .contrast = 0.3, .cutout = 27}));
    EXPECT_THAT(errorOf([&] { resolved({.cutout = 28}); }).mend().english(), HasSubstr("from 0 to 27"));
}

TEST(DatasetRegistry, RefusesToVaryWhatHasNoPictures) {
    const DatasetFacts table{.shape = {4, 1, 1}};
    EXPECT_EQ(resolvedAugmentation({-1, "auto"}, table, "Iris"), Augmentation{});
    EXPECT_EQ(resolvedAugmentation({0, "off"}, table, "Iris"), Augmentation{});
    EXPECT_THAT(errorOf([&] {
                    resolvedAugmentation({2, "auto"}, table, "Iris");
                }).what(),
                AllOf(HasSubstr("augment.shift"), HasSubstr("Iris has no pictures to vary")));
    EXPECT_THROW(resolvedAugmentation({-1, "on"}, table, "Iris"), UsageError);
    for (const run::AugmentConfig& wrong :
         {run::AugmentConfig{.rotation = 1}, {.brightness = 0.1}, {.contrast = 0.1}, {.cutout = 1}})
        EXPECT_THROW(resolvedAugmentation(wrong, table, "Iris"), UsageError);
}

TEST(DatasetRegistry, WritesAugmentationAsText) {
    EXPECT_EQ(augmentationText({}), "none");
    EXPECT_EQ(augmentationText({.shift = 2}), "shift 2");
    EXPECT_EQ(augmentationText({.flip = true}), "flip");
    EXPECT_EQ(augmentationText({.shift = 2, .flip = true}), "shift 2, flip");
    EXPECT_EQ(
        augmentationText({.flip = true, .rotation = 7.5, .brightness = 0.2, .contrast = 0.1, .cutout = 8}),
        "flip, rotation 7.5, brightness 0.2, contrast 0.1, cut-out 8");
}

TEST_F(MnistFolder, LoadsAndDescribesItself) {
    run::RunConfig config = mnistIn(folder_.path());
    config.validationFraction = 0.25;
    config.augment = {1, "on"};
    const auto dataset = imagesOf(config);
    const run::DatasetDescription& d = dataset->description();
    EXPECT_EQ(d.name, "mnist");
    EXPECT_EQ(d.title, "MNIST");
    EXPECT_EQ(d.classNames.size(), 10U);
    EXPECT_THAT(d.imageShape, ElementsAre(1, 28, 28));
    EXPECT_EQ(d.trainImages, 30);
    EXPECT_EQ(d.validationImages, 10);
    EXPECT_EQ(d.testImages, 20);
    EXPECT_EQ(d.augmentation, "shift 1, flip");
    EXPECT_EQ(dataset->indices(run::Split::train).size(), 30U);
    EXPECT_EQ(dataset->indices(run::Split::validation).size(), 10U);
    EXPECT_EQ(dataset->indices(run::Split::test).size(), 20U);
    EXPECT_EQ(dataset->images(run::Split::validation).size(), 40);
    EXPECT_EQ(dataset->images(run::Split::test).size(), 20);
}

TEST_F(MnistFolder, TrainsOnAShareAndTestsOnAll) {
    run::RunConfig config = mnistIn(folder_.path());
    config.validationFraction = 0.25;
    config.dataShare = 0.5;
    const auto dataset = imagesOf(config);
    const run::DatasetDescription& d = dataset->description();
    // Forty images of ten classes: two of each, and a quarter of these twenty is held back.
    EXPECT_EQ(d.trainImages, 15);
    EXPECT_EQ(d.validationImages, 5);
    EXPECT_EQ(d.leftOutImages, 20);
    EXPECT_EQ(d.testImages, 20);
    for (std::size_t c = 0; c < 10; ++c)
        EXPECT_EQ(d.classCounts.train[c] + d.classCounts.validation[c], 2) << c;
    EXPECT_THAT(d.classCounts.test, testing::Each(2));
    EXPECT_EQ(
        measureNormalisation(dataset->images(run::Split::train), dataset->indices(run::Split::train)).mean,
        d.mean);
    for (const double wrong : {0.0, 1.5, -0.1}) {
        config.dataShare = wrong;
        EXPECT_THAT(errorOf([&] { loadDataset(config); }).what(), HasSubstr("data.share")) << wrong;
    }
}

TEST_F(MnistFolder, UsesAllWithAShareOfOne) {
    const auto dataset = load();
    EXPECT_EQ(dataset->description().leftOutImages, 0);
    EXPECT_EQ(dataset->description().trainImages + dataset->description().validationImages, 40);
}

TEST_F(MnistFolder, RecordsTheHashOfEveryFile) {
    const auto dataset = load();
    ASSERT_EQ(dataset->description().files.size(), 4U);
    EXPECT_EQ(dataset->description().files[2].name, "t10k-images-idx3-ubyte");
    for (const run::DataFile& file : dataset->description().files) {
        EXPECT_EQ(file.sha256, sha256HexOfFile(folder_ / file.name));
        EXPECT_EQ(static_cast<std::uintmax_t>(file.bytes), std::filesystem::file_size(folder_ / file.name));
    }
}

TEST_F(MnistFolder, MeasuresTheTrainingSplitAlone) {
    const auto dataset = load();
    const ImageSet& images = dataset->images(run::Split::train);
    const Normalisation train = measureNormalisation(images, dataset->indices(run::Split::train));
    const Normalisation validation = measureNormalisation(images, dataset->indices(run::Split::validation));
    EXPECT_EQ(dataset->description().mean, train.mean);
    EXPECT_EQ(dataset->description().standardDeviation, train.standardDeviation);
    EXPECT_NE(validation.mean, train.mean);
}

TEST_F(MnistFolder, ReadsTheOlderSpellingAndGzip) {
    const auto plain = load();
    remove("train-images-idx3-ubyte");
    remove("t10k-labels-idx1-ubyte");
    write("train-images.idx3-ubyte", TinyDigits{.images = 40}.imageFile());
    write("t10k-labels.idx1-ubyte.gz", gzipped(TinyDigits{.images = 20}.labelFile()));
    const auto other = load();
    EXPECT_EQ(other->images(run::Split::train).pixels, plain->images(run::Split::train).pixels);
    EXPECT_EQ(other->images(run::Split::test).labels, plain->images(run::Split::test).labels);
    EXPECT_THAT(other->indices(run::Split::train),
                testing::ElementsAreArray(plain->indices(run::Split::train)));
}

TEST_F(MnistFolder, ChangesTheSplitWithTheSeed) {
    run::RunConfig config = mnistIn(folder_.path());
    config.validationFraction = 0.25;
    const auto heldBack = [&] {
        const auto dataset = loadDataset(config);
        const auto indices = dataset->indices(run::Split::validation);
        return std::vector<ImageIndex>(indices.begin(), indices.end());
    };
    const auto first = heldBack();
    EXPECT_EQ(heldBack(), first);
    config.seed = 2;
    EXPECT_NE(heldBack(), first);
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
    const auto plain = load();
    remove("train-labels-idx1-ubyte");
    std::filesystem::create_directory(folder_ / "train-labels-idx1-ubyte");
    EXPECT_EQ(error().where().english(), folder_.path().string());
    EXPECT_THAT(error().problem().english(),
                AllOf(HasSubstr("expected train-labels-idx1-ubyte or"),
                      HasSubstr("train-images-idx3-ubyte, train-labels-idx1-ubyte/")));
    write("train-labels-idx1-ubyte.gz", gzipped(TinyDigits{.images = 40}.labelFile()));
    EXPECT_EQ(load()->images(run::Split::train).labels, plain->images(run::Split::train).labels);
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

TEST_F(MnistFolder, RefusesTheTrainingImagesAsTestImages) {
    const TinyDigits train{.images = 40};
    write("t10k-images-idx3-ubyte", train.imageFile());
    write("t10k-labels-idx1-ubyte", train.labelFile());
    EXPECT_THAT(error().problem().english(), HasSubstr("the test samples are the training samples"));
}

TEST_F(MnistFolder, LeavesAnImageOfEachClassToTrainOn) {
    run::RunConfig config = mnistIn(folder_.path());
    config.validationFraction = 0.99;
    EXPECT_THAT(loadDataset(config)->description().classCounts.train, testing::Each(1));
    config.validationFraction = 0;
    EXPECT_THROW(loadDataset(config), UsageError);
}

}  // namespace
}  // namespace prunescope::data
