// The chain of hashes binds every row of a run, and whatever is done to one shows.

#include "base/error.h"
#include "store/chain_check.h"
#include "store/chain_writer.h"
#include "store/example_run.h"
#include "store/run_reader.h"
#include "store/schema.h"
#include "store/tampering.h"
#include "support/file_bytes.h"
#include "support/temporary_folder.h"

#include <fmt/ranges.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <limits>

namespace prunescope::store {
namespace {

namespace fs = std::filesystem;

/// A folder with the database of a whole run, which is recorded once.
class ChainOfRun : public testing::Test {
protected:
    ChainOfRun() {
        static const test::TemporaryFolder original;
        static const RunFolder recorded = [] {
            RunFolder folder = createRunFolderAt(original / "run", {});
            test::recordExample(folder, 64);
            return folder;
        }();
        original_ = recorded.database();
        restore();
    }
    void restore() const {
        fs::copy_file(original_, folder_.database(), fs::copy_options::overwrite_existing);
    }
    CheckedChain check(std::int64_t anchor = 0) const { return checkChain(folder_, anchor); }
    void change(const std::string& sql) const { test::tamper(folder_.database(), sql); }
    /// "link: what" of the first fault after a change; the database is as before then.
    std::string faultAfter(const std::string& sql) const {
        change(sql);
        const auto fault = check().fault;
        restore();
        return fault ? fmt::format("{}: {}", fault->link, fault->what.english()) : "";
    }
    std::int64_t linkOf(const std::string& table, std::int64_t last) const {
        Database database(folder_.database(), OpenMode::modify);
        return database.integer(
            fmt::format("SELECT id FROM chain WHERE bound = '{}' AND last = {}", table, last));
    }

