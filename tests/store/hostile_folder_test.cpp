#include "base/error.h"
#include "store/child_process.h"
#include "store/example_run.h"
#include "store/run_condition.h"
#include "store/run_list.h"
#include "store/run_reader.h"
#include "support/temporary_folder.h"

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/resource.h>
#include <sys/stat.h>

#include <functional>
#include <map>
#include <thread>

/// Run folders from somebody who means harm. tests/soak/hostile_folders.py tries many more, with the
/// programs.
namespace prunescope::store {
namespace {

namespace fs = std::filesystem;
using test::TemporaryFolder;
using testing::HasSubstr;

std::string bigEndian(std::uint32_t value) {
    std::string bytes;
    for (int shift = 24; shift >= 0; shift -= 8)
        bytes += static_cast<char>(value >> static_cast<unsigned>(shift));
    return bytes;
}

const std::string journalMagic{"\xd9\xd5\x05\xf9\x20\xa1\x63\xd7", 8};

/// A journal that SQLite would play back: the first page as it was in a database of one page.
std::string journalOf(const std::string& page, const std::string& superJournal) {
    constexpr std::uint32_t nonce = 7;
    std::string text = journalMagic + bigEndian(1) + bigEndian(nonce) + bigEndian(1) + bigEndian(512) +
                       bigEndian(test::pageBytes);
    text.resize(512, '\0');
    std::uint32_t sum = nonce;
    for (std::size_t at = page.size() - 200; at > 0 && at < page.size(); at -= 200)
        sum += static_cast<unsigned char>(page[at]);
    text += bigEndian(1) + page + bigEndian(sum);
    if (superJournal.empty()) return text;
    std::uint32_t nameSum = 0;
    for (const char c : superJournal) nameSum += static_cast<unsigned char>(c);
    return text + bigEndian(1 << 20) + superJournal +
           bigEndian(static_cast<std::uint32_t>(superJournal.size())) + bigEndian(nameSum) + journalMagic;
}

/// Everything of the user that a reader could harm.
std::map<std::string, std::string> contentsOf(const fs::path& folder) {
    std::map<std::string, std::string> contents;
    for (const auto& entry : fs::recursive_directory_iterator(folder)) {
        const auto status = entry.symlink_status();
        contents[entry.path().string()] = fs::is_regular_file(status) ? test::readBytes(entry.path())
                                          : fs::is_symlink(status) ? fs::read_symlink(entry.path()).string()
                                                                   : "";
    }
    return contents;
}

// The sanitizers reserve more than there is.
#ifdef PRUNESCOPE_SANITIZED
constexpr bool sanitized = true;
#else
constexpr bool sanitized = false;
#endif

class HostileFolder : public ::testing::Test {
protected:
    HostileFolder() : folder_(createRunFolderAt(temporary_ / "workspace/run", test::exampleHeader().config)) {
        fs::create_directory(temporary_ / "user");
        test::writeBytes(victim(), "years of work");
        test::recordExample(folder_, 300);
    }

    fs::path victim() const { return temporary_ / "user/thesis.tex"; }
    fs::path part(const std::string& name) const { return folder_.path() / name; }

    /// Lists and reads in a process with little time and memory. Nothing may change, in the folder either.
    void expectHarmless(const std::string& what) {
        const auto before = contentsOf(temporary_.path());
        test::ChildProcess child([&] {
            const rlimit seconds{20, 20};
            const rlimit memory{rlim_t{1} << 30U, rlim_t{1} << 30U};
            ::setrlimit(RLIMIT_CPU, &seconds);
            if (!sanitized) ::setrlimit(RLIMIT_DATA, &memory);
            ::alarm(600);  // a hang, and not a machine that is busy
            listRuns(temporary_ / "workspace");
            try {
                readRun(folder_);
            } catch (const Error&) {
                // What it says is looked at by others.
            }
            return 0;
        });
        EXPECT_EQ(child.wait(), 0) << what;
        EXPECT_EQ(contentsOf(temporary_.path()), before) << what;
    }

    std::string said() {
        try {
            const auto problems = readRun(folder_).problems;
            return problems.empty() ? std::string() : problems.front().english();
        } catch (const Error& error) {
            return error.problem().english();
        }
    }

