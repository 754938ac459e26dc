#include "base/sha256.h"
#include "data/byte_images.h"
#include "data/cifar_fixtures.h"
#include "data/cifar_reader.h"
#include "data/idx_fixtures.h"
#include "data/registry.h"
#include "support/temporary_folder.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <set>

namespace prunescope::data {
namespace {

using test::cifarRecord;
using test::errorOf;
using test::gzipped;
using testing::AllOf;
using testing::ElementsAre;
using testing::HasSubstr;

const CifarFormat oneLabel{.classes = {10}};
const CifarFormat twoLabels{.classes = {20, 100}, .used = 1};

ImageSet parsed(const std::string& bytes, const CifarFormat& format) {
    ImageSet set{.shape = cifarShape};
    appendCifarImages(bytes, "folder/batch.bin", format, set);
    return set;
}

Error errorIn(const std::string& bytes, const CifarFormat& format) {
    return errorOf([&] { parsed(bytes, format); });
}

TEST(CifarReader, ReadsALabelAndThePixelsOfEachChannel) {
    const ImageSet set = parsed(cifarRecord({7}, 0) + cifarRecord({0}, 100), oneLabel);
    EXPECT_THAT(set.labels, ElementsAre(7, 0));
    ASSERT_EQ(set.pixels.size(), 2U * 3072);
    EXPECT_EQ(set.image(ImageIndex{0})[1023], 1023 & 0xff);
    EXPECT_EQ(set.image(ImageIndex{1})[1024], (100 + 1024) & 0xff) << "the first pixel of the second channel";
}

TEST(CifarReader, ReadsTheLabelByteThatIsLearned) {
    const std::string bytes = cifarRecord({19, 98}, 1) + cifarRecord({3, 0}, 2);
    EXPECT_THAT(parsed(bytes, twoLabels).labels, ElementsAre(98, 0));
    EXPECT_THAT(parsed(bytes, {.classes = {20, 100}, .used = 0}).labels, ElementsAre(19, 3));
    EXPECT_EQ(parsed(bytes, twoLabels).pixels.at(0), 1);
}

TEST(CifarReader, ReadsGzipAndMoreThanOnePieceAndAppends) {
    const std::string bytes = test::cifar10Batch(700, 3);
    const ImageSet plain = parsed(bytes, oneLabel);
    EXPECT_EQ(plain.size(), 700);
    EXPECT_EQ(parsed(gzipped(bytes), oneLabel).pixels, plain.pixels);
    ImageSet both{.shape = cifarShape};
    appendCifarImages(cifarRecord({5}, 9), "first", oneLabel, both);
    appendCifarImages(bytes, "second", oneLabel, both);
    EXPECT_EQ(both.size(), 701);
    EXPECT_EQ(both.image(ImageIndex{1})[0], plain.image(ImageIndex{0})[0]);
}

TEST(CifarReader, RefusesAFileThatEndsInsideARecord) {
    const Error error = errorIn((cifarRecord({1}, 0) + cifarRecord({2}, 0)).substr(0, 4000), oneLabel);
    EXPECT_EQ(error.where().english(), "folder/batch.bin");
    EXPECT_EQ(error.problem().english(),
              "at byte 4000: expected images of 3073 bytes each, found the end after 927 bytes of image 1");
    EXPECT_THAT(error.mend().english(), HasSubstr("copy or download it again"));
    EXPECT_EQ(
        errorIn(gzipped(cifarRecord({1, 1}, 0) + "x"), twoLabels).problem().english(),
        "at byte 3075 of the unpacked content: expected images of 3074 bytes each, found the end after 1 "
        "bytes of image 1");
}

TEST(CifarReader, RefusesAnEmptyFile) {
    EXPECT_EQ(errorIn("", oneLabel).problem().english(),
              "at byte 0: expected images of 3073 bytes each, found the end after 0 bytes of image 0");
}

TEST(CifarReader, RefusesALabelThatIsNoClassWhicheverIsLearned) {
    EXPECT_EQ(errorIn(cifarRecord({9}, 0) + cifarRecord({10}, 0), oneLabel).problem().english(),
              "at byte 3073: expected labels from 0 to 9, found 10 for sample 1");
    EXPECT_EQ(errorIn(cifarRecord({20, 3}, 0), twoLabels).problem().english(),
              "at byte 0: expected labels from 0 to 19, found 20 for sample 0");
    EXPECT_EQ(errorIn(cifarRecord({0, 255}, 0), twoLabels).problem().english(),
              "at byte 1: expected labels from 0 to 99, found 255 for sample 0");
}

TEST(CifarReader, RefusesDamagedGzip) {
    const std::string bytes = gzipped(cifarRecord({1}, 0));
    EXPECT_THAT(errorIn(bytes.substr(0, bytes.size() / 2), oneLabel).problem().english(),
                HasSubstr("in the middle of a stream"));
}

TEST(CifarReader, StopsAtTheMostImages) {
    ImageSet set{.shape = cifarShape};
    const CifarFormat few{.classes = {10}, .mostImages = 3};
    // All zeros are images of class 0.
    const std::string bomb = gzipped(std::string(5'000'000, '\0'));
    EXPECT_EQ(errorOf([&] { appendCifarImages(bomb, "bomb", few, set); }).problem().english(),
              "at byte 9219 of the unpacked content: expected at most 3 images in all, found more");
    EXPECT_EQ(set.size(), 3);
}

class CifarFolder : public testing::Test {
protected:
    CifarFolder() {
        for (int batch = 1; batch <= 5; ++batch)
            write("data_batch_" + std::to_string(batch) + ".bin", test::cifar10Batch(20, batch));
        write("test_batch.bin", test::cifar10Batch(10, 77));
        config_.dataset = "cifar-10";
        config_.dataDir = folder_.path().string();
        config_.validationFraction = 0.1;
    }
    void write(const std::string& name, const std::string& bytes) { test::writeBytes(folder_ / name, bytes); }
    std::shared_ptr<const ByteImages> load() const {
        return std::dynamic_pointer_cast<const ByteImages>(loadDataset(config_));
    }
    /// The same folder holds CIFAR-100, of which class i + 1 is of group i % 20.
    void writeCifar100() {
        std::string training;
        for (int i = 0; i < 400; ++i) training += cifarRecord({i % 20, i % 100}, i);
        write("train.bin", training);
        write("test.bin", cifarRecord({1, 2}, 5) + cifarRecord({19, 99}, 6));
        config_.dataset = "cifar-100";
    }