    test::TemporaryFolder temporary_;
    RunFolder folder_ = createRunFolderAt(temporary_ / "run", {});
    fs::path original_;
};

TEST_F(ChainOfRun, HoldsAsItWasRecorded) {
    const CheckedChain checked = check();
    EXPECT_TRUE(checked.carried);
    EXPECT_FALSE(checked.fault) << checked.fault->what;
    EXPECT_TRUE(checked.ended);
    EXPECT_THAT(checked.problems, testing::IsEmpty());
    // One for the header, one at least for samples and one for statistics; 4 mask updates, 2 evaluations,
    // 2 events, 1 list of answers, 1 end.
    EXPECT_GE(checked.head.links, 13);
    EXPECT_EQ(check(checked.head.links).hashAtAnchor, checked.head.hash);
    EXPECT_EQ(check(checked.head.links + 1).hashAtAnchor, "");
}

TEST_F(ChainOfRun, WhateverIsDoneToARowIsFound) {
    constexpr std::uint64_t tries = 400;
    for (std::uint64_t seed = 1; seed <= tries; ++seed) {
        restore();
        const std::string done = test::Tampering(folder_.database(), seed).once();
        bool found = false;
        try {
            const CheckedChain checked = check();
            found = checked.fault.has_value() || !checked.ended;
        } catch (const Error&) {
            found = true;
        }
        EXPECT_TRUE(found) << "seed " << seed << ": " << done;
    }
}

TEST_F(ChainOfRun, TheFirstThatDoesNotHoldIsNamed) {
    const std::int64_t event = linkOf("events", 2);
    EXPECT_EQ(faultAfter("UPDATE events SET reason = 'another' WHERE id = 2"),
              fmt::format("{}: events, row 2: not as it was recorded", event));
    EXPECT_EQ(faultAfter("UPDATE mask_updates SET mask_digest = 'a' WHERE id = 3"),
              fmt::format("{}: mask_updates, row 3: not as it was recorded", linkOf("mask_updates", 3)));
    EXPECT_EQ(faultAfter("UPDATE evaluations SET confusion = '[1,0,0,0,1,0,0,0,1]' WHERE id = 2"),
              fmt::format("{}: evaluations, row 2: not as it was recorded", linkOf("evaluations", 2)));
    EXPECT_EQ(faultAfter("UPDATE chain SET hash = '' WHERE id = 5"),
              "5: link 5 was changed: its hash is another");
    EXPECT_EQ(faultAfter("DELETE FROM chain WHERE id = 5"), "5: link 5 is missing: link 6 follows");
    const std::int64_t links = check().head.links;
    EXPECT_EQ(
        faultAfter("INSERT INTO events SELECT 3, 3, step, epoch, wall_ms, kind, who, reason, before, after, "
                   "note, request, refusal, person_name FROM events WHERE id = 2"),
        fmt::format("{}: events, row 3: no link of the chain binds it", links + 1));
    EXPECT_EQ(
        faultAfter("UPDATE samples SET loss = 0 WHERE id = 1; UPDATE events SET who = 'eve' WHERE id = 1")
            .substr(0, 2),
        "2:")
        << "the earlier of two";
}

TEST_F(ChainOfRun, AnEndThatWasCutOffWithItsRowsShowsByAnAnchorAlone) {
    const audit::Head head = check().head;
    change(fmt::format("DELETE FROM outcomes; DELETE FROM chain WHERE id = {}", head.links));
    const CheckedChain cut = check(head.links);
    EXPECT_FALSE(cut.fault);
    EXPECT_FALSE(cut.ended);
    EXPECT_EQ(cut.hashAtAnchor, "") << "the link that the anchor names is not there any more";
    EXPECT_EQ(cut.head.links, head.links - 1);
}

TEST_F(ChainOfRun, ValuesWithoutANumberAreBoundToo) {
    test::TemporaryFolder other;
    const RunFolder folder = createRunFolderAt(other / "run", {});
    {
        RunRecorder recorder(folder);
        recorder.begin(test::exampleHeader());
        run::MetricSample sample = test::exampleSample(1);
        sample.loss = std::numeric_limits<double>::infinity();
        sample.accuracy = std::numeric_limits<double>::quiet_NaN();
        sample.rmse = -0.0;
        recorder.record(sample);
        recorder.finish(test::exampleOutcome());
    }
    EXPECT_FALSE(checkChain(folder).fault);
    test::tamper(folder.database(), "UPDATE samples SET loss = -9e999");
    EXPECT_TRUE(checkChain(folder).fault);
}

TEST_F(ChainOfRun, ARunThatIsRecordedNowHoldsAsFarAsItHasCome) {
    test::TemporaryFolder other;
    const RunFolder folder = createRunFolderAt(other / "run", {});
    RunRecorder recorder(folder);
    recorder.begin(test::exampleHeader());
    for (std::int64_t step = 1; step <= 3; ++step) {
        recorder.record(test::exampleSample(step));
        recorder.flush();
        const CheckedChain checked = checkChain(folder);
        EXPECT_FALSE(checked.fault);
        EXPECT_FALSE(checked.ended);
        EXPECT_EQ(checked.head.links, 1 + step);
    }
    recorder.finish(test::exampleOutcome());
}

TEST_F(ChainOfRun, SavedFilesAreBoundAndTheLastOfANameHolds) {
    test::TemporaryFolder other;
    const RunFolder folder = createRunFolderAt(other / "run", {});
    {
        RunRecorder recorder(folder);
        recorder.begin(test::exampleHeader());
        recorder.saveWeights("first");
        recorder.saveWeights("second");
        recorder.finish(test::exampleOutcome());
    }
    const CheckedChain checked = checkChain(folder);
    EXPECT_FALSE(checked.fault);
    ASSERT_EQ(checked.savedFiles.size(), 1U);
    EXPECT_EQ(checked.savedFiles[0].name, "final.weights");
    EXPECT_EQ(checked.savedFiles[0].bytes, 6);
    EXPECT_EQ(checked.savedFiles[0].sha256,
              "16367aacb67a4a017c8da8ab95682ccb390863780f7114dda0a0e0c55644c7c4");
}

TEST_F(ChainOfRun, APersonHasANameBesideTheAccount) {
    test::TemporaryFolder other;
    const RunFolder folder = createRunFolderAt(other / "run", {});
    {
        RunRecorder recorder(folder, {.personName = "Ana Gruber"});
        recorder.begin(test::exampleHeader());
        recorder.record(test::exampleEvent(1));
        run::AuditEvent ofProgram = test::exampleEvent(2);
        ofProgram.who = run::byProgram;
        recorder.record(ofProgram);
        recorder.finish(test::exampleOutcome());
    }
    const auto events = readRun(folder).record.events;
    EXPECT_EQ(events.at(0).personName, "Ana Gruber");
    EXPECT_EQ(events.at(1).personName, "");
}

Database& migrated(Database& database) {
    migrate(database, runMigrations());
    return database;
}

/// A database that a run is recorded into commit by commit.
class GrowingChain : public testing::Test {
protected:
    void samples(std::int64_t from, std::int64_t to, const std::string& loss = "1.5") {
        Transaction transaction(database_);
        writer_.begin();
        for (std::int64_t id = from; id <= to; ++id)
            database_.execute(fmt::format(
                "INSERT INTO samples (step, wall_ms, loss, phase) VALUES ({}, 0, {}, 'x')", id, loss));
        writer_.bindNew();
        transaction.commit();
    }
    void takeUp(std::int64_t kept) {
        Transaction transaction(database_);
        writer_.begin();
        database_.execute(fmt::format("DELETE FROM samples WHERE id > {}", kept));
        writer_.cut();
        writer_.bindNew();
        transaction.commit();
    }
    std::string links() {
        std::string text;
        Statement rows(database_, "SELECT kind, last FROM chain ORDER BY id");
        while (rows.step()) text += fmt::format("{} {}, ", rows.text(0), rows.integer(1));
        return text;
    }

