#include "data/image_folder.h"

#include "data/image_fixtures.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/stat.h>

#include <filesystem>

namespace prunescope::data {
namespace {

namespace fs = std::filesystem;
using test::errorOf;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;

/// A folder whose files are not opened: their content does not matter.
class ImageFolderTest : public testing::Test {
protected:
    void put(const std::string& name, const std::string& content = "x") { folders_.write(name, content); }
    void link(const std::string& name, const fs::path& target) {
        fs::create_directories((folders_ / name).parent_path());
        fs::create_symlink(target, folders_ / name);
    }
    ImageFolder list() const { return listImageFolder(folders_.path()); }
    /// "name: label" of each picture.
    std::vector<std::string> listed(std::size_t part = 0) const {
        std::vector<std::string> names;
        const ImageFolder folder = list();
        for (const PictureFile& picture : folder.parts.at(part).pictures)
            names.push_back(picture.name + ": " + std::to_string(picture.label));
        return names;
    }
    Error error() const {
        return errorOf([&] { list(); });
    }

    test::PictureFolders folders_;
};

TEST_F(ImageFolderTest, HasAClassForEachFolderInTheOrderOfBytes) {
    put("cat/2.jpg");
    put("cat/10.PNG", "four");
    put("Zebra/1.jpeg");
    put("\xc3\xa9"
        "l\xc3\xa9phant/1.jpg");
    EXPECT_THAT(list().classNames, ElementsAre("Zebra", "cat",
                                               "\xc3\xa9"
                                               "l\xc3\xa9phant"));
    EXPECT_THAT(listed(), ElementsAre("Zebra/1.jpeg: 0", "cat/10.PNG: 1", "cat/2.jpg: 1",
                                      "\xc3\xa9"
                                      "l\xc3\xa9phant/1.jpg: 2"));
    const ImageFolder folder = list();
    ASSERT_EQ(folder.parts.size(), 1U);
    EXPECT_EQ(folder.parts[0].name, folders_.path().filename());
    EXPECT_EQ(folder.parts[0].pictures[1].bytes, 4U);
    struct stat status {};
    ASSERT_EQ(::stat((folders_ / "cat/10.PNG").c_str(), &status), 0);
    EXPECT_EQ(folder.parts[0].pictures[1].modifiedNs,
              status.st_mtim.tv_sec * 1'000'000'000 + status.st_mtim.tv_nsec);
}

TEST_F(ImageFolderTest, MayHaveAPartToTestOnUnderSeveralNames) {
    for (const std::string test : {"validation", "valid", "val", "test"}) {
        // Each goes before the ones that are there already.
        for (const std::string& part : std::vector<std::string>{"train", test}) {
            put(part + "/cat/1.jpg");
            put(part + "/dog/2.jpg");
        }
        const ImageFolder folder = list();
        ASSERT_EQ(folder.parts.size(), 2U);
        EXPECT_EQ(folder.parts[0].name, "train");
        EXPECT_EQ(folder.parts[1].name, test);
        EXPECT_THAT(folder.classNames, ElementsAre("cat", "dog"));
        EXPECT_THAT(listed(1), ElementsAre("cat/1.jpg: 0", "dog/2.jpg: 1"));
    }
}

TEST_F(ImageFolderTest, MayHaveAClassThatIsCalledTrain) {
    put("bus/1.jpg");
    put("train/1.jpg");
    EXPECT_THAT(listed(), ElementsAre("bus/1.jpg: 0", "train/1.jpg: 1"));
}

TEST_F(ImageFolderTest, IsRefusedWithAPartToTrainOnAlone) {
    put("train/cat/1.jpg");
    put("train/dog/1.jpg");
    EXPECT_EQ(error().where().english(), (folders_ / "train").string());
    EXPECT_EQ(
        error().problem().english(),
        "expected a folder with pictures to test on beside it, found none of test, val, valid, validation");
}

TEST_F(ImageFolderTest, PassesOverWhatIsNoPicture) {
    put("cat/1.jpg");
    put("cat/labels.txt");
    put("cat/.hidden.jpg");
    put("cat/.thumbnails/1.jpg");
    put("dog/1.png");
    put("dog/Thumbs.db");
    put("dog/empty", "");
    put(".git/config");
    put("README.md");
    ASSERT_EQ(::mkfifo((folders_ / "dog/pipe.jpg").c_str(), 0600), 0);
    EXPECT_THAT(listed(), ElementsAre("cat/1.jpg: 0", "dog/1.png: 1"));
}

TEST_F(ImageFolderTest, KnowsPicturesByTheirFirstBytesOrTheirNames) {
    put("cat/without ending", test::jpegOf(test::chequered(8, 8, 1)));
    put("cat/picture.dat", test::pngOf(test::chequered(8, 8, 1)));
    put("dog/1.gif");
    put("dog/2.WebP");
    EXPECT_THAT(listed(),
                ElementsAre("cat/picture.dat: 0", "cat/without ending: 0", "dog/1.gif: 1", "dog/2.WebP: 1"));
}

TEST_F(ImageFolderTest, IsRefusedWithFewerThanTwoClasses) {
    EXPECT_EQ(error().where().english(), folders_.path().string());
    put("cat/1.jpg");
    put("1.jpg");
    EXPECT_EQ(error().problem().english(),
              "expected from 2 to 65536 folders with the pictures of a class in each, found 1");
}

TEST_F(ImageFolderTest, IsRefusedWithAClassThatHasNoPictures) {
    put("cat/1.jpg");
    put("dog/readme.txt");
    EXPECT_EQ(error().where().english(), (folders_ / "dog").string());
    EXPECT_EQ(error().problem().english(), "the class has no picture");
}

TEST_F(ImageFolderTest, IsRefusedWithAFolderInAClass) {
    put("cat/1.jpg");
    put("dog/puppies/1.jpg");
    EXPECT_EQ(error().where().english(), (folders_ / "dog/puppies").string());
    EXPECT_EQ(error().problem().english(), "expected pictures in the folder of a class, found a folder");
}

TEST_F(ImageFolderTest, IsRefusedWithOtherClassesToTestOn) {
    for (const std::string name : {"train/cat", "train/dog", "test/cat"}) put(name + "/1.jpg");
    EXPECT_EQ(error().where().english(), (folders_ / "test").string());
    EXPECT_EQ(error().problem().english(),
              "the class dog is not there, although there are pictures of it to train on");
    put("test/cow/1.jpg");
    EXPECT_EQ(error().problem().english(), "the class cow is there, and no picture of it to train on");
    put("train/cow/1.jpg");
    EXPECT_THAT(error().problem().english(), HasSubstr("the class dog is not there"));
    put("test/dog/1.jpg");
    EXPECT_EQ(list().classNames.size(), 3U);
    put("test/zebra/1.jpg");
    EXPECT_EQ(error().problem().english(), "the class zebra is there, and no picture of it to train on");
}

TEST_F(ImageFolderTest, FollowsLinksInsideItAlone) {
    const test::TemporaryFolder elsewhere;
    test::writeBytes(elsewhere / "private.jpg", "x");
    put("cat/1.jpg");
    put("dog/1.jpg");
    link("dog/2.jpg", "../cat/1.jpg");
    link("wolf", "dog");
    EXPECT_THAT(listed(), ElementsAre("cat/1.jpg: 0", "dog/1.jpg: 1", "dog/2.jpg: 1", "wolf/1.jpg: 2",
                                      "wolf/2.jpg: 2"));
    for (const fs::path& target : {elsewhere / "private.jpg", fs::path("nowhere.jpg"), fs::path("3.jpg")}) {
        link("dog/3.jpg", target);
        EXPECT_EQ(error().where().english(), (folders_ / "dog/3.jpg").string());
        EXPECT_EQ(error().problem().english(),
                  "is a link that leads out of the folder of the pictures, or nowhere");
        fs::remove(folders_ / "dog/3.jpg");
    }
    link("fox", elsewhere.path());
    EXPECT_EQ(error().where().english(), (folders_ / "fox").string());
}

TEST_F(ImageFolderTest, IsNotLeftForOneWhoseNameBeginsAsItsOwn) {
    const fs::path neighbour = folders_.path().string() + "-private";
    fs::create_directory(neighbour);
    test::writeBytes(neighbour / "1.jpg", "x");
    put("cat/1.jpg");
    put("dog/1.jpg");
    link("dog/2.jpg", neighbour / "1.jpg");
    EXPECT_THAT(error().problem().english(), HasSubstr("is a link that leads out"));
    fs::remove_all(neighbour);
}

TEST_F(ImageFolderTest, MayItselfBeReachedThroughALink) {
    put("cat/1.jpg");
    put("dog/1.jpg");
    const test::TemporaryFolder elsewhere;
    fs::create_symlink(folders_.path(), elsewhere / "pictures");
    EXPECT_EQ(listImageFolder(elsewhere / "pictures").folder, folders_.path());
}

TEST_F(ImageFolderTest, HasNamesThatCanBeReadEvenWhereTheyAreNoText) {
    put("b\xe9t/1.jpg");
    put("cat/1.jpg");
    EXPECT_THAT(list().classNames, ElementsAre("b\\xE9t", "cat"));
    EXPECT_THAT(listed(), ElementsAre("b\xe9t/1.jpg: 0", "cat/1.jpg: 1"));
}

}  // namespace
}  // namespace prunescope::data
