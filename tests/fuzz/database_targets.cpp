// Run folders from somebody else: the bytes of the database, and what stands in its rows.

#include "base/error.h"
#include "input.h"
#include "run/audit_events.h"
#include "store/chain_check.h"
#include "store/chained_tables.h"
#include "store/example_run.h"
#include "store/run_reader.h"
#include "store/tables.h"
#include "support/temporary_folder.h"
#include "targets.h"

#include <utility>

namespace prunescope::fuzz {
namespace {

/// What `readRun` promises of a record, whatever is in the file.
void expectPromises(const store::ReadRun& read) {
    const run::RunRecord& record = read.record;
    for (const run::Evaluation& e : record.evaluations) {
        expect(e.confusion.size() == static_cast<std::size_t>(e.classes * e.classes),
               "a count for each pair of classes");
        expect(e.images() >= 0, "sums of images do not overflow");
    }
    for (const run::ImageAnswers& a : record.imageAnswers) {
        expect(a.truth.size() == a.answers.size(), "an answer to each image");
        for (const std::vector<std::uint16_t>* labels : {&a.truth, &a.answers}) {
            for (const std::uint16_t label : *labels) expect(label < a.classes, "answers are classes");
        }
    }
    for (const run::LayerStatistic& s : record.layerStatistics) {
        expect(s.kept >= 0 && s.kept <= s.weights && s.layer.value >= 0,
               "layers hold no more than they have");
    }
    expect(run::scheduleProblem(record.header.schedule).empty(), "the schedule can be followed");
    for (const run::AuditEvent& event : record.events) {
        for (const run::EventValues* values : {&event.before, &event.after}) {
            const std::string text = run::eventValuesText(*values);
            expect(text.empty() || nlohmann::json::accept(text), "values of events are JSON");
        }
        expect(run::isRefusal(event) == event.refusal.has_value(), "a refusal says why");
    }
    for (const Text& problem : read.problems) expect(!problem.empty(), "a problem says nothing");
}

void expectPromises(const store::CheckedChain& checked) {
    expect(checked.carried || !checked.fault, "a run without a chain has no fault in it");
    expect(!checked.fault || !checked.fault->what.empty(), "a fault says nothing");
    expect(checked.head.links >= 0 && isDigest(checked.head.hash), "the head of a chain has a hash");
}

/// A folder of this process with a whole run in it, and the bytes of its database.
class RunFolderOfFuzzer {
public:
    RunFolderOfFuzzer() {
        const auto folder = store::createRunFolderAt(temporary_ / "run", test::exampleHeader().config);
        test::recordExample(folder, 32);
        bytes_ = test::readBytes(folder.database());
    }

    const std::string& bytes() const { return bytes_; }
    store::RunFolder folder() const { return store::RunFolder(temporary_ / "run"); }

    /// Puts these bytes in place of the database, with nothing beside it.
    void put(const std::string& bytes) const {
        for (const char* ending : {"", "-wal", "-shm", "-journal"})
            std::filesystem::remove(folder().database().string() + ending);
        test::writeBytes(folder().database(), bytes);
    }

    void read() const {
        try {
            expectPromises(store::readRun(folder()));
            expectPromises(store::checkChain(folder()));
        } catch (const Error& error) {
            expect(!error.problem().english().empty(), "an error says nothing");
        }
    }

private:
    test::TemporaryFolder temporary_;
    std::string bytes_;
};

const RunFolderOfFuzzer& runFolder() {
    static const RunFolderOfFuzzer folder;
    return folder;
}

void readDatabase(std::string_view bytes) {
    runFolder().put(std::string(bytes));
    runFolder().read();
}

struct Column {
    std::string table;
    std::string name;
};

std::vector<Column> allColumns() {
    std::vector<Column> all;
    for (const store::ChainedTable& table : store::chainedTables()) {
        for (const std::string& column : store::namesOf(table.columns)) all.push_back({table.name, column});
    }
    for (const char* column : {"kind", "schema", "bound", "last", "digest", "hash"})
        all.push_back({store::chainTable, column});
    return all;
}

/// Binds a value of any kind to the one parameter of a statement. Text and blobs take the rest of the input.
void bindAny(sqlite3_stmt* statement, Input& input) {
    switch (input.upTo(4)) {
        case 0:
            sqlite3_bind_null(statement, 1);
            break;
        case 1:
            sqlite3_bind_int64(statement, 1, input.take<std::int64_t>());
            break;
        case 2:
            sqlite3_bind_double(statement, 1, input.take<double>());
            break;
        default: {
            const bool isText = input.flag();
            const std::string_view text = input.rest();
            const auto length = static_cast<int>(text.size());
            isText ? sqlite3_bind_text(statement, 1, text.data(), length, SQLITE_TRANSIENT)
                   : sqlite3_bind_blob(statement, 1, text.data(), length, SQLITE_TRANSIENT);
        }
    }
}

/// A sound database in which one column of one row, or of all, holds something else.
void readRows(std::string_view bytes) {
    static const std::vector<Column> columns = allColumns();
    Input input(bytes);
    const Column& column = columns[input.upTo(columns.size() - 1)];
    const bool oneRow = input.flag();
    runFolder().put(runFolder().bytes());
    sqlite3* database = nullptr;
    sqlite3_open(runFolder().folder().database().c_str(), &database);
    sqlite3_exec(database, "PRAGMA ignore_check_constraints=ON; PRAGMA synchronous=OFF;", nullptr, nullptr,
                 nullptr);
    const std::string sql =
        "UPDATE " + column.table + " SET \"" + column.name + "\" = ?" + (oneRow ? " WHERE rowid = 1" : "");
    sqlite3_stmt* statement = nullptr;
    if (sqlite3_prepare_v2(database, sql.c_str(), -1, &statement, nullptr) == SQLITE_OK) {
        bindAny(statement, input);
        sqlite3_step(statement);
    }
    sqlite3_finalize(statement);
    sqlite3_close(database);
    runFolder().read();
}

std::vector<std::string> rowSeeds() {
    std::vector<std::string> seeds;
    const std::size_t columns = allColumns().size();
    // Of each column once: text that is JSON, and a number.
    for (std::size_t c = 0; c < columns; ++c) {
        const std::string place = std::string(1, static_cast<char>(c)) + std::string(7, '\0') + '\1';
        std::string json = place + '\3';
        json.append(7, '\0').append(1, '\1').append(R"([{"a": [1, 2]}, {}])");
        seeds.push_back(json);
        seeds.push_back(place + '\1' + std::string(7, '\0') + std::string(8, '\x7f'));
    }
    return seeds;
}

}  // namespace

Target databaseTarget() {
    return {.name = "database",
            .run = readDatabase,
            .seeds =
                [] {
                    return std::vector<std::string>{runFolder().bytes(), "SQLite format 3"};
                },
            .longest = 1 << 18};
}

Target rowsTarget() {
    return {.name = "rows", .run = readRows, .seeds = rowSeeds, .longest = 65536};
}

}  // namespace prunescope::fuzz