    TemporaryFolder temporary_;
    RunFolder folder_;
};

TEST_F(HostileFolder, CannotDeleteAFileThatItsJournalNames) {
    const std::string page = test::readBytes(folder_.database()).substr(0, test::pageBytes);
    for (const std::string& name : {victim().string(), std::string("../../user/thesis.tex")}) {
        test::writeBytes(folder_.databaseJournal(), journalOf(page, name));
        expectHarmless(name);
        EXPECT_THAT(said(), HasSubstr("names another file"));
        EXPECT_EQ(readRun(folder_).record.samples.size(), 300U) << "run.db itself is whole";
    }
}

TEST_F(HostileFolder, CannotCutItsDatabaseShort) {
    const std::string page = test::readBytes(folder_.database()).substr(0, test::pageBytes);
    test::writeBytes(folder_.databaseJournal(), journalOf(page, ""));
    expectHarmless("a journal of a database of one page");
    EXPECT_NE(said(), "");
}

TEST_F(HostileFolder, CannotKeepAReaderWaitingOrLeadItElsewhere) {
    const std::vector<std::string> parts{"run.db",         "run.db-wal",  "run.db-shm",
                                         "run.db-journal", "config.json", "final.weights"};
    for (const std::string& name : parts) {
        const bool needed = name != "run.db-shm" && name != "final.weights";
        const std::string before = fs::exists(part(name)) ? test::readBytes(part(name)) : "";
        const std::map<std::string, std::function<void()>> places{
            {"pipe", [&] { ASSERT_EQ(::mkfifo(part(name).c_str(), 0600), 0); }},
            {"folder", [&] { fs::create_directory(part(name)); }},
            {"link to a file", [&] { fs::create_symlink(victim(), part(name)); }},
            {"link to nowhere", [&] { fs::create_symlink(temporary_ / "user/new", part(name)); }},
            {"link to endless zeros", [&] { fs::create_symlink("/dev/zero", part(name)); }},
            {"file with a hole", [&] {
                 test::writeBytes(part(name), before);
                 fs::resize_file(part(name), std::uintmax_t{1} << 40U);
             }}};
        for (const auto& [what, make] : places) {
            if (name.ends_with("weights") && what == "file with a hole") continue;  // nobody reads it here
            fs::remove(part(name));
            make();
            if (what != "file with a hole") {
                expectHarmless(name + " as a " + what);
                EXPECT_EQ(needed, !said().empty()) << name << " as a " << what;
            } else {
                said();
            }
        }
        fs::remove(part(name));
        if (!before.empty()) test::writeBytes(part(name), before);
    }
}

TEST_F(HostileFolder, CannotFillTheMemoryWithShortRows) {
    test::tamper(folder_.database(),
                 "WITH RECURSIVE n(i) AS (SELECT 10 UNION ALL SELECT i + 1 FROM n WHERE i < 120000) "
                 "INSERT INTO events (sequence, step, epoch, wall_ms, kind, who, reason, before, after) "
                 "SELECT i, 1, 1, 1, '', '', '', '', '' FROM n");
    const auto [record, problems] = readRun(folder_);
    EXPECT_LE(record.events.size(), 100'000U);
    // Under a sanitizer the processor time of an honest file may be over before.
    const auto bound = testing::Contains(HasSubstr("more than 100000 rows"));
    const auto work = testing::Contains(HasSubstr("takes more work"));
    EXPECT_THAT(english(problems), testing::AnyOf(bound, testing::Conditional(sanitized, work, bound)));
}

TEST_F(HostileFolder, OfAnOlderVersionIsReadAsItIsHoweverLargeItSaysThatItIs) {
    const std::size_t samples = readRun(folder_).record.samples.size();
    Migrations future = runMigrations();
    future.emplace_back("CREATE TABLE notes (id INTEGER PRIMARY KEY)");
    std::string bytes = test::readBytes(folder_.database());
    bytes.replace(28, 4, bigEndian(1U << 28U));
    test::writeBytes(folder_.database(), bytes);
    fs::resize_file(folder_.database(), std::uintmax_t{1} << 40U);
    EXPECT_EQ(readRun(folder_, future).record.samples.size(), samples);
}

TEST_F(HostileFolder, IsListedWithWhatIsWrongAndWithoutMadeUpNumbers) {
    for (const char* sql : {"PRAGMA user_version = 99", "PRAGMA application_id = 5", "DROP TABLE samples"}) {
        const std::string sound = test::readBytes(folder_.database());
        test::tamper(folder_.database(), sql);
        const RunSummary run = summarizeRun(folder_);
        EXPECT_FALSE(run.error.empty()) << sql;
        EXPECT_FALSE(run.state || run.epochsDone || run.sparsity || run.testAccuracy) << sql;
        EXPECT_EQ(conditionOf(run), RunCondition::unreadable) << sql;
        EXPECT_EQ(run.epochs, 15) << "as config.json says";
        test::writeBytes(folder_.database(), sound);
    }
    fs::remove(folder_.config());
    test::writeBytes(folder_.database(), "nothing");
    const RunSummary run = summarizeRun(folder_);
    EXPECT_FALSE(run.targetSparsity || run.epochs);
}

TEST_F(HostileFolder, WithALogThatDoesNotFitIsRead) {
    // Sound sums over pages that make no sense are for SQLite to find out.
    test::writeBytes(folder_.databaseLog(), std::string(1 << 20, '\0'));
    expectHarmless("zeros");
    EXPECT_EQ(said(), "");
}

TEST(CopiedAlone, SaysThatItsLogIsMissing) {
    const TemporaryFolder temporary;
    const RunFolder live = createRunFolderAt(temporary / "live", {});
    const RunFolder copy(temporary / "copy");
    fs::create_directory(copy.path());
    RunRecorder recorder(live);
    recorder.begin(test::exampleHeader());
    recorder.record(test::exampleSample(1));
    recorder.flush();
    fs::copy(live.database(), copy.database());
    const RunSummary early = summarizeRun(copy);
    EXPECT_THAT(early.error.english(), HasSubstr("run.db-wal is missing"));
    EXPECT_EQ(conditionOf(early), RunCondition::unreadable);

    test::tamper(live.database(), "PRAGMA wal_checkpoint(TRUNCATE)");
    fs::copy(live.database(), copy.database(), fs::copy_options::overwrite_existing);
    const ReadRun later = readRun(copy);
    ASSERT_EQ(later.problems.size(), 1U);
    EXPECT_THAT(later.problems[0].english(), HasSubstr("run.db-wal is missing"));
    EXPECT_EQ(conditionOf(copy), RunCondition::unreadable) << "its end may be in the log";
    EXPECT_EQ(later.record.samples.size(), 1U);
    EXPECT_EQ(conditionOf(live), RunCondition::recording);
    recorder.finish(test::exampleOutcome());
    EXPECT_EQ(conditionOf(live), RunCondition::stopped);
}

TEST(RunCondition, IsTheSameWhoeverAsks) {
    using run::RunState;
    EXPECT_EQ(conditionOf(RunState::running, true), RunCondition::recording);
    EXPECT_EQ(conditionOf(std::nullopt, true), RunCondition::recording);
    EXPECT_EQ(conditionOf(RunState::running, false), RunCondition::interrupted);
    EXPECT_EQ(conditionOf(std::nullopt, false), RunCondition::unreadable);
    EXPECT_EQ(conditionOf(RunState::finished, true), RunCondition::finished)
        << "it only holds on to the folder";
    EXPECT_EQ(conditionOf(RunState::failed, false), RunCondition::failed);
    EXPECT_STREQ(conditionName(RunCondition::interrupted), "cut off");
}

TEST(LiveRun, IsReadWithoutAWriteWhileItIsRecorded) {
    const TemporaryFolder temporary;
    const RunFolder folder = createRunFolderAt(temporary / "run", {});
    RunRecorder recorder(folder, {.commitInterval = std::chrono::milliseconds(1)});
    recorder.begin(test::exampleHeader());
    std::size_t seen = 0;
    for (std::int64_t step = 1; step <= 40'000; ++step) {
        recorder.record(test::exampleSample(step));
        if (step % 2000 != 0) continue;
        recorder.flush();
        const ReadRun read = readRun(folder);
        ASSERT_TRUE(read.problems.empty()) << read.problems.front();
        // Neither torn nor old: all that was committed, in order.
        ASSERT_EQ(read.record.samples.size(), static_cast<std::size_t>(step));
        ASSERT_EQ(read.record.samples.back().step.value, step);
        ASSERT_GT(read.record.samples.size(), seen);
        seen = read.record.samples.size();
    }
    // SQLite's own readers leave their marks in the index beside the log; this one has none.
    const std::string index = test::readBytes(folder.path() / "run.db-shm");
    readRun(folder);
    EXPECT_EQ(test::readBytes(folder.path() / "run.db-shm"), index);
}

TEST(LiveRun, KeepsItsLocksWhenItIsReadInTheSameProgram) {
    const TemporaryFolder temporary;
    const RunFolder folder = createRunFolderAt(temporary / "run", {});
    // Another program that opens and closes the database takes itself for the last one if the lock is gone:
    // it would remove the log under the recorder. It is there from the start, to know nothing of this one.
    test::ChildProcess other([&] {
        while (!fs::exists(temporary / "go")) std::this_thread::sleep_for(std::chrono::milliseconds(5));
        test::tamper(folder.database(), "SELECT count(*) FROM samples");
        return 0;
    });
    RunRecorder recorder(folder);
    recorder.begin(test::exampleHeader());
    recorder.flush();
    readRun(folder);
    summarizeRun(folder);
    test::writeBytes(temporary / "go", "");
    EXPECT_EQ(other.wait(), 0);
    EXPECT_TRUE(fs::exists(folder.databaseLog()));
    recorder.record(test::exampleSample(1));
    recorder.finish(test::exampleOutcome());
    EXPECT_EQ(readRun(folder).record.samples.size(), 1U);
}

}  // namespace
}  // namespace prunescope::store
