#include "data/image_loading.h"

#include "base/sha256.h"
#include "data/image_file.h"
#include "data/image_fixtures.h"
#include "data/image_scaling.h"
#include "parallel/thread_arena.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace prunescope::data {
namespace {

using test::chequered;
using test::errorOf;
using test::flat;
using test::jpegOf;
using test::pngOf;
using testing::Each;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

class ImageLoading : public testing::Test {
protected:
    LoadedImages load(const ImageOptions& options = {}) const {
        return loadImages(listImageFolder(folders_.path()), options);
    }
    Error error(const ImageOptions& options = {}) const {
        return errorOf([&] { load(options); });
    }
    std::vector<std::uint8_t> imageOf(const LoadedImages& loaded, std::int64_t index) const {
        const auto image = loaded.parts.front().image(ImageIndex{index});
        return {image.begin(), image.end()};
    }

    test::PictureFolders folders_;
};

TEST_F(ImageLoading, PutsChannelsInPlanes) {
    folders_.write("cat/1.png",
                   pngOf(Raster{.width = 2, .height = 1, .channels = 3, .pixels = {1, 2, 3, 4, 5, 6}}));
    folders_.write("dog/1.png", pngOf(Raster{.width = 2, .height = 1, .pixels = {7, 8}}));
    const LoadedImages loaded = load({.size = 0});
    ASSERT_EQ(loaded.parts.size(), 1U);
    EXPECT_EQ(loaded.parts[0].shape, (kernels::Shape{3, 1, 2}));
    EXPECT_THAT(loaded.parts[0].labels, ElementsAre(0, 1));
    EXPECT_THAT(imageOf(loaded, 0), ElementsAre(1, 4, 2, 5, 3, 6));
    EXPECT_THAT(imageOf(loaded, 1), ElementsAre(7, 8, 7, 8, 7, 8));
}

TEST_F(ImageLoading, MakesSquaresOfTheSizeThatIsAskedFor) {
    const Raster picture = chequered(40, 30, 3);
    folders_.write("cat/1.png", pngOf(picture));
    folders_.write("dog/1.png", pngOf(chequered(5, 5, 3)));
    const LoadedImages loaded = load({.size = 16});
    EXPECT_EQ(loaded.parts[0].shape, (kernels::Shape{3, 16, 16}));
    const Raster small = squareOf(picture, 16);
    std::vector<std::uint8_t> red;
    for (std::size_t i = 0; i < small.pixels.size(); i += 3) red.push_back(small.pixels[i]);
    const auto image = imageOf(loaded, 0);
    EXPECT_EQ(std::vector<std::uint8_t>(image.begin(), image.begin() + 256), red);
}

TEST_F(ImageLoading, IsGreyWhereEveryPictureIsGrey) {
    folders_.write("cat/1.png", pngOf(chequered(8, 8, 1)));
    folders_.write("cat/2.png", pngOf(flat(8, 8, {9, 9, 9})));
    folders_.write("dog/1.jpg", jpegOf(flat(8, 8, {100})));
    const LoadedImages grey = load({.size = 8});
    EXPECT_EQ(grey.parts[0].shape, (kernels::Shape{1, 8, 8}));
    EXPECT_EQ(imageOf(grey, 0), chequered(8, 8, 1).pixels);
    EXPECT_THAT(imageOf(grey, 1), Each(9));
    EXPECT_THAT(imageOf(grey, 2), Each(100));
    EXPECT_EQ(load({.size = 8, .colour = ImageColour::rgb}).parts[0].shape.channels, 3);

    folders_.write("dog/2.png", pngOf(flat(8, 8, {9, 9, 10})));
    EXPECT_EQ(load({.size = 8}).parts[0].shape.channels, 3);
}

TEST_F(ImageLoading, MakesColourGreyWhenAskedTo) {
    folders_.write("cat/1.png", pngOf(flat(4, 4, {255, 0, 0})));
    folders_.write("dog/1.png", pngOf(flat(4, 4, {7})));
    const LoadedImages loaded = load({.size = 2, .colour = ImageColour::grey});
    EXPECT_THAT(imageOf(loaded, 0), ElementsAre(76, 76, 76, 76));
    EXPECT_THAT(imageOf(loaded, 1), ElementsAre(7, 7, 7, 7));
}

TEST_F(ImageLoading, HasTheSameBitsOnAnyNumberOfThreads) {
    folders_.writeClasses("", 40);
    folders_.write("cat/damaged.png", "x");
    LoadedImages one;
    parallel::ThreadArena(1).run([&] { one = load({.size = 5, .skipDamaged = true}); });
    for (const int threads : {2, 7}) {
        LoadedImages many;
        parallel::ThreadArena(threads).run([&] { many = load({.size = 5, .skipDamaged = true}); });
        EXPECT_EQ(many.parts[0].pixels, one.parts[0].pixels);
        EXPECT_EQ(many.parts[0].labels, one.parts[0].labels);
        EXPECT_EQ(many.files[0].sha256, one.files[0].sha256);
        EXPECT_EQ(many.skippedNames, one.skippedNames);
    }
}

TEST_F(ImageLoading, HashesNamesAndContents) {
    const std::string cat = pngOf(chequered(8, 8, 3));
    const std::string dog = pngOf(chequered(8, 8, 3, 1));
    folders_.write("cat/1.png", cat);
    folders_.write("dog/a b.png", dog);
    folders_.write("dog/notes.txt", "no picture");
    const std::string expected = sha256Hex(std::string("cat/1.png\0", 10) + sha256Hex(cat) + "\n" +
                                           std::string("dog/a b.png\0", 12) + sha256Hex(dog) + "\n");
    const LoadedImages loaded = load();
    ASSERT_EQ(loaded.files.size(), 1U);
    EXPECT_EQ(loaded.files[0].sha256, expected);
    EXPECT_EQ(loaded.files[0].bytes, static_cast<std::int64_t>(cat.size() + dog.size()));
    EXPECT_EQ(loaded.files[0].name, folders_.path().filename());

    const test::PictureFolders elsewhere;
    elsewhere.write("cat/1.png", cat);
    elsewhere.write("dog/a b.png", dog);
    EXPECT_EQ(loadImages(listImageFolder(elsewhere.path()), {}).files[0].sha256, expected)
        << "wherever they are";
}

TEST_F(ImageLoading, NamesADamagedPictureAndHowManyMoreThereAre) {
    folders_.writeClasses("train/", 3);
    folders_.writeClasses("test/", 3, 100);
    const auto damage = [&](const std::string& name) {
        return folders_.write(name, pngOf(chequered(8, 8, 3)).substr(0, 50)).string();
    };
    damage("test/dog/x.png");
    EXPECT_EQ(error().where().english(), (folders_ / "test/dog/x.png").string());
    EXPECT_EQ(error().problem().english(), "the PNG picture ends early");
    EXPECT_THAT(error().mend().english(), HasSubstr("data.skip_damaged"));
    damage("train/cat/y.png");
    EXPECT_EQ(error().where().english(), (folders_ / "train/cat/y.png").string());
    EXPECT_THAT(error().problem().english(), HasSubstr("ends early; one more picture is damaged"));
    damage("train/cat/x.jpg");
    EXPECT_EQ(error().where().english(), (folders_ / "train/cat/x.jpg").string());
    EXPECT_THAT(error().problem().english(), HasSubstr("ends early; 2 more pictures are damaged"));
}

TEST_F(ImageLoading, LeavesDamagedPicturesOutWhenAskedTo) {
    folders_.writeClasses("train/", 3);
    folders_.writeClasses("test/", 3, 100);
    const LoadedImages whole = load();
    folders_.write("test/dog/1.gif", "GIF89a");
    folders_.write("train/cat/0a.jpg", "");
    const LoadedImages loaded = load({.skipDamaged = true});
    EXPECT_EQ(loaded.skipped, 2);
    EXPECT_THAT(loaded.skippedNames, ElementsAre("train/cat/0a.jpg", "test/dog/1.gif"));
    for (std::size_t part = 0; part < 2; ++part) {
        EXPECT_EQ(loaded.parts[part].pixels, whole.parts[part].pixels);
        EXPECT_EQ(loaded.parts[part].labels, whole.parts[part].labels);
        EXPECT_EQ(loaded.files[part].sha256, whole.files[part].sha256) << "of what was taken";
    }
    EXPECT_EQ(whole.skipped, 0);
    EXPECT_THAT(whole.skippedNames, IsEmpty());
}

TEST_F(ImageLoading, KeepsTheNamesOfTheFirstDamagedPicturesOnly) {
    folders_.writeClasses("", 1);
    for (int i = 10; i < 50; ++i) folders_.write("cat/x" + std::to_string(i) + ".jpg", "damaged");
    const LoadedImages loaded = load({.skipDamaged = true});
    EXPECT_EQ(loaded.skipped, 40);
    ASSERT_EQ(loaded.skippedNames.size(), mostSkippedNames);
    EXPECT_EQ(loaded.skippedNames.front(), "cat/x10.jpg");
    EXPECT_EQ(loaded.skippedNames.back(), "cat/x19.jpg");
}

TEST_F(ImageLoading, RefusesAClassOfWhichNothingIsLeft) {
    folders_.writeClasses("", 2);
    folders_.write("cow/1.jpg", "damaged");
    EXPECT_EQ(error({.skipDamaged = true}).problem().english(),
              "of the class cow no picture is left: all are damaged");
    for (const bool skip : {false, true}) {
        const test::PictureFolders damaged;
        damaged.write("cat/1.jpg", "damaged");
        damaged.write("dog/1.jpg", "damaged");
        EXPECT_THROW(loadImages(listImageFolder(damaged.path()), {.size = 0, .skipDamaged = skip}), Error);
    }
}

TEST_F(ImageLoading, NamesTheSizesOfPicturesThatAreToStayAsTheyAre) {
    folders_.write("cat/0.jpg", "damaged");
    folders_.write("cat/1.png", pngOf(chequered(6, 4, 3)));
    folders_.write("cat/2.png", pngOf(chequered(4, 6, 3), test::exifOf(6)));
    folders_.write("dog/1.png", pngOf(chequered(6, 4, 3, 1)));
    const ImageOptions asTheyAre{.size = 0, .skipDamaged = true};
    EXPECT_EQ(load(asTheyAre).parts[0].shape, (kernels::Shape{3, 4, 6})) << "one is turned";
    folders_.write("dog/2.png", pngOf(chequered(4, 6, 3)));
    folders_.write("dog/3.png", pngOf(chequered(8, 8, 3)));
    folders_.write("dog/4.png", pngOf(chequered(4, 6, 3, 1)));
    EXPECT_EQ(error(asTheyAre).where().english(), folders_.path().string());
    EXPECT_EQ(error(asTheyAre).problem().english(),
              "expected pictures of 6 x 4 pixels like the first one, found 4 x 6 (2), 8 x 8 (1)");
}

TEST_F(ImageLoading, RefusesMoreThanTheMachineCanHold) {
    folders_.writeClasses("", 1);
    ImageFolder folder = listImageFolder(folders_.path());
    folder.parts[0].pictures.resize(200'000, folder.parts[0].pictures[0]);
    EXPECT_THAT(errorOf([&] { loadImages(folder, {.size = 4096}); }).problem().english(),
                HasSubstr("the pictures would take 10066.3 GB of memory"));
}

TEST_F(ImageLoading, RefusesPicturesThatChangeMeanwhile) {
    folders_.writeClasses("", 2);
    const ImageFolder folder = listImageFolder(folders_.path());
    folders_.write("dog/1.jpg", "longer or shorter than before");
    const Error error = errorOf([&] { loadImages(folder, {.skipDamaged = true}); });
    EXPECT_EQ(error.where().english(), (folders_ / "dog/1.jpg").string());
    EXPECT_EQ(error.problem().english(), "changed while the pictures were read");
}

TEST_F(ImageLoading, RefusesAFileThatIsTooLargeWithoutReadingIt) {
    folders_.writeClasses("", 2);
    const auto large = folders_.write("cat/x.png", "");
    std::filesystem::resize_file(large, mostImageBytes + 1);
    EXPECT_EQ(error().where().english(), large.string());
    EXPECT_THAT(error().problem().english(), HasSubstr("at most 268435456 are expected"));
    EXPECT_EQ(load({.skipDamaged = true}).skipped, 1);
}

}  // namespace
}  // namespace prunescope::data
