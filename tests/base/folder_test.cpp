#include "base/folder.h"

#include "base/error.h"
#include "base/file.h"
#include "base/path_text.h"
#include "support/temporary_folder.h"

#include <gmock/gmock.h>
#include <sys/file.h>
#include <sys/stat.h>

#include <fstream>
#include <thread>

/// Files that are written and read where somebody else may have put something.
namespace prunescope {
namespace {

namespace fs = std::filesystem;
using test::TemporaryFolder;
using testing::HasSubstr;
using testing::IsEmpty;

constexpr std::uint64_t mostFileBytes = 1U << 20U;
const std::string leftover = ".prunescope-0123456789abcdef.partial";

void put(const fs::path& file, const std::string& content) {
    std::ofstream(file, std::ios::binary) << content;
}

void makeOld(const fs::path& file) {
    fs::last_write_time(file, fs::file_time_type::clock::now() - std::chrono::hours(1));
}

std::string problemOf(const auto& action) {
    try {
        action();
    } catch (const Error& error) {
        return error.problem().english();
    }
    return "";
}

std::size_t entriesOf(const fs::path& folder) {
    return static_cast<std::size_t>(std::distance(fs::directory_iterator(folder), fs::directory_iterator()));
}

TEST(WriteFile, ReplacesALinkAndLeavesWhatItLeadsToAlone) {
    const TemporaryFolder folder;
    put(folder / "precious", "mine");
    fs::create_symlink(folder / "precious", folder / "index.html");
    writeFileAtomically(folder / "index.html", "new");
    EXPECT_EQ(readFile(folder / "precious", mostFileBytes), "mine");
    EXPECT_FALSE(fs::is_symlink(folder / "index.html"));
    EXPECT_EQ(readFile(folder / "index.html", mostFileBytes), "new");
}

TEST(WriteFile, DoesNotUseNamesThatCouldBeForeseen) {
    const TemporaryFolder folder;
    put(folder / "precious", "mine");
    fs::create_symlink(folder / "precious", folder / "a.partial");
    fs::create_symlink(folder / "precious", folder / leftover);
    ASSERT_EQ(::mkfifo((folder / "b.partial").c_str(), 0600), 0);
    writeFileAtomically(folder / "a", "new");
    writeFileAtomically(folder / "b", "new");
    EXPECT_EQ(readFile(folder / "precious", mostFileBytes), "mine");
    EXPECT_TRUE(fs::is_symlink(folder / "a.partial"));
    EXPECT_TRUE(fs::is_symlink(folder / leftover)) << "a link is nothing that this program left";
}

TEST(WriteFile, LeavesNothingBehindWhenItFails) {
    const TemporaryFolder folder;
    fs::create_directory(folder / "taken");
    EXPECT_THAT(problemOf([&] { writeFileAtomically(folder / "taken", "x"); }), HasSubstr("cannot write"));
    EXPECT_EQ(entriesOf(folder.path()), 1U);
}

TEST(WriteFile, TakesANameAsLongAsTheSystemAllows) {
    const TemporaryFolder folder;
    writeFileAtomically(folder / std::string(255, 'n'), "x");
    EXPECT_EQ(readFile(folder / std::string(255, 'n'), mostFileBytes), "x");
}

TEST(WriteFile, RemovesWhatAKilledProgramLeftButNotWhatIsBeingWritten) {
    const TemporaryFolder folder;
    const std::string other = ".prunescope-fedcba9876543210.partial";
    const std::string young = ".prunescope-00000000000000ff.partial";
    for (const std::string& name : {leftover, other, young, std::string("mine.partial")})
        put(folder / name, "half");
    for (const std::string& name : {leftover, other, std::string("mine.partial")}) makeOld(folder / name);
    const Descriptor writer = openRegularFile(folder / other);
    ASSERT_EQ(::flock(writer.get(), LOCK_EX), 0);
    writeFileAtomically(folder / "a", "x");
    EXPECT_FALSE(fs::exists(folder / leftover));
    EXPECT_TRUE(fs::exists(folder / other)) << "somebody holds it";
    EXPECT_TRUE(fs::exists(folder / young)) << "its writer may just have begun";
    EXPECT_TRUE(fs::exists(folder / "mine.partial")) << "not a name of ours";
}

TEST(WriteFile, MayBeDoneByManyAtATime) {
    const TemporaryFolder folder;
    {
        std::vector<std::jthread> writers;
        for (char letter = 'a'; letter < 'e'; ++letter) {
            writers.emplace_back([&, letter] {
                for (int i = 0; i < 60; ++i)
                    writeFileAtomically(folder / "index.html", std::string(5000, letter));
            });
        }
    }
    const std::string content = readFile(folder / "index.html", mostFileBytes);
    EXPECT_EQ(content, std::string(5000, content[0])) << "one writer's, as a whole";
    EXPECT_EQ(entriesOf(folder.path()), 1U);
}

TEST(CreateFile, GivesANameToOneCallerOnly) {
    const TemporaryFolder temporary;
    const Folder folder(temporary.path());
    EXPECT_TRUE(folder.create("config.json", "first"));
    EXPECT_FALSE(folder.create("config.json", "second"));
    EXPECT_EQ(readFile(temporary / "config.json", mostFileBytes), "first");
    EXPECT_EQ(entriesOf(temporary.path()), 1U);
}

TEST(FolderThatIsHeld, IsNotEnteredThroughALink) {
    const TemporaryFolder temporary;
    fs::create_directory(temporary / "elsewhere");
    fs::create_directory_symlink(temporary / "elsewhere", temporary / "report");
    EXPECT_THAT(problemOf([&] { Folder::created(temporary / "report"); }), HasSubstr("is a link"));
    fs::create_symlink(temporary / "not there", temporary / "dangling");
    EXPECT_THAT(problemOf([&] { Folder::created(temporary / "dangling"); }), HasSubstr("is a link"));
    EXPECT_FALSE(fs::exists(temporary / "not there"));
    EXPECT_EQ(Folder(temporary / "report").path(), temporary / "report") << "a link that the user names";
    EXPECT_THAT(Folder::created(temporary / "a/b").names(), IsEmpty());
}

TEST(FolderThatIsHeld, StaysTheSameWhenALinkTakesItsPlace) {
    const TemporaryFolder temporary;
    fs::create_directory(temporary / "elsewhere");
    const Folder folder = Folder::created(temporary / "report");
    fs::rename(temporary / "report", temporary / "moved");
    fs::create_directory_symlink(temporary / "elsewhere", temporary / "report");
    folder.write("index.html", "x");
    EXPECT_TRUE(fs::exists(temporary / "moved/index.html"));
    EXPECT_TRUE(fs::is_empty(temporary / "elsewhere"));
}

TEST(ReadFile, FollowsALinkOnlyWhereAUserMayHaveNamedIt) {
    const TemporaryFolder folder;
    put(folder / "a", "x");
    fs::create_symlink(folder / "a", folder / "link");
    EXPECT_EQ(readFile(folder / "link", mostFileBytes), "x");
    EXPECT_THAT(problemOf([&] { readFile(folder / "link", mostFileBytes, Links::refuse); }),
                HasSubstr("is a link"));
}

TEST(PathText, KeepsBytesThatAreNotTextInSight) {
    EXPECT_TRUE(isUtf8("run \xe6\x97\xa5 \xf0\x9f\x98\x80"));
    EXPECT_EQ(printableName("run \xe6\x97\xa5"), "run \xe6\x97\xa5");
    for (const char* bad : {"\xe9t", "\xc0\xaf", "\xed\xa0\x80", "\xf5\x80\x80\x80", "\xe6\x97", "\x80"})
        EXPECT_FALSE(isUtf8(bad)) << bad;
    EXPECT_EQ(printableName("\xe9t\xe9"), "\\xE9t\\xE9");
}

}  // namespace
}  // namespace prunescope
