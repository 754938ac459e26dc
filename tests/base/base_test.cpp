#include "base/error.h"
#include "base/file.h"
#include "base/random.h"
#include "base/sha256.h"
#include "base/suggest.h"
#include "support/temporary_folder.h"

#include <gmock/gmock.h>
#include <sys/stat.h>

#include <set>

namespace prunescope {
namespace {

using testing::HasSubstr;

std::string messageOf(const auto& action) {
    try {
        action();
    } catch (const Error& e) {
        return e.what();
    }
    return "no error";
}

TEST(Error, SaysWhereWhatAndHowToMend) {
    const Error e("a.txt", Text::of("is empty"), Text::of("Give another."));
    EXPECT_STREQ(e.what(), "a.txt: is empty. Give another.");
    EXPECT_EQ(e.where().english(), "a.txt");
    EXPECT_STREQ(
        Error(Text::of("the run failed"), Text::of("x: is empty. Give another."), Text::of("It is kept."))
            .what(),
        "the run failed: x: is empty. Give another. It is kept.")
        << "what is wrong may be a whole message";
}

TEST(Random, GivesTheSameNumbersForTheSameSeedAndOthersForAnotherStream) {
    Random a(7, RandomStream::weights);
    Random b(7, RandomStream::weights);
    Random c(7, RandomStream::shuffle);
    Random d(7, RandomStream::weights, 1);
    const std::uint64_t first = a.next();
    EXPECT_EQ(first, b.next());
    EXPECT_NE(first, c.next());
    EXPECT_NE(first, d.next());
}

TEST(Random, IsUniformAndNormal) {
    Random random(1, RandomStream::test);
    double sum = 0;
    double squares = 0;
    std::vector<int> counts(3);
    for (int k = 0; k < 60000; ++k) {
        const double x = random.normal();
        sum += x;
        squares += x * x;
        ++counts[random.below(3)];
        const double u = random.uniform();
        ASSERT_TRUE(u >= 0 && u < 1);
    }
    EXPECT_NEAR(sum / 60000, 0, 0.02);
    EXPECT_NEAR(squares / 60000, 1, 0.03);
    for (const int count : counts) EXPECT_NEAR(count, 20000, 500);
}

TEST(Suggest, FindsTheNearestNameAndStaysSilentOtherwise) {
    EXPECT_EQ(nearestName("lenet5", {"resnet-20", "lenet-5"}), "lenet-5");
    EXPECT_EQ(nearestName("mpa", {"map", "gmp", "dpf"}), "map") << "two letters swapped";
    EXPECT_EQ(nearestName("banana", {"resnet-20", "lenet-5"}), "");
    EXPECT_EQ(nearestName(std::string(1'000'000, 'x'), {"map"}), "");
    EXPECT_THAT(std::string(unknownName("unknown method '{}'", "mapp", {"map", "gmp"}).what()),
                HasSubstr("unknown method 'mapp'. Did you mean 'map'? Known: map, gmp"));
}

TEST(Sha256, OfTheStandardsExample) {
    const std::string expected = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
    EXPECT_EQ(sha256Hex("abc"), expected);
    const test::TemporaryFolder folder;
    writeFileAtomically(folder / "a", "abc");
    EXPECT_EQ(sha256HexOfFile(folder / "a"), expected);
}

TEST(File, IsReplacedInOneStep) {
    const test::TemporaryFolder folder;
    writeFileAtomically(folder / "a", "first");
    writeFileAtomically(folder / "a", "second");
    EXPECT_EQ(readFile(folder / "a", 100), "second");
    EXPECT_FALSE(std::filesystem::exists(folder / "a.partial"));
}

TEST(File, RefusesWhatCannotBeReadOrWrittenWithTheReason) {
    const test::TemporaryFolder folder;
    writeFileAtomically(folder / "a", "12345");
    EXPECT_THAT(messageOf([&] { readFile(folder / "missing", 10); }), HasSubstr("No such file"));
    EXPECT_THAT(messageOf([&] { readFile(folder / "a", 4); }), HasSubstr("holds 5 bytes where at most 4"));
    EXPECT_THAT(messageOf([&] { readFile(folder.path(), 4); }), HasSubstr("not a regular file"));
    ASSERT_EQ(::mkfifo((folder / "pipe").c_str(), 0600), 0);
    EXPECT_THAT(messageOf([&] { readFile(folder / "pipe", 4); }), HasSubstr("not a regular file"));
    EXPECT_THAT(messageOf([&] { writeFileAtomically(folder / "a" / "b", "x"); }),
                HasSubstr("Not a directory"));
    EXPECT_THAT(messageOf([&] { createFolder(folder / "a"); }), HasSubstr("a"));
    EXPECT_EQ(readFile(folder / "a", 10), "12345") << "nothing was lost";
}

}  // namespace
}  // namespace prunescope
