#pragma once

#include "store/database.h"
#include "store/tables.h"

#include <cstdint>
#include <string>
#include <vector>

namespace prunescope::store {

/// The version of the schema that brought the chain: older databases carry none.
inline constexpr std::int64_t firstChainedSchema = 6;
inline constexpr const char* chainTable = "chain";

/// A table whose rows the chain binds.
struct ChainedTable {
    std::string name;
    std::vector<Column> columns;
    /// Each row has a link of its own, so that the first that does not hold can be named. Those of a table
    /// that gets rows at every step, or in every interval one for each layer, share one.
    bool rowByRow = true;
};

/// In the order in which the rows of one commit are bound.
const std::vector<ChainedTable>& chainedTables();

/// SQL for the rows behind the id that is bound to its parameter, in the order of their ids: `id`, and then
/// the values that the chain binds, those that the table had in this version of the schema.
std::string chainedRowsSql(const ChainedTable& table, std::int64_t schema);

/// The values of the statement's present row, but for its first one, as a canonical JSON list: NULL is null,
/// and infinity, which JSON lacks, "Infinity" or "-Infinity". Throws `Error` for a value without a canonical
/// form.
std::string canonicalRow(const Statement& statement);

}  // namespace prunescope::store