    test::TemporaryFolder temporary_;
    RunFolder folder_ = createRunFolderAt(temporary_ / "run", {});
    Database database_{folder_.database(), OpenMode::create};
    ChainWriter writer_{migrated(database_)};
};

TEST_F(GrowingChain, GoesOnFromWhereARunIsTakenUp) {
    samples(1, 10);
    samples(11, 20);
    samples(21, 30);
    takeUp(14);
    EXPECT_EQ(links(), "rows 10, rows 20, rows 30, cut 10, rows 14, ");
    samples(15, 18, "2.5");
    EXPECT_EQ(writer_.head().links, 6);
    EXPECT_FALSE(checkChain(folder_).fault);
    database_.execute("UPDATE samples SET loss = 3 WHERE id = 12");
    EXPECT_EQ(checkChain(folder_).fault->link, 5) << "a row that was bound anew";
    database_.execute("UPDATE samples SET loss = 3 WHERE id = 3");
    EXPECT_EQ(checkChain(folder_).fault->link, 1) << "a row of a link that was not cut";
}

TEST_F(GrowingChain, MayBeTakenUpAgainAndAgain) {
    samples(1, 10);
    samples(11, 20);
    takeUp(14);
    takeUp(12);
    takeUp(12);
    EXPECT_EQ(links(), "rows 10, rows 20, cut 10, rows 14, cut 10, rows 12, ");
    takeUp(0);
    samples(1, 3);
    EXPECT_EQ(links(), "rows 10, rows 20, cut 10, rows 14, cut 10, rows 12, cut 0, rows 3, ");
    EXPECT_FALSE(checkChain(folder_).fault);
}

TEST_F(GrowingChain, ACommitThatFailedLeavesNoTrace) {
    samples(1, 10);
    const audit::Head before = writer_.head();
    {
        Transaction transaction(database_);
        writer_.begin();
        database_.execute("INSERT INTO samples (step, wall_ms, phase) VALUES (11, 0, 'x')");
        writer_.bindNew();
    }
    samples(11, 12);
    EXPECT_EQ(writer_.head().links, before.links + 1);
    EXPECT_FALSE(checkChain(folder_).fault);
}

/// The columns that the specification has for each table, in its order.
TEST(ChainSpecification, NamesTheValuesOfEachTable) {
    const std::string page = test::readBytes(std::string(PRUNESCOPE_TEST_DATA) + "/../packaging/AUDIT.md");
    for (const ChainedTable& table : chainedTables()) {
        const std::vector<std::string> names = namesOf(table.columns);
        EXPECT_THAT(page,
                    testing::HasSubstr(fmt::format("| `{}` | {} |", table.name, fmt::join(names, ", "))));
    }
    EXPECT_EQ(chainedTables().size(), 9U);
}

}  // namespace
}  // namespace prunescope::store
