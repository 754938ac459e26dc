#include "store/chain_writer.h"

#include "store/chain_spans.h"
#include "store/schema.h"

#include <fmt/format.h>

#include <optional>
#include <utility>

namespace prunescope::store {
namespace {

std::int64_t newestSchema() {
    return static_cast<std::int64_t>(runMigrations().size());
}

/// 0 of an empty table.
std::int64_t highestId(Statement& statement) {
    statement.bind();
    const std::int64_t id = statement.step() ? statement.integer(0) : 0;
    statement.bind();
    return id;
}

}  // namespace

ChainWriter::ChainWriter(Database& database)
    : database_(database),
      lastLink_(database, fmt::format("SELECT id, hash FROM {} ORDER BY id DESC LIMIT 1", chainTable)),
      insert_(database, insertSql(chainTable, {"kind", "schema", "bound", "last", "digest", "hash"})) {
    for (const ChainedTable& table : chainedTables()) {
        places_.push_back(
            {&table, std::make_unique<Statement>(database, fmt::format("SELECT max(id) FROM {}", table.name)),
             std::make_unique<Statement>(database, chainedRowsSql(table, newestSchema()))});
    }
}

void ChainWriter::begin() {
    for (Place& place : places_) place.bound = highestId(*place.last);
    head_ = {};
    lastLink_.bind();
    if (lastLink_.step()) head_ = {lastLink_.integer(0), std::string(lastLink_.text(1))};
    lastLink_.bind();
}

void ChainWriter::cut() {
    for (Place& place : places_) {
        const std::int64_t kept = highestId(*place.last);
        if (kept >= place.bound) continue;
        place.bound = wholeSpansBefore(database_, place.table->name, kept);
        addLink({.kind = audit::link::cut, .table = place.table->name, .last = place.bound});
    }
}

void ChainWriter::bindNew() {
    for (Place& place : places_) bindRows(place);
}

void ChainWriter::bindRows(Place& place) {
    std::optional<audit::RowsDigest> rows;
    const auto bind = [&] {
        if (!rows) return;
        addLink({.kind = audit::link::rows,
                 .table = place.table->name,
                 .last = place.bound,
                 .digest = rows->finish()});
        rows.reset();
    };
    place.rows->bind(place.bound);
    while (place.rows->step()) {
        if (!rows) rows.emplace();
        rows->add(canonicalRow(*place.rows));
        place.bound = place.rows->integer(0);
        if (place.table->rowByRow) bind();
    }
    bind();
}

void ChainWriter::addLink(audit::Link link) {
    link.number = head_.links + 1;
    link.schema = newestSchema();
    head_ = {link.number, audit::hashOf(head_.hash, link)};
    insert_.bind(link.kind, link.schema, link.table, link.last, link.digest, head_.hash);
    insert_.run();
}

}  // namespace prunescope::store
