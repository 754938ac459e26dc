#include "data/image_cache.h"

#include "data/image_fixtures.h"
#include "fuzz/memory_file.h"
#include "parallel/thread_arena.h"

#include <fcntl.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/stat.h>

#include <filesystem>
#include <set>

namespace prunescope::data {
namespace {

namespace fs = std::filesystem;
using test::chequered;
using test::pngOf;

/// The nanosecond at which a file says that it was changed.
timespec changed(const fs::path& file) {
    struct stat status {};
    ::stat(file.c_str(), &status);
    return status.st_mtim;
}

void setChanged(const fs::path& file, const timespec& time) {
    const timespec times[]{time, time};
    ::utimensat(AT_FDCWD, file.c_str(), times, 0);
}

class ImageCache : public testing::Test {
protected:
    ImageCache() { folders_.writeClasses("", 3); }

    LoadedImages load(const ImageOptions& options = {.size = 8}) const {
        return cachedImages(listImageFolder(folders_.path()), options);
    }
    std::set<fs::path> caches() const {
        std::error_code ignored;
        std::set<fs::path> found;
        for (const auto& entry : fs::directory_iterator(folders_.caches(), ignored))
            found.insert(entry.path());
        return found;
    }
    fs::path cache() const { return *caches().begin(); }

    /// Other pixels in the same number of bytes, at the same moment: nobody can tell by looking at the
    /// folder.
    void exchangeUnseen() const {
        const fs::path file = folders_ / "cat/0.png";
        const timespec before = changed(file);
        const auto size = fs::file_size(file);
        std::string other = pngOf(test::flat(8, 8, {1, 2, 3}));
        ASSERT_LE(other.size(), size);
        other.resize(size);
        test::writeBytes(file, other);
        setChanged(file, before);
    }

