#pragma once

#include "store/database.h"

#include <cstdint>
#include <string>
#include <vector>

namespace prunescope::store {

/// SQLite's `application_id` of a run database: "PRUN".
inline constexpr std::int64_t runApplicationId = 0x5052554E;

/// Element k is the SQL that leads from version k of the schema (`user_version`) to version k + 1; version 0
/// is an empty database. What has been released is never edited: a change of the schema is a new element,
/// which adds or renames tables or columns. An older database is read as it is: see `columnsIn`.
using Migrations = std::vector<std::string>;

const Migrations& runMigrations();

/// The database is there, but not one record is in it.
class NothingRecorded : public Error {
public:
    using Error::Error;
};

/// Whether nobody has put anything into the database.
bool isEmptyDatabase(Database& database);

/// Brings an empty or an older database to the newest version, in one transaction: whoever is killed
/// meanwhile leaves it as it was. Throws `Error` as `checkedVersion` does, and when the database is that of
/// another program.
void migrate(Database& database, const Migrations& migrations);

/// The version of a run database. Throws `NothingRecorded` when it is empty, `Error` when the database is not
/// one of ours, is newer than `migrations`, or has other tables than its version has; after this its tables
/// are known to be plain ones.
std::int64_t checkedVersion(Database& database, const Migrations& migrations);

}  // namespace prunescope::store
