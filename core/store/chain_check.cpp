#include "store/chain_check.h"

#include "base/error.h"
#include "store/chain_spans.h"
#include "store/chained_tables.h"
#include "store/header_reader.h"
#include "store/open_run.h"
#include "store/state_folder.h"
#include "store/table_scan.h"

#include <fmt/format.h>

#include <map>
#include <memory>
#include <string>
#include <utility>

namespace prunescope::store {
namespace {

/// What one row of the chain says; text that is longer than any honest one is cut off, and so does not hold.
struct RecordedLink {
    audit::Link link;
    std::string hash;
};

std::string shortText(const Statement& row, int column) {
    return std::string(row.text(column).substr(0, 2 * blake2bDigits));
}

RecordedLink recordedLink(const Statement& row) {
    return {{.number = row.integer(0),
             .kind = shortText(row, 1),
             .schema = row.integer(2),
             .table = shortText(row, 3),
             .last = row.integer(4),
             .digest = shortText(row, 5)},
            shortText(row, 6)};
}

class ChainCheck {
public:
    ChainCheck(Database& database, CheckedChain& result, std::int64_t anchor)
        : database_(database), result_(result), anchor_(anchor) {
        for (const ChainedTable& table : chainedTables()) spans_[table.name] = {};
    }

    void run() {
        walkLinks();
        for (const ChainedTable& table : chainedTables()) checkRows(table);
    }

private:
    /// The earliest fault is told.
    void fault(std::int64_t link, const Text& what) {
        if (!result_.fault || link < result_.fault->link) result_.fault = ChainFault{link, what};
    }

    void walkLinks() {
        Statement rows(database_,
                       fmt::format("SELECT id, kind, schema, bound, last, digest, hash FROM {} NOT "
                                   "INDEXED ORDER BY id",
                                   chainTable));
        while (rows.step()) {
            const RecordedLink recorded = recordedLink(rows);
            const Text wrong = problemOf(recorded);
            if (!wrong.empty()) return fault(result_.head.links + 1, wrong);
            result_.head = {recorded.link.number, recorded.hash};
            if (recorded.link.number == anchor_) result_.hashAtAnchor = recorded.hash;
        }
    }

    /// Empty for a link that follows from the one before.
    Text problemOf(const RecordedLink& recorded) {
        const audit::Link& link = recorded.link;
        const std::int64_t number = result_.head.links + 1;
        if (link.number != number)
            return Text::of("link {} is missing: link {} follows", number, link.number);
        if (!hashFits(recorded)) return Text::of("link {} was changed: its hash is another", number);
        if (!bind(link)) return Text::of("link {} binds nothing that could be bound", number);
        return {};
    }

    bool hashFits(const RecordedLink& recorded) const {
        try {
            return hashOf(result_.head.hash, recorded.link) == recorded.hash;
        } catch (const Error&) {
            return false;  // A number without a canonical form has no hash either.
        }
    }

    /// False, and nothing is changed, when there is no such thing to bind.
    bool bind(const audit::Link& link) {
        const auto spans = spans_.find(link.table);
        if (spans == spans_.end() || link.schema < firstChainedSchema || link.schema > result_.schema)
            return false;
        if (link.kind == audit::link::cut) return link.digest.empty() && spans->second.cut(link.last);
        return link.kind == audit::link::rows && isDigest(link.digest) &&
               spans->second.add({link.last, link.number, link.schema, link.digest});
    }

    void checkRows(const ChainedTable& table) {
        std::int64_t id = 0;
        for (const ChainSpan& span : spans_[table.name].spans()) {
            if (!holds(table, id, span)) {
                const Text rows = span.last == id + 1 ? Text::of("row {}", span.last)
                                                      : Text::of("rows {} to {}", id + 1, span.last);
                return fault(span.link, Text::of("{}, {}: not as it was recorded", table.name, rows));
            }
            id = span.last;
        }
        Statement more(database_, chainedRowsSql(table, result_.schema));
        more.bind(id);
        if (more.step())
            fault(result_.head.links + 1,
                  Text::of("{}, row {}: no link of the chain binds it", table.name, more.integer(0)));
    }

    /// Whether the rows behind `id` up to the last of the span are there without a gap, as they were.
    bool holds(const ChainedTable& table, std::int64_t id, const ChainSpan& span) {
        Statement& rows = rowsOf(table, id, span.schema);
        audit::RowsDigest digest;
        try {
            while (id < span.last) {
                if (!rows.step() || rows.integer(0) != ++id) return false;
                digest.add(canonicalRow(rows));
            }
        } catch (const DatabaseError&) {
            throw;
        } catch (const Error&) {
            return false;  // A number that no run records.
        }
        return digest.finish() == span.digest;
    }

    /// Stands before the row behind `id`: one pass reads all spans of a table that are of one schema.
    Statement& rowsOf(const ChainedTable& table, std::int64_t id, std::int64_t schema) {
        const std::string sql = chainedRowsSql(table, schema);
        if (!rows_ || id == 0 || sql != sqlOfRows_) {
            rows_ = std::make_unique<Statement>(database_, sql);
            rows_->bind(id);
            sqlOfRows_ = sql;
        }
        return *rows_;
    }

    Database& database_;
    CheckedChain& result_;
    const std::int64_t anchor_;
    std::map<std::string, ChainSpans> spans_;
    std::unique_ptr<Statement> rows_;
    std::string sqlOfRows_;
};

void sortSavedFiles(std::vector<run::DataFile> files, CheckedChain& result) {
    std::map<std::string, run::DataFile> last;
    for (run::DataFile& file : files) {
        if (namesSavedState(file.name)) {
            result.savedStates.push_back(std::move(file));
        } else {
            last[file.name] = std::move(file);
        }
    }
    result.savedFiles.reserve(last.size());
    for (auto& [name, file] : last) result.savedFiles.push_back(std::move(file));
}

/// Of a run that failed in the midst of a step, masks may have been chosen that are not on record.
std::string lastMaskDigest(Database& database) {
    Statement last(database, fmt::format("SELECT mask_digest FROM {} WHERE EXISTS (SELECT 1 FROM {} WHERE "
                                         "state IN ('finished', 'stopped')) ORDER BY id DESC LIMIT 1",
                                         maskUpdateTable().name, outcomeTable().name));
    return last.step() ? shortText(last, 0) : std::string();
}

void readWhatFilesItNames(Database& database, const Snapshot& snapshot, CheckedChain& result) {
    TextBudget budget = textBudgetFor(snapshot);
    const run::RunHeader header = readHeader(database, snapshot.folder(), budget, result.problems);
    result.dataset = header.dataset;
    result.network = header.network;
    result.dataPlace = header.config.dataDir;
    result.startWeights = header.config.start.weights;
    sortSavedFiles(readTable(database, savedFileTable(), budget, result.problems), result);
    result.lastMaskDigest = lastMaskDigest(database);
    result.ended =
        database.integer(fmt::format("SELECT EXISTS (SELECT 1 FROM {})", outcomeTable().name)) != 0;
}

}  // namespace

CheckedChain checkChain(const RunFolder& folder, std::int64_t anchor) {
    return readStandingStill(folder, [&](const Snapshot& snapshot, std::vector<Text>& problems) {
        CheckedChain result;
        result.problems = std::move(problems);
        const auto database = openRun(snapshot, runMigrations(), result.problems);
        result.schema = database->integer("PRAGMA user_version");
        result.carried = result.schema >= firstChainedSchema;
        if (!result.carried) return result;
        ChainCheck(*database, result, anchor).run();
        readWhatFilesItNames(*database, snapshot, result);
        return result;
    });
}

}  // namespace prunescope::store
