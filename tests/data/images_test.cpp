#include "data/byte_images.h"
#include "data/image_fixtures.h"
#include "data/registry.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <memory>
#include <set>

namespace prunescope::data {
namespace {

using test::errorOf;
using testing::ElementsAre;
using testing::HasSubstr;

/// The data set `images` as a run loads it.
class Images : public testing::Test {
protected:
    Images() {
        config_.dataset = "images";
        config_.dataDir = folders_.path().string();
        config_.dataOptions = {{"size", 8}};
        config_.validationFraction = 0.25;
    }

    std::shared_ptr<const ByteImages> load() const {
        return std::dynamic_pointer_cast<const ByteImages>(loadDataset(config_));
    }
    std::multiset<std::vector<std::uint8_t>> imagesOf(run::Split split) const {
        const auto dataset = load();
        std::multiset<std::vector<std::uint8_t>> images;
        for (std::int64_t i = 0; i < dataset->images(split).size(); ++i) {
            const auto image = dataset->images(split).image(ImageIndex{i});
            images.insert({image.begin(), image.end()});
        }
        return images;
    }

    test::PictureFolders folders_;
    run::RunConfig config_;
};

TEST_F(Images, TrainsOnOnePartAndTestsOnTheOther) {
    folders_.writeClasses("train/", 8);
    folders_.writeClasses("val/", 3, 100);
    const auto dataset = load();
    const run::DatasetDescription& d = dataset->description();
    EXPECT_EQ(d.name, "images");
    EXPECT_EQ(d.title, "Image folder");
    EXPECT_THAT(d.classNames, ElementsAre("cat", "dog"));
    EXPECT_THAT(d.imageShape, ElementsAre(3, 8, 8));
    EXPECT_EQ(d.trainImages, 12);
    EXPECT_EQ(d.validationImages, 4);
    EXPECT_EQ(d.testImages, 6);
    EXPECT_EQ(d.augmentation, "shift 1");
    ASSERT_EQ(d.files.size(), 2U);
    EXPECT_EQ(d.files[0].name, "train");
    EXPECT_EQ(d.files[1].name, "val");
    EXPECT_EQ(d.skippedFiles, 0);
    EXPECT_EQ(d.mean.size(), 3U);
}

TEST_F(Images, HoldsPicturesBackToTestOnWhereThereIsNoPart) {
    folders_.writeClasses("", 10);
    const auto dataset = load();
    EXPECT_EQ(dataset->labels(run::Split::train).size(), 16U);
    const auto labels = dataset->labels(run::Split::test);
    EXPECT_THAT(std::vector<Label>(labels.begin(), labels.end()), ElementsAre(0, 0, 1, 1));
    ASSERT_EQ(dataset->description().files.size(), 1U);
    config_.dataOptions["test_fraction"] = 0.5;
    EXPECT_EQ(load()->labels(run::Split::test).size(), 10U);
}

TEST_F(Images, DividesThePicturesByASeedOfItsOwn) {
    folders_.writeClasses("", 10);
    const auto test = imagesOf(run::Split::test);
    const auto training = imagesOf(run::Split::train);
    config_.seed = 7;
    EXPECT_EQ(imagesOf(run::Split::test), test) << "every run is tested on the same pictures";
    config_.dataOptions["test_seed"] = 2;
    EXPECT_NE(imagesOf(run::Split::test), test);
    auto all = imagesOf(run::Split::test);
    all.merge(imagesOf(run::Split::train));
    auto before = test;
    for (const auto& image : training) before.insert(image);
    EXPECT_EQ(all, before) << "none is lost or doubled";
    EXPECT_TRUE(load()->description().testDrawn);
}

TEST_F(Images, KeepsImagesAndLabelsTogetherWhenItDivides) {
    for (unsigned i = 0; i < 9; ++i) {
        folders_.write("dark/" + std::to_string(i) + ".png",
                       test::pngOf(test::flat(8, 8, {std::uint8_t(i)})));
        folders_.write("light/" + std::to_string(i) + ".png",
                       test::pngOf(test::flat(8, 8, {std::uint8_t(200 + i)})));
    }
    const auto dataset = load();
    EXPECT_EQ(dataset->shape().channels, 1);
    for (const run::Split split : {run::Split::train, run::Split::test}) {
        const ImageSet& set = dataset->images(split);
        ASSERT_GT(set.size(), 0);
        for (std::int64_t i = 0; i < set.size(); ++i)
            EXPECT_EQ(set.image(ImageIndex{i})[0] >= 200, set.labels[static_cast<std::size_t>(i)] == 1);
    }
}

TEST_F(Images, RefusesASplitThatLeavesNothingToTrainOn) {
    folders_.writeClasses("", 2);
    config_.dataOptions["test_fraction"] = 0.9;
    const Error error = errorOf([&] { load(); });
    EXPECT_EQ(error.where().english(), "validation split") << "the test has left one picture of each class";
}

TEST_F(Images, RecordsWhatItLeftOut) {
    folders_.writeClasses("", 4);
    folders_.write("cat/x.jpg", "damaged");
    EXPECT_THAT(errorOf([&] { load(); }).where().english(), HasSubstr("cat/x.jpg"));
    config_.dataOptions["skip_damaged"] = true;
    const auto dataset = load();
    EXPECT_EQ(dataset->description().skippedFiles, 1);
    EXPECT_THAT(dataset->description().skippedNames, ElementsAre("cat/x.jpg"));
}

TEST_F(Images, RefusesTheSamePicturesInBothParts) {
    folders_.writeClasses("train/", 4);
    folders_.writeClasses("test/", 4);
    EXPECT_THAT(errorOf([&] { load(); }).problem().english(),
                HasSubstr("the test samples are the training samples"));
}

TEST_F(Images, ChecksItsOptions) {
    folders_.writeClasses("", 4);
    for (const auto& [key, value] : std::vector<std::pair<std::string, nlohmann::json>>{{"size", -1},
                                                                                        {"size", 5000},
                                                                                        {"colour", "sepia"},
                                                                                        {"test_fraction", 1},
                                                                                        {"test_seed", -1},
                                                                                        {"crop", 1}}) {
        config_.dataOptions = {{key, value}};
        EXPECT_THROW(load(), UsageError) << key;
    }
}

TEST_F(Images, IsKnownOnlyOnceItsFolderIsRead) {
    EXPECT_FALSE(usualFacts("images"));
    folders_.writeClasses("", 4);
    EXPECT_EQ(factsOf(config_).shape, (kernels::Shape{3, 8, 8}));
    config_.dataDir.clear();
    EXPECT_THROW(factsOf(config_), UsageError);
}

TEST_F(Images, MayNameTheGroupOfEachTestPicture) {
    folders_.writeClasses("train/", 8);
    folders_.writeClasses("test/", 2, 100);
    config_.dataOptions["groups"] = "sites.csv";
    EXPECT_THAT(std::string(errorOf([&] { load(); }).what()), HasSubstr("sites.csv"));
    const ImageFolder listed = listImageFolder(folders_.path());
    std::string lines;
    for (const PictureFile& picture : listed.parts[1].pictures)
        lines += "test/" + picture.name + (picture.label == 0 ? ",Ulm\n" : ",Bonn\n");
    test::writeBytes(folders_.path() / "sites.csv", lines);
    const auto dataset = load();
    EXPECT_THAT(dataset->testGroups().ofTest, ElementsAre(1, 1, 0, 0));
    EXPECT_THAT(dataset->description().groupNames, ElementsAre("Bonn", "Ulm"));
    EXPECT_EQ(dataset->description().files.back().name, "sites.csv");
    config_.dataOptions["groups"] = "../sites.csv";
    EXPECT_THROW(load(), UsageError);
}

TEST_F(Images, MayNameTheGroupsOfPicturesThatAreDrawn) {
    folders_.writeClasses("", 5);
    config_.dataOptions["groups"] = "sites.csv";
    std::string lines;
    const ImageFolder listed = listImageFolder(folders_.path());
    for (const PictureFile& picture : listed.parts[0].pictures)
        lines += picture.name + "," + picture.name.substr(0, 3) + "\n";
    test::writeBytes(folders_.path() / "sites.csv", lines);
    EXPECT_THAT(load()->testGroups().ofTest, ElementsAre(0, 1)) << "one of five of each class";
}

}  // namespace
}  // namespace prunescope::data
