#include "data/idx_fixtures.h"
#include "data/registry.h"
#include "support/temporary_folder.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace prunescope::data {
namespace {

using test::errorOf;
using test::writeBytes;
using testing::HasSubstr;

class RecognisedPlace : public testing::Test {
protected:
    /// Makes the files, which are empty, and says what the place is taken for.
    std::string with(const std::vector<std::string>& files, const std::string& place) {
        for (const std::string& file : files) {
            std::filesystem::create_directories((folder_ / file).parent_path());
            writeBytes(folder_ / file, "");
        }
        return of(place);
    }
    std::string of(const std::string& place) const {
        const DatasetEntry* const entry = recognised(folder_ / place);
        return entry == nullptr ? "nothing" : entry->description.name;
    }

    test::TemporaryFolder folder_;
};

TEST_F(RecognisedPlace, FilesAreKnownByTheirEndings) {
    EXPECT_EQ(with({"a/Iris.CSV"}, "a/Iris.CSV"), "table");
    EXPECT_EQ(of("a"), "table");
    EXPECT_EQ(with({"b/arrays.npz"}, "b/arrays.npz"), "npz");
    EXPECT_EQ(with({"c/x_train.npy", "c/y_train.npy"}, "c"), "npz");
    EXPECT_EQ(with({"d/notes.txt"}, "d"), "nothing");
    EXPECT_EQ(with({"d/notes.txt"}, "d/notes.txt"), "nothing");
    EXPECT_EQ(of("not there"), "nothing");
}

TEST_F(RecognisedPlace, PublishedDataSetsAreKnownByTheirFiles) {
    EXPECT_EQ(with({"ten/data_batch_1.bin"}, "ten"), "cifar-10");
    EXPECT_EQ(with({"hundred/train.bin.gz"}, "hundred"), "cifar-100");
    EXPECT_EQ(with({"digits/train-images-idx3-ubyte.gz"}, "digits"), "mnist");
    EXPECT_EQ(with({"Fashion/train-images.idx3-ubyte"}, "Fashion"), "fashion-mnist");
}

TEST_F(RecognisedPlace, PicturesLieInFoldersOfClasses) {
    EXPECT_EQ(with({"plain/cat/1.jpg", "plain/dog/1.PNG", "plain/labels.csv"}, "plain"), "images");
    EXPECT_EQ(with({"split/train/cat/1.jpeg", "split/test/cat/1.jpeg"}, "split"), "images");
    EXPECT_EQ(with({"flat/1.jpg"}, "flat"), "nothing") << "no class tells them apart";
    EXPECT_EQ(with({"music/cat/1.mp3"}, "music"), "nothing");
}

TEST_F(RecognisedPlace, AFolderOfAnotherDataSetIsCalledByItsName) {
    writeBytes(folder_ / "iris.csv", "a,b\n1,x\n2,y\n");
    run::RunConfig config;
    config.dataset = "cifar-10";
    config.dataDir = folder_.path().string();
    const Error error = errorOf([&] { loadDataset(config); });
    EXPECT_THAT(error.what(), HasSubstr("found what looks like the data set 'table'"));
    EXPECT_THAT(error.what(), HasSubstr("--dataset table"));
    config.dataDir += "/iris.csv";
    EXPECT_THAT(errorOf([&] { loadDataset(config); }).what(), HasSubstr("--dataset table"));
}

TEST_F(RecognisedPlace, DamageOfTheDataSetThatIsAskedForIsToldAsSuch) {
    test::writeTinyMnist(folder_.path());
    writeBytes(folder_ / "train-labels-idx1-ubyte", "short");
    run::RunConfig config;
    config.dataset = "fashion-mnist";
    config.dataDir = folder_.path().string();
    EXPECT_THAT(errorOf([&] { loadDataset(config); }).what(), testing::Not(HasSubstr("looks like")));
}

}  // namespace
}  // namespace prunescope::data