    test::TemporaryFolder folder_;
    run::RunConfig config_;
};

TEST_F(CifarFolder, IsFiveBatchesAndATestBatch) {
    const auto dataset = load();
    EXPECT_EQ(dataset->images(run::Split::train).size(), 100);
    EXPECT_EQ(dataset->images(run::Split::test).size(), 10);
    EXPECT_EQ(dataset->shape(), (kernels::Shape{3, 32, 32}));
    EXPECT_EQ(dataset->images(run::Split::train).image(ImageIndex{40})[0], 3)
        << "the first of the third batch";
    EXPECT_THAT(dataset->facts().classNames, ElementsAre("airplane", "automobile", "bird", "cat", "deer",
                                                         "dog", "frog", "horse", "ship", "truck"));
    EXPECT_EQ(dataset->description().augmentation, "shift 4, flip") << "the usual one";
    EXPECT_EQ(dataset->description().mean.size(), 3U);
    ASSERT_EQ(dataset->description().files.size(), 6U);
    for (const run::DataFile& file : dataset->description().files)
        EXPECT_EQ(file.sha256, sha256HexOfFile(folder_ / file.name));
}

TEST_F(CifarFolder, TakesTheNamesOfItsClassesFromTheirFile) {
    // As it is published, with an empty line at the end.
    write("batches.meta.txt", "a\nb\nc\nd\ne\nf\ng\nh\ni\nj\n\n");
    EXPECT_EQ(load()->facts().classNames.at(9), "j");
    EXPECT_EQ(load()->description().files.back().name, "batches.meta.txt");
    write("batches.meta.txt", "a\nb");
    EXPECT_EQ(errorOf([&] { load(); }).problem().english(),
              "line 2: expected 10 names, one for each class, found 2");
}

TEST_F(CifarFolder, ReadsBatchesThatAreCompressed) {
    const auto plain = load();
    std::filesystem::remove(folder_ / "data_batch_2.bin");
    write("data_batch_2.bin.gz", gzipped(test::cifar10Batch(20, 2)));
    EXPECT_EQ(load()->images(run::Split::train).pixels, plain->images(run::Split::train).pixels);
}

TEST_F(CifarFolder, NamesAMissingBatch) {
    std::filesystem::remove(folder_ / "data_batch_4.bin");
    const Error error = errorOf([&] { load(); });
    EXPECT_EQ(error.where().english(), folder_.path().string());
    EXPECT_THAT(error.problem().english(),
                AllOf(HasSubstr("expected data_batch_4.bin or data_batch_4.bin.gz, found data_batch_1.bin")));
    EXPECT_THAT(error.mend().english(), AllOf(HasSubstr("binary version"), HasSubstr("--data-dir")));
}

TEST_F(CifarFolder, OfAHundredClassesLearnsTheFineLabelsOrTheCoarse) {
    writeCifar100();
    const auto fine = load();
    EXPECT_EQ(fine->classes(), 100);
    EXPECT_EQ(fine->facts().classNames.at(99), "worm");
    EXPECT_THAT(fine->labels(run::Split::test), ElementsAre(2, 99));
    config_.dataOptions = {{"labels", "coarse"}};
    const auto coarse = load();
    EXPECT_EQ(coarse->classes(), 20);
    EXPECT_EQ(coarse->facts().classNames.at(0), "aquatic_mammals");
    EXPECT_THAT(coarse->labels(run::Split::test), ElementsAre(1, 19));
    EXPECT_EQ(coarse->images(run::Split::train).pixels, fine->images(run::Split::train).pixels);
    config_.dataOptions = {{"labels", "middle"}};
    EXPECT_THROW(load(), UsageError);
}

TEST_F(CifarFolder, OfAHundredClassesTakesTheNamesOfTheLabelsThatAreLearned) {
    writeCifar100();
    std::string names;
    for (int i = 0; i < 20; ++i) names += "group " + std::to_string(i) + "\n";
    write("coarse_label_names.txt", names);
    EXPECT_EQ(load()->facts().classNames.at(0), "apple");
    config_.dataOptions = {{"labels", "coarse"}};
    EXPECT_EQ(load()->facts().classNames.at(3), "group 3");
}

TEST(Cifar, IsKnownBeforeItIsRead) {
    run::RunConfig config;
    config.dataset = "cifar-10";
    EXPECT_EQ(factsOf(config).shape, (kernels::Shape{3, 32, 32}));
    EXPECT_EQ(factsOf(config).classes(), 10);
    config.dataset = "cifar-100";
    const auto fine = factsOf(config).classNames;
    EXPECT_EQ(std::set<std::string>(fine.begin(), fine.end()).size(), 100U) << "each name once";
    EXPECT_TRUE(std::is_sorted(fine.begin(), fine.end())) << "as they are published";
    config.dataOptions = {{"labels", "coarse"}};
    EXPECT_EQ(factsOf(config).classes(), 20);
}

}  // namespace
}  // namespace prunescope::data
