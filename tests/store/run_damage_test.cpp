#include "base/error.h"
#include "base/random.h"
#include "store/example_run.h"
#include "store/run_list.h"
#include "store/run_reader.h"
#include "support/temporary_folder.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

/// What becomes of a run whose database was damaged or made to mislead.
namespace prunescope::store {
namespace {

namespace fs = std::filesystem;
using test::TemporaryFolder;

class DamagedRun : public ::testing::Test {
protected:
    DamagedRun() : folder_(createRunFolderAt(temporary_ / "run", test::exampleHeader().config)) {
        test::recordExample(folder_, 1000);
        sound_ = test::readBytes(folder_.database());
    }

    void damage(const std::string& bytes) { test::writeBytes(folder_.database(), bytes); }

    std::string errorOfReading() const {
        try {
            readRun(folder_);
        } catch (const Error& error) {
            EXPECT_NE(error.where().english().find(folder_.path().string()), std::string::npos)
                << error.what();
            EXPECT_FALSE(error.mend().english().empty()) << error.what();
            return error.problem().english();
        }
        return "";
    }

    /// Whatever the bytes: an `Error`, or a record that keeps the reader's promises.
    void expectNoCrash() const {
        try {
            checkPromises(readRun(folder_));
        } catch (const Error& error) {
            EXPECT_FALSE(error.problem().english().empty());
        }
        summarizeRun(folder_);
    }

    static void checkPromises(const ReadRun& read) {
        const auto& record = read.record;
        for (const auto& e : record.evaluations) {
            ASSERT_EQ(static_cast<std::int64_t>(e.confusion.size()), e.classes * e.classes);
            ASSERT_GE(e.accuracy(), 0);
            ASSERT_LE(e.macroF1(), 1);
        }
        for (const auto& a : record.imageAnswers) {
            ASSERT_EQ(a.truth.size(), a.answers.size());
            for (const auto label : a.truth) ASSERT_LT(label, a.classes);
            for (const auto label : a.answers) ASSERT_LT(label, a.classes);
        }
        for (const auto& s : record.layerStatistics) ASSERT_LE(s.kept, s.weights);
        ASSERT_GE(run::sparsityAt(record.header.schedule, StepIndex{20}), 0);
        ASSERT_GE(record.header.network.parameters(), 0);
    }