    test::PictureFolders folders_;
};

void expectSame(const LoadedImages& a, const LoadedImages& b) {
    ASSERT_EQ(a.parts.size(), b.parts.size());
    for (std::size_t part = 0; part < a.parts.size(); ++part) {
        EXPECT_EQ(a.parts[part].shape, b.parts[part].shape);
        EXPECT_EQ(a.parts[part].pixels, b.parts[part].pixels);
        EXPECT_EQ(a.parts[part].labels, b.parts[part].labels);
        EXPECT_EQ(a.files[part].name, b.files[part].name);
        EXPECT_EQ(a.files[part].bytes, b.files[part].bytes);
        EXPECT_EQ(a.files[part].sha256, b.files[part].sha256);
    }
    EXPECT_EQ(a.skipped, b.skipped);
    EXPECT_EQ(a.skippedNames, b.skippedNames);
}

TEST_F(ImageCache, IsReadInsteadOfThePictures) {
    const LoadedImages first = load();
    ASSERT_EQ(caches().size(), 1U);
    exchangeUnseen();
    expectSame(load(), first);
    fs::remove(cache());
    EXPECT_NE(load().parts[0].pixels, first.parts[0].pixels);
}

TEST_F(ImageCache, KeepsBothPartsAndWhatWasSkipped) {
    const test::PictureFolders folders;
    folders.writeClasses("train/", 3);
    folders.writeClasses("test/", 2, 100);
    folders.write("train/cat/damaged.jpg", "");
    const ImageOptions options{.skipDamaged = true};
    const LoadedImages first = cachedImages(listImageFolder(folders.path()), options);
    ASSERT_EQ(first.skipped, 1);
    const ImageFolder folder = listImageFolder(folders.path());
    const auto found =
        readImageCache(fs::directory_iterator(folders.caches())->path(), imageFingerprint(folder, options));
    ASSERT_TRUE(found);
    expectSame(*found, first);
}

TEST_F(ImageCache, IsMadeAnewWhenAPictureChanges) {
    const LoadedImages first = load();
    exchangeUnseen();
    timespec later = changed(folders_ / "cat/0.png");
    later.tv_nsec = (later.tv_nsec + 1) % 1'000'000'000;
    setChanged(folders_ / "cat/0.png", later);
    const LoadedImages second = load();
    EXPECT_NE(second.parts[0].pixels, first.parts[0].pixels);
    EXPECT_NE(second.files[0].sha256, first.files[0].sha256);
    expectSame(load(), second);
    EXPECT_EQ(caches().size(), 1U) << "in the place of the old one";
}

TEST_F(ImageCache, IsMadeAnewWhenAPictureComesGoesOrIsMoved) {
    load();
    const auto size = [&] { return load().parts[0].size(); };
    folders_.write("cat/new.png", pngOf(chequered(8, 8, 3, 99)));
    EXPECT_EQ(size(), 7);
    fs::remove(folders_ / "cat/new.png");
    EXPECT_EQ(size(), 6);
    fs::rename(folders_ / "cat/0.png", folders_ / "dog/0.png");
    EXPECT_THAT(load().parts[0].labels, testing::ElementsAre(0, 0, 1, 1, 1, 1));
}

TEST_F(ImageCache, BelongsToTheOptionsThatItWasMadeWith) {
    load();
    EXPECT_EQ(load({.size = 4}).parts[0].shape, (kernels::Shape{3, 4, 4}));
    EXPECT_EQ(load({.size = 8, .colour = ImageColour::grey}).parts[0].shape, (kernels::Shape{1, 8, 8}));
    EXPECT_EQ(caches().size(), 3U);
    EXPECT_EQ(load().parts[0].shape, (kernels::Shape{3, 8, 8}));
    EXPECT_EQ(caches().size(), 3U);
}

TEST_F(ImageCache, IsNotBelievedWhereverAByteIsWrong) {
    const ImageOptions small{.size = 2};
    const LoadedImages first = load(small);
    const std::string fingerprint = imageFingerprint(listImageFolder(folders_.path()), small);
    const std::string whole = test::readBytes(cache());
    const auto isBelieved = [&](const std::string& bytes) {
        return readImageCache(fuzz::MemoryFile(bytes).path(), fingerprint).has_value();
    };
    ASSERT_TRUE(isBelieved(whole));
    for (std::size_t i = 0; i < whole.size(); ++i) {
        std::string damaged = whole;
        damaged[i] = static_cast<char>(damaged[i] ^ 1);
        ASSERT_FALSE(isBelieved(damaged)) << i;
    }
    for (std::size_t length = 0; length < whole.size(); ++length)
        ASSERT_FALSE(isBelieved(whole.substr(0, length))) << length;
    EXPECT_FALSE(isBelieved(whole + "more"));
    EXPECT_FALSE(readImageCache(folders_.caches() / "nothing", fingerprint));
    EXPECT_FALSE(readImageCache(cache(), std::string(64, '0'))) << "of other pictures";

    test::writeBytes(cache(), "foreign");
    expectSame(load(small), first);
    EXPECT_EQ(test::readBytes(cache()), whole) << "it was made anew";
}

TEST_F(ImageCache, HasTheSameBytesOnAnyNumberOfThreads) {
    parallel::ThreadArena(1).run([&] { load(); });
    const std::string one = test::readBytes(cache());
    fs::remove(cache());
    parallel::ThreadArena(5).run([&] { load(); });
    EXPECT_EQ(test::readBytes(cache()), one);
}

TEST_F(ImageCache, MayBeMissingWhereItCannotBeWritten) {
    const LoadedImages first = load();
    fs::remove_all(folders_.caches());
    test::writeBytes(folders_.caches(), "a file where the folder belongs");
    expectSame(load(), first);
    EXPECT_EQ(test::readBytes(folders_.caches()), "a file where the folder belongs");
}

TEST_F(ImageCache, IsNeverPutIntoTheFolderOfThePictures) {
    ::setenv("XDG_CACHE_HOME", (folders_ / ".cache").c_str(), 1);
    load();
    EXPECT_FALSE(fs::exists(folders_ / ".cache"));
}

TEST_F(ImageCache, MayBeReadByItsUserAlone) {
    load();
    EXPECT_EQ(fs::status(folders_.caches()).permissions(), fs::perms::owner_all);
}

TEST_F(ImageCache, KeepsTheFilesWrittenLast) {
    for (std::int64_t size = 1; size <= 20; ++size) {
        load({.size = size});
        for (const fs::path& file : caches()) {
            timespec older = changed(file);
            older.tv_sec -= 10;
            setChanged(file, older);
        }
    }
    const std::set<fs::path> last = caches();
    EXPECT_EQ(last.size(), mostImageCaches);
    load({.size = 5});
    EXPECT_EQ(caches(), last) << "the sixteenth from the end was there";
    load({.size = 4});
    EXPECT_EQ(caches().size(), mostImageCaches);
    EXPECT_NE(caches(), last) << "the one before it was not, and took a place";
}

}  // namespace
}  // namespace prunescope::data
