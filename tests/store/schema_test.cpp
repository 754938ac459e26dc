#include "store/schema.h"

#include "base/error.h"
#include "store/example_run.h"
#include "store/read_only_file.h"
#include "store/run_reader.h"
#include "support/temporary_folder.h"

#include <gtest/gtest.h>

namespace prunescope::store {
namespace {

using test::TemporaryFolder;

/// A future in which samples have one more column and there is one more table.
Migrations futureMigrations() {
    Migrations migrations = runMigrations();
    migrations.emplace_back(
        "ALTER TABLE samples ADD COLUMN gradient_norm REAL;"
        "CREATE TABLE notes (id INTEGER PRIMARY KEY, text TEXT NOT NULL) STRICT");
    migrations.emplace_back("UPDATE samples SET gradient_norm = 2 * loss");
    return migrations;
}

std::string problemOf(const std::function<void()>& work) {
    try {
        work();
    } catch (const Error& error) {
        return error.problem().english();
    }
    return "";
}

TEST(Schema, IsWrittenIntoAnEmptyDatabase) {
    Database database("memory");
    migrate(database, runMigrations());
    EXPECT_EQ(database.integer("PRAGMA application_id"), runApplicationId);
    EXPECT_EQ(database.integer("PRAGMA user_version"), 7);
    EXPECT_EQ(checkedVersion(database, runMigrations()), 7);
    EXPECT_EQ(database.integer("SELECT count(*) FROM sqlite_schema"), 10);
}

TEST(Schema, MigratesAnOlderDatabaseAndKeepsItsRows) {
    const TemporaryFolder temporary;
    const RunFolder folder = createRunFolderAt(temporary / "run", {});
    test::recordExample(folder, 40);
    {
        Database database(folder.database(), OpenMode::modify);
        migrate(database, futureMigrations());
        EXPECT_EQ(checkedVersion(database, futureMigrations()), 9);
        EXPECT_EQ(database.integer("SELECT count(*) FROM samples WHERE gradient_norm = 2 * loss"), 40);
        migrate(database, futureMigrations());
        EXPECT_EQ(checkedVersion(database, futureMigrations()), 9) << "a second time changes nothing";
    }
    const std::string problem = problemOf([&] { readRun(folder); });
    EXPECT_NE(problem.find("has version 9 of the run schema; this program knows versions up to 7"),
              std::string::npos);
}

TEST(Schema, ReadsAnOlderDatabaseWithoutChangingIt) {
    const TemporaryFolder temporary;
    const RunFolder folder = createRunFolderAt(temporary / "run", {});
    test::recordExample(folder, 40);
    const std::string before = test::readBytes(folder.database());
    const auto [record, problems] = readRun(folder, futureMigrations());
    EXPECT_TRUE(problems.empty()) << problems.front();
    EXPECT_EQ(record.samples.size(), 40U);
    EXPECT_EQ(record.header.totalSteps, 6450);
    EXPECT_EQ(test::readBytes(folder.database()), before);
}

TEST(Schema, LeavesTheOldVersionWhenAMigrationFails) {
    Database database("memory");
    migrate(database, runMigrations());
    Migrations broken = runMigrations();
    broken.emplace_back("CREATE TABLE notes (id INTEGER PRIMARY KEY); INSERT INTO nowhere VALUES (1)");
    EXPECT_THROW(migrate(database, broken), Error);
    EXPECT_EQ(checkedVersion(database, runMigrations()), 7);
    EXPECT_EQ(database.integer("SELECT count(*) FROM sqlite_schema WHERE name = 'notes'"), 0);
}

TEST(Schema, DoesNotTouchTheDatabaseOfAnotherProgram) {
    Database database("memory");
    database.execute("CREATE TABLE precious (id INTEGER PRIMARY KEY)");
    const std::string problem = problemOf([&] { migrate(database, runMigrations()); });
    EXPECT_NE(problem.find("another program"), std::string::npos);
    EXPECT_EQ(database.integer("SELECT count(*) FROM sqlite_schema"), 1);
}

TEST(Schema, KeepsTextOutOfNumberColumns) {
    Database database("memory");
    migrate(database, runMigrations());
    EXPECT_THROW(
        database.execute("INSERT INTO events VALUES (1, 'one', 1, 1, 1, '', '', '', '', '', '', '', '', '')"),
        DatabaseError);
}

TEST(Database, SaysWhenAnotherProgramHasLockedIt) {
    const TemporaryFolder temporary;
    Database one(temporary / "a.db", OpenMode::create);
    one.execute("CREATE TABLE t (x); BEGIN EXCLUSIVE");
    Database two(temporary / "a.db", OpenMode::modify);
    two.execute("PRAGMA busy_timeout = 1");
    const std::string problem = problemOf([&] { two.integer("SELECT count(*) FROM t"); });
    EXPECT_NE(problem.find("another program has locked it"), std::string::npos) << problem;
}

TEST(Database, RollsBackATransactionThatIsNotCommitted) {
    Database database("memory");
    database.execute("CREATE TABLE t (x)");
    {
        const Transaction transaction(database);
        database.execute("INSERT INTO t VALUES (1)");
    }
    EXPECT_FALSE(database.inTransaction());
    EXPECT_EQ(database.integer("SELECT count(*) FROM t"), 0);
}

TEST(Database, EndsWorkThatGoesOnTooLong) {
    Database database("memory");
    database.limitWork(100'000, 60);
    const std::string problem = problemOf([&] {
        database.integer(
            "WITH RECURSIVE c(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM c) SELECT count(*) FROM c");
    });
    EXPECT_NE(problem.find("more work"), std::string::npos) << problem;
}

TEST(Database, EndsWorkThatTakesTooLong) {
    Database database("memory");
    database.limitWork(std::int64_t{1} << 60U, 0.01);
    const std::string problem = problemOf([&] {
        database.integer(
            "WITH RECURSIVE c(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM c) SELECT count(*) FROM c");
    });
    EXPECT_NE(problem.find("more work"), std::string::npos) << problem;
}

TEST(Database, CannotBeWrittenToWhereItIsOnlyRead) {
    const TemporaryFolder temporary;
    const auto path = temporary / "a.db";
    Database(path, OpenMode::create).execute("CREATE TABLE t (x); INSERT INTO t VALUES (7)");
    const std::string before = test::readBytes(path);
    Database database(path, std::make_unique<ReadOnlyFileSystem>(std::make_shared<ChangedPages>()));
    EXPECT_THROW(database.execute("INSERT INTO t VALUES (8)"), DatabaseError);
    EXPECT_THROW(database.execute("ATTACH 'other.db' AS other"), DatabaseError);
    EXPECT_EQ(test::readBytes(path), before);
}

TEST(Database, OpensAPathWithSignsThatMeanSomethingInAUri) {
    const TemporaryFolder temporary;
    const auto path = temporary / "50%?a=b#c d.db";
    Database(path, OpenMode::create).execute("CREATE TABLE t (x); INSERT INTO t VALUES (7)");
    EXPECT_EQ(Database(path, OpenMode::modify).integer("SELECT x FROM t"), 7);
    auto files = std::make_unique<ReadOnlyFileSystem>(std::make_shared<ChangedPages>());
    EXPECT_EQ(Database(path, std::move(files)).integer("SELECT x FROM t"), 7);
}

}  // namespace
}  // namespace prunescope::store