    TemporaryFolder temporary_;
    RunFolder folder_;
    std::string sound_;
};

TEST_F(DamagedRun, IsRefusedWhenTheFileIsNoRunDatabase) {
    damage("");
    EXPECT_NE(errorOfReading().find("holds nothing yet"), std::string::npos);
    damage(std::string(10000, 'x'));
    EXPECT_NE(errorOfReading().find("not a database"), std::string::npos);
    damage("short");
    EXPECT_NE(errorOfReading(), "");
    fs::remove(folder_.database());
    EXPECT_NE(errorOfReading().find("run.db is missing"), std::string::npos);
    fs::create_directory(folder_.database());
    EXPECT_NE(errorOfReading().find("not a regular file"), std::string::npos);
    fs::remove_all(folder_.path());
    EXPECT_NE(errorOfReading().find("no such folder"), std::string::npos);
}

TEST_F(DamagedRun, IsRefusedWhenTheDatabaseIsThatOfAnotherProgram) {
    test::tamper(folder_.database(), "PRAGMA application_id = 12345");
    EXPECT_NE(errorOfReading().find("another program"), std::string::npos);
    fs::remove(folder_.database());
    test::tamper(folder_.database(), "CREATE TABLE samples (id INTEGER PRIMARY KEY)");
    EXPECT_NE(errorOfReading().find("another program"), std::string::npos);
}

TEST_F(DamagedRun, IsRefusedWhenItsTablesAreNotThoseOfARun) {
    for (const char* sql : {"DROP TABLE samples", "ALTER TABLE events ADD COLUMN extra TEXT",
                            "DROP TABLE events; CREATE VIEW events AS SELECT 1 AS id",
                            "DROP TABLE outcomes; CREATE VIRTUAL TABLE outcomes USING fts5(state)"}) {
        damage(sound_);
        test::tamper(folder_.database(), sql);
        EXPECT_NE(errorOfReading().find("is not that of a run"), std::string::npos) << sql;
    }
}

TEST_F(DamagedRun, IsReadDespiteWhatAnotherProgramAdded) {
    test::tamper(folder_.database(),
                 "CREATE TABLE notes (text); CREATE INDEX by_loss ON samples (loss DESC); ANALYZE;"
                 "CREATE TRIGGER t AFTER INSERT ON samples BEGIN DELETE FROM samples; END");
    const auto [record, problems] = readRun(folder_);
    EXPECT_TRUE(problems.empty()) << problems.front();
    EXPECT_EQ(record.samples.size(), 1000U);
}

TEST_F(DamagedRun, LosesOnlyThePageThatIsDamaged) {
    // The samples fill most of the file: with any one page behind the first few gone, most of them are still
    // there.
    const std::size_t pages = sound_.size() / test::pageBytes;
    ASSERT_GT(pages, 20U);
    std::size_t damagedSamples = 0;
    for (std::size_t page = 10; page < pages; ++page) {
        std::string bytes = sound_;
        std::fill_n(bytes.begin() + static_cast<std::ptrdiff_t>(page * test::pageBytes), test::pageBytes,
                    '\xee');
        damage(bytes);
        const auto [record, problems] = readRun(folder_);
        if (record.samples.size() < 1000) ++damagedSamples;
        EXPECT_GE(record.samples.size(), 900U) << "page " << page;
        EXPECT_FALSE(problems.empty() && record.samples.size() < 1000) << "page " << page;
        EXPECT_EQ(record.header.totalSteps, 6450);
        EXPECT_TRUE(std::is_sorted(record.samples.begin(), record.samples.end(),
                                   [](const auto& a, const auto& b) { return a.step < b.step; }));
    }
    EXPECT_GT(damagedSamples, 10U);
}

TEST_F(DamagedRun, IsReadAsFarAsAShortenedFileGoes) {
    std::size_t readable = 0;
    for (std::size_t size = 0; size < sound_.size(); size += test::pageBytes / 2) {
        damage(sound_.substr(0, size));
        expectNoCrash();
        try {
            const auto [record, problems] = readRun(folder_);
            // What lies in the last pages may be the chain of hashes alone, which is not read here.
            const bool whole =
                record.samples.size() == 1000 && record.outcome.step == test::exampleOutcome().step;
            EXPECT_TRUE(whole || !problems.empty()) << size;
            readable = std::max(readable, record.samples.size());
        } catch (const Error&) {
            EXPECT_LT(size, 10 * test::pageBytes) << "the tables' own pages come first";
        }
    }
    EXPECT_GT(readable, 900U);
}

TEST_F(DamagedRun, NeverCrashesWhateverBytesChange) {
    Random random(1, RandomStream::test);
    // The fuzz target of the database looks for more.
    for (int round = 0; round < 500; ++round) {
        std::string bytes = sound_;
        // Half of the changes fall on the first pages, where the structure is.
        const std::size_t range = round % 2 == 0 ? bytes.size() : 8 * test::pageBytes;
        const std::uint64_t changes = 1 + random.below(8);
        for (std::uint64_t i = 0; i < changes; ++i)
            bytes[random.below(range)] = static_cast<char>(random.below(256));
        damage(bytes);
        expectNoCrash();
    }
}

TEST_F(DamagedRun, NeverCrashesOnADamagedLog) {
    const TemporaryFolder other;
    const RunFolder live = createRunFolderAt(other / "run", {});
    RunRecorder recorder(live);
    recorder.begin(test::exampleHeader());
    for (std::int64_t step = 1; step <= 300; ++step) recorder.record(test::exampleSample(step));
    recorder.flush();
    const std::string log = test::readBytes(live.databaseLog());
    damage(test::readBytes(live.database()));
    Random random(2, RandomStream::test);
    for (int round = 0; round < 300; ++round) {
        std::string bytes = log.substr(0, round % 3 == 0 ? random.below(log.size()) : log.size());
        for (int i = 0; i < 4 && !bytes.empty(); ++i) {
            bytes[random.below(bytes.size())] = static_cast<char>(random.below(256));
        }
        fs::remove(folder_.path() / "run.db-shm");
        test::writeBytes(folder_.databaseLog(), bytes);
        expectNoCrash();
    }
    fs::remove(folder_.path() / "run.db-shm");
    test::writeBytes(folder_.databaseLog(), log);
    EXPECT_EQ(readRun(folder_).record.samples.size(), 300U);
}

TEST_F(DamagedRun, TakesTheConfigurationFromConfigJson) {
    test::tamper(folder_.database(), "UPDATE run_header SET config = '{\"batch\": -1}'");
    const auto [record, problems] = readRun(folder_);
    EXPECT_EQ(record.header.config.seed, 77);
    ASSERT_EQ(problems.size(), 2U);
    EXPECT_NE(problems[0].english().find("batch"), std::string::npos) << problems[0];
    EXPECT_NE(problems[1].english().find("config.json"), std::string::npos) << problems[1];
}

TEST_F(DamagedRun, ReadsTheHeadersOtherPartsWhenOneIsBad) {
    for (const char* column : {"provenance", "dataset", "network", "schedule"}) {
        for (const char* value : {"", "{", "[]", "null", "{\"name\": 5, \"host\": 5, \"shape\": 5}"}) {
            damage(sound_);
            test::tamper(folder_.database(), fmt::format("UPDATE run_header SET {} = '{}'", column, value));
            const auto [record, problems] = readRun(folder_);
            ASSERT_EQ(problems.size(), 1U) << column << " " << value;
            EXPECT_EQ(problems[0].english().substr(0, std::string(column).size()), column) << problems[0];
            EXPECT_EQ(record.header.config.seed, 77);
            EXPECT_EQ(record.samples.size(), 1000U);
        }
    }
    damage(sound_);
    test::tamper(folder_.database(), "DELETE FROM run_header");
    EXPECT_EQ(readRun(folder_).problems.size(), 9U) << "eight columns, one of them taken from elsewhere";
}

TEST_F(DamagedRun, WithoutADescriptionOfItsMeasuresHasTheirNumbersStill) {
    for (const char* value :
         {"{", "{}", "5", "[5]", "[{\"key\": 5}]", "[{\"role\": \"line\"}]", "[{},{},{},{},{},{},{}]"}) {
        damage(sound_);
        test::tamper(folder_.database(), fmt::format("UPDATE run_header SET measures = '{}'", value));
        const auto [record, problems] = readRun(folder_);
        ASSERT_EQ(problems.size(), 1U) << value;
        EXPECT_EQ(problems[0].english().substr(0, 8), "measures") << problems[0];
        EXPECT_TRUE(record.header.measures.empty());
        EXPECT_EQ(record.layerStatistics.front().ofMethod, test::exampleStatistics(16)[0].ofMethod);
    }
}

TEST_F(DamagedRun, WhatIsNoParentIsNamed) {
    for (const char* value : {"{", "{}", "[]", "5", "{\"parent_run\": \"../x\"}"}) {
        damage(sound_);
        test::tamper(folder_.database(), fmt::format("UPDATE run_header SET parent = '{}'", value));
        const auto [record, problems] = readRun(folder_);
        ASSERT_EQ(problems.size(), 1U) << value;
        EXPECT_EQ(problems[0].english().substr(0, 6), "parent") << problems[0];
        EXPECT_FALSE(record.header.parent);
        EXPECT_EQ(record.samples.size(), 1000U);
    }
}

TEST_F(DamagedRun, ReplacesAScheduleThatCannotBeFollowed) {
    test::tamper(folder_.database(),
                 "UPDATE run_header SET schedule = '{\"shape\": \"drawn\", \"knots\": []}'");
    const auto [record, problems] = readRun(folder_);
    ASSERT_EQ(problems.size(), 1U);
    EXPECT_NE(problems[0].english().find("two knots"), std::string::npos) << problems[0];
    EXPECT_EQ(record.header.schedule, run::SparsitySchedule{});
}

struct BadRow {
    std::string sql;
    std::string mentioned;
};

TEST_F(DamagedRun, LeavesOutRowsThatCannotBe) {
    const std::vector<BadRow> cases{
        {"UPDATE samples SET phase = 'sleeping' WHERE id = 7",
         "row 7: phase is not a known name: found sleeping"},
        {"UPDATE samples SET step = -1 WHERE id > 998", "2 damaged rows"},
        {"UPDATE events SET reason = hex(zeroblob(600000)) WHERE id = 2",
         "row 2: reason is not a text of at most 1048576 bytes"},
        {"UPDATE layer_statistics SET kept = weights + 1 WHERE id = 3", "kept"},
        {"UPDATE layer_statistics SET layer = 2 WHERE id = 3", "the network has 2 prunable layers"},
        {"UPDATE layer_statistics SET layer = 9223372036854775807 WHERE id = 3", "layer"},
        {"UPDATE layer_statistics SET weights = 9223372036854775807 WHERE id = 3", "weights"},
        {"UPDATE evaluations SET confusion = '[1, 2]' WHERE id = 1", "3 x 3"},
        {"UPDATE evaluations SET confusion = '[1,2,3,4,5,6,7,8,-9]' WHERE id = 1", "no count"},
        {"UPDATE evaluations SET confusion = '[9e15,2,3,4,5,6,7,8,9]' WHERE id = 1", "no count"},
        {"UPDATE evaluations SET confusion = '[9007199254740992,1,3,4,5,6,7,8,9]' WHERE id = 1", "no count"},
        {"UPDATE evaluations SET confusion = 'nonsense' WHERE id = 1", "not valid JSON"},
        {"UPDATE evaluations SET confusion = replace(hex(zeroblob(50000)), '0', '[') WHERE id = 1",
         "nests deeper"},
        {"UPDATE evaluations SET classes = 4000000000 WHERE id = 1", "classes"},
        {"UPDATE evaluations SET classes = 2, confusion = '[1,2,3,4]' WHERE id = 1",
         "the data set has 3 classes"},
        {"UPDATE evaluations SET split = 'practice' WHERE id = 1", "split"},
        {"UPDATE evaluations SET calibration_error = 1.5 WHERE id = 1",
         "calibration_error is not a share from 0 to 1"},
        {"UPDATE evaluations SET top_five_accuracy = -1e300 WHERE id = 1", "top_five_accuracy"},
        {"UPDATE image_answers SET truth = '[0,1,3]'", "truth is not a list of classes below 3"},
        {"UPDATE image_answers SET answers = '[0,1,-1]'", "answers is not a list of classes below 3"},
        {"UPDATE image_answers SET answers = '[0,1,]'", "answers is not a list of classes below 3"},
        {"UPDATE image_answers SET answers = '[0 1]'", "answers is not a list of classes below 3"},
        {"UPDATE image_answers SET answers = '[70000]'", "answers is not a list of classes below 3"},
        {"UPDATE image_answers SET answers = '['", "answers is not a list of classes"},
        {"UPDATE image_answers SET answers = 'nonsense'", "answers is not a list of classes"},
        {"UPDATE image_answers SET answers = '[1,2]'", "answers holds 2 answers to 183 samples"},
        {"UPDATE image_answers SET answers = '[]'", "answers holds 0 answers to 183 samples"},
        {"UPDATE image_answers SET sample_groups = '[1,0]'", "sample_groups holds 2 groups of 183 samples"},
        {"UPDATE image_answers SET sample_groups = '[x]'", "sample_groups is not a list of groups"},
        {"UPDATE image_answers SET classes = 2, truth = '[0]', answers = '[1]', sample_groups = '[]'",
         "the data set has 3 classes"},
        {"UPDATE outcomes SET state = 'victorious'", "state"},
    };
    for (const auto& [sql, mentioned] : cases) {
        damage(sound_);
        test::tamper(folder_.database(), sql);
        const auto read = readRun(folder_);
        ASSERT_EQ(read.problems.size(), 1U) << sql;
        EXPECT_NE(read.problems[0].english().find(mentioned), std::string::npos) << read.problems[0];
        checkPromises(read);
        EXPECT_GE(read.record.samples.size(), 998U);
        summarizeRun(folder_);
    }
}

TEST_F(DamagedRun, ReadsNoMoreAnswersThanARunHas) {
    test::tamper(folder_.database(),
                 "WITH RECURSIVE n(i) AS (SELECT 2 UNION ALL SELECT i + 1 FROM n WHERE i < 200) INSERT INTO "
                 "image_answers (id, step, sparsity, classes, truth, answers) "
                 "SELECT i, 1, 0, 3, '[1]', '[1]' FROM n");
    const auto [record, problems] = readRun(folder_);
    EXPECT_EQ(record.imageAnswers.size(), 100U);
    ASSERT_EQ(problems.size(), 1U);
    EXPECT_NE(problems[0].english().find("more than 100 rows"), std::string::npos) << problems[0];
    EXPECT_EQ(record.samples.size(), 1000U);
}

TEST_F(DamagedRun, ReadsNullAsNotANumber) {
    test::tamper(folder_.database(), "UPDATE samples SET loss = NULL WHERE id = 3");
    const auto [record, problems] = readRun(folder_);
    EXPECT_TRUE(problems.empty());
    EXPECT_TRUE(std::isnan(record.samples[2].loss));
}

TEST_F(DamagedRun, KeepsAnEventsBrokenValuesAsJsonText) {
    test::tamper(folder_.database(), "UPDATE events SET after = '{\"target\": ' WHERE sequence = 2");
    const auto [record, problems] = readRun(folder_);
    ASSERT_EQ(problems.size(), 1U);
    EXPECT_EQ(std::get<run::OtherValues>(record.events[1].after).json, R"("{\"target\": ")");
}

TEST_F(DamagedRun, SaysWhichEventIsMissing) {
    test::tamper(folder_.database(), "DELETE FROM events WHERE sequence = 1");
    const auto [record, problems] = readRun(folder_);
    EXPECT_EQ(record.events.size(), 1U);
    ASSERT_EQ(problems.size(), 1U);
    EXPECT_EQ(problems[0].english(), "events: event 1 was expected and event 2 found");
}

TEST_F(DamagedRun, DoesNotFillTheMemoryWithOneTextReadManyTimes) {
    test::tamper(folder_.database(), "UPDATE events SET reason = hex(zeroblob(40000000)) WHERE sequence = 1");
    const auto [record, problems] = readRun(folder_);
    ASSERT_FALSE(problems.empty());
    EXPECT_NE(problems[0].english().find("events"), std::string::npos) << problems[0];
    EXPECT_EQ(record.events.size(), 1U) << "the other event";
    EXPECT_EQ(record.samples.size(), 1000U);
}

/// An entry of an interior page: four bytes for the page on its left, then the greatest id below.
void setChild(std::string& bytes, std::size_t page, std::size_t cell, std::uint32_t child) {
    const auto byteAt = [&](std::size_t i) {
        return static_cast<std::size_t>(static_cast<unsigned char>(bytes[i]));
    };
    const std::size_t pointer = page * test::pageBytes + 12 + 2 * cell;
    const std::size_t at = page * test::pageBytes + byteAt(pointer) * 256 + byteAt(pointer + 1);
    for (std::size_t i = 0; i < 4; ++i) bytes[at + i] = static_cast<char>(child >> (24 - 8 * i));
}

TEST_F(DamagedRun, StopsWherePagesLeadToTheSamePageAgain) {
    // Page 3 (counted from 1) is the root of `samples`: make its second entry lead where its first one does.
    std::string bytes = sound_;
    const std::size_t root = 2;
    ASSERT_EQ(bytes[root * test::pageBytes], 5) << "an interior page of a table";
    const std::size_t first = root * test::pageBytes + 12;
    std::uint32_t child = 0;
    const std::size_t at = root * test::pageBytes + static_cast<unsigned char>(bytes[first]) * 256U +
                           static_cast<unsigned char>(bytes[first + 1]);
    for (std::size_t i = 0; i < 4; ++i) child = child << 8U | static_cast<unsigned char>(bytes[at + i]);
    setChild(bytes, root, 1, child);
    damage(bytes);
    const auto [record, problems] = readRun(folder_);
    ASSERT_EQ(problems.size(), 1U);
    EXPECT_NE(problems[0].english().find("out of order"), std::string::npos) << problems[0];
    EXPECT_GE(record.samples.size(), 900U);
    EXPECT_LT(record.samples.size(), 1000U);
}

}  // namespace
}  // namespace prunescope::store
