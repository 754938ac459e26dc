#include "data/npz_archive.h"

#include "data/array_images.h"
#include "data/idx_fixtures.h"
#include "data/npy_fixtures.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace prunescope::data {
namespace {

using test::errorOf;
using test::npy;
using test::ZipFile;
using test::zipped;
using testing::AllOf;
using testing::ElementsAre;
using testing::HasSubstr;

const std::string threeBytes = npy("|u1", "(3,)", "\1\2\3");

std::vector<std::int64_t> labelsIn(const std::string& bytes, const std::string& name) {
    const NpzArchive archive(bytes, "folder/d.npz");
    return readArrayLabels(*archive.open(name)).classes;
}
Error errorIn(const std::string& bytes, const std::string& name) {
    return errorOf([&] { labelsIn(bytes, name); });
}

TEST(NpzArchive, ReadsArraysThatAreStoredOrDeflated) {
    const std::string bytes =
        zipped({{.name = "a.npy", .bytes = threeBytes},
                {.name = "b.npy", .bytes = npy("|u1", "(2,)", "\7\5"), .deflated = true}});
    EXPECT_THAT(labelsIn(bytes, "b"), ElementsAre(7, 5));
    EXPECT_THAT(labelsIn(bytes, "a"), ElementsAre(1, 2, 3));
    const NpzArchive archive(bytes, "d.npz");
    EXPECT_TRUE(archive.has("a"));
    EXPECT_FALSE(archive.has("a.npy"));
}

TEST(NpzArchive, NamesWhatItHasWhereSomethingIsMissing) {
    std::vector<ZipFile> files;
    for (char name = 'a'; name < 'j'; ++name) files.push_back({.name = {name}, .bytes = threeBytes});
    const Error error = errorIn(zipped(files), "x_train");
    EXPECT_EQ(error.where().english(), "folder/d.npz");
    EXPECT_EQ(error.problem().english(), "expected the array x_train, found a, b, c, d, e, f, g, h, …");
    EXPECT_THAT(error.mend().english(), HasSubstr("data.x_train"));
    EXPECT_THAT(errorIn(zipped({}), "x_train").problem().english(), HasSubstr("found no array"));
}

TEST(NpzArchive, RefusesWhatIsNoArchive) {
    for (const std::string& bytes : {std::string("PK"), threeBytes, std::string(1000, 'P')}) {
        const Error error = errorIn(bytes, "a");
        EXPECT_EQ(error.where().english(), "folder/d.npz");
        EXPECT_THAT(error.problem().english(), HasSubstr("expected a zip archive of arrays"));
    }
}

TEST(NpzArchive, RefusesAnArchiveThatEndsEarlyAtEveryByte) {
    const std::string bytes = zipped({{.name = "a.npy", .bytes = threeBytes, .deflated = true}});
    for (std::size_t length = 0; length < bytes.size(); ++length)
        EXPECT_FALSE(errorIn(bytes.substr(0, length), "a").mend().empty()) << length;
}

TEST(NpzArchive, GivesAnErrorOrTheContentForEveryFlippedBit) {
    const std::string bytes = zipped({{.name = "a.npy", .bytes = threeBytes, .deflated = true}});
    int refused = 0;
    for (std::size_t bit = 0; bit < 8 * bytes.size(); ++bit) {
        std::string damaged = bytes;
        damaged[bit / 8] = static_cast<char>(damaged[bit / 8] ^ 1 << bit % 8);
        try {
            // Times, versions and attributes of the directory do not touch the content.
            EXPECT_THAT(labelsIn(damaged, "a"), ElementsAre(1, 2, 3)) << bit;
        } catch (const Error& error) {
            EXPECT_FALSE(error.mend().empty());
            ++refused;
        }
    }
    EXPECT_GT(refused, static_cast<int>(4 * bytes.size())) << "more than half of them";
}

TEST(NpzArchive, RefusesDamagedContentByItsChecksum) {
    std::string bytes = zipped({{.name = "a.npy", .bytes = threeBytes}});
    const std::size_t last = bytes.find("\1\2\3") + 2;
    bytes[last] = 9;
    const Error error = errorIn(bytes, "a");
    EXPECT_EQ(error.where().english(), "folder/d.npz (a)");
    EXPECT_THAT(error.problem().english(), AllOf(HasSubstr("is damaged after byte"), HasSubstr("CRC")));
}

TEST(NpzArchive, StopsABombAtTheSizeThatTheArrayDeclares) {
    const std::string bomb =
        zipped({{.name = "a.npy", .bytes = threeBytes + std::string(5'000'000, '\0'), .deflated = true}});
    EXPECT_THAT(errorIn(bomb, "a").problem().english(),
                HasSubstr("expected the end after the " + std::to_string(threeBytes.size()) + " bytes"));
}

TEST(NpzArchive, RefusesAnArrayThatDeclaresMoreThanItsEntryHolds) {
    const std::string huge = npy("|u1", "(100000000,)", "\1\2\3");
    EXPECT_THAT(errorIn(zipped({{.name = "a.npy", .bytes = huge}}), "a").problem().english(),
                HasSubstr("the content ends early: expected 1000000"));
    const std::string packed = zipped({{.name = "a.npy", .bytes = huge, .deflated = true}});
    EXPECT_THAT(errorIn(packed, "a").problem().english(),
                AllOf(HasSubstr("at byte 10 of the unpacked content: the header declares 1000000"),
                      HasSubstr("expected at most the " + std::to_string(huge.size()))));
    // An archive that says as much itself: what is packed cannot unpack to that.
    const std::string lying =
        zipped({{.name = "a.npy", .bytes = huge, .deflated = true, .declaredBytes = 1U << 30U}});
    EXPECT_THAT(errorIn(lying, "a").problem().english(),
                HasSubstr("expected at most the " + std::to_string(1032 * test::rawDeflated(huge).size())));
}

TEST(NpzArchive, RefusesEncryptionAndOtherWaysOfPacking) {
    EXPECT_THAT(
        errorIn(zipped({{.name = "a.npy", .bytes = threeBytes, .flags = 1}}), "a").problem().english(),
        HasSubstr("found an encrypted one"));
    EXPECT_THAT(
        errorIn(zipped({{.name = "a.npy", .bytes = threeBytes, .method = 12}}), "a").problem().english(),
        HasSubstr("found method 12 of packing"));
}

TEST(NpzArchive, RefusesTwoArraysOfOneName) {
    const std::string bytes =
        zipped({{.name = "a.npy", .bytes = threeBytes}, {.name = "a", .bytes = threeBytes}});
    EXPECT_EQ(errorIn(bytes, "a").problem().english(),
              "expected each array once, found two with the name 'a'");
}

TEST(NpzArchive, RefusesThousandsOfArrays) {
    std::vector<ZipFile> files;
    for (int i = 0; i < 4097; ++i) files.push_back({.name = std::to_string(i), .bytes = "x"});
    EXPECT_EQ(errorIn(zipped(files), "a").problem().english(), "expected at most 4096 arrays, found 4097");
}

}  // namespace
}  // namespace prunescope::data
