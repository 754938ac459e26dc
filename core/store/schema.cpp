#include "store/schema.h"

#include <fmt/format.h>

#include <utility>

namespace prunescope::store {
namespace {

/// Rows are read in the order of `id`, which is the order in which they were recorded. Numbers that may be
/// NaN allow NULL, which is how SQLite keeps NaN. Enumerations are stored by name, descriptions as JSON.
constexpr const char* firstVersion = R"sql(
CREATE TABLE run_header (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    config TEXT NOT NULL,
    provenance TEXT NOT NULL,
    dataset TEXT NOT NULL,
    network TEXT NOT NULL,
    schedule TEXT NOT NULL,
    total_steps INTEGER NOT NULL
) STRICT;
CREATE TABLE samples (
    id INTEGER PRIMARY KEY,
    step INTEGER NOT NULL,
    epoch REAL,
    wall_ms INTEGER NOT NULL,
    process_ms REAL,
    loss REAL,
    accuracy REAL,
    learning_rate REAL,
    target_sparsity REAL,
    sparsity REAL,
    phase TEXT NOT NULL
) STRICT;
CREATE TABLE layer_statistics (
    id INTEGER PRIMARY KEY,
    step INTEGER NOT NULL,
    layer INTEGER NOT NULL,
    weights INTEGER NOT NULL,
    kept INTEGER NOT NULL,
    mean_attention_kept REAL,
    mean_attention_all REAL,
    threshold REAL,
    floor REAL,
    z REAL,
    cut INTEGER NOT NULL,
    revived INTEGER NOT NULL,
    update_ratio REAL
) STRICT;
CREATE TABLE evaluations (
    id INTEGER PRIMARY KEY,
    step INTEGER NOT NULL,
    epoch REAL,
    split TEXT NOT NULL,
    sparsity REAL,
    loss REAL,
    classes INTEGER NOT NULL,
    confusion TEXT NOT NULL
) STRICT;
CREATE TABLE events (
    id INTEGER PRIMARY KEY,
    sequence INTEGER NOT NULL,
    step INTEGER NOT NULL,
    epoch REAL,
    wall_ms INTEGER NOT NULL,
    kind TEXT NOT NULL,
    who TEXT NOT NULL,
    reason TEXT NOT NULL,
    before TEXT NOT NULL,
    after TEXT NOT NULL
) STRICT;
CREATE TABLE outcomes (
    id INTEGER PRIMARY KEY,
    state TEXT NOT NULL,
    message TEXT NOT NULL,
    step INTEGER NOT NULL,
    epoch REAL,
    wall_ms INTEGER NOT NULL,
    process_ms REAL,
    trained_images INTEGER NOT NULL
) STRICT;
)sql";

/// What a person said of an event and what the program says are kept apart, texts of the program as
/// `recordedText` has them (those of earlier rows are plain sentences: see `Table::before`); mask updates are
/// records of their own.
constexpr const char* secondVersion = R"sql(
ALTER TABLE events ADD COLUMN note TEXT NOT NULL DEFAULT '';
ALTER TABLE events ADD COLUMN request TEXT NOT NULL DEFAULT '';
ALTER TABLE events ADD COLUMN refusal TEXT NOT NULL DEFAULT '';
ALTER TABLE outcomes ADD COLUMN note TEXT NOT NULL DEFAULT '';
CREATE TABLE mask_updates (
    id INTEGER PRIMARY KEY,
    step INTEGER NOT NULL,
    requested REAL,
    sparsity REAL
) STRICT;
)sql";

/// What a method says of each layer is described in the header; before, the four figures of MAP had columns
/// of their own.
constexpr const char* thirdVersion = R"sql(
ALTER TABLE run_header ADD COLUMN measures TEXT NOT NULL DEFAULT '';
ALTER TABLE layer_statistics RENAME COLUMN mean_attention_kept TO measure_1;
ALTER TABLE layer_statistics RENAME COLUMN mean_attention_all TO measure_2;
ALTER TABLE layer_statistics RENAME COLUMN floor TO measure_3;
ALTER TABLE layer_statistics RENAME COLUMN z TO measure_4;
ALTER TABLE layer_statistics ADD COLUMN measure_5 REAL DEFAULT 0;
ALTER TABLE layer_statistics ADD COLUMN measure_6 REAL DEFAULT 0;
)sql";

/// How sure an evaluation was and how often the class was among the first five; and of two networks, the one
/// before the first cut and the final one, the answer to every test image. `truth` and `answers` are lists of
/// classes in the order of the images: at two bytes an image or so, text that anybody can read.
constexpr const char* fourthVersion = R"sql(
ALTER TABLE evaluations ADD COLUMN calibration_error REAL;
ALTER TABLE evaluations ADD COLUMN top_five_accuracy REAL;
CREATE TABLE image_answers (
    id INTEGER PRIMARY KEY,
    step INTEGER NOT NULL,
    sparsity REAL,
    classes INTEGER NOT NULL,
    truth TEXT NOT NULL,
    answers TEXT NOT NULL
) STRICT;
)sql";

/// A number that is predicted has errors in place of a confusion matrix, and numbers in place of classes:
/// `wanted` and `predicted` are lists of 32-bit numbers in their shortest decimal form. `sample_groups` has
/// the number of each test sample's group, counted from 0 in the header's names of them.
constexpr const char* fifthVersion = R"sql(
ALTER TABLE samples ADD COLUMN rmse REAL;
ALTER TABLE evaluations ADD COLUMN rows INTEGER NOT NULL DEFAULT 0;
ALTER TABLE evaluations ADD COLUMN mean_squared_error REAL;
ALTER TABLE evaluations ADD COLUMN squared_error_deviation REAL;
ALTER TABLE evaluations ADD COLUMN mean_absolute_error REAL;
ALTER TABLE evaluations ADD COLUMN absolute_error_deviation REAL;
ALTER TABLE evaluations ADD COLUMN target_variance REAL;
ALTER TABLE image_answers ADD COLUMN wanted TEXT NOT NULL DEFAULT '[]';
ALTER TABLE image_answers ADD COLUMN predicted TEXT NOT NULL DEFAULT '[]';
ALTER TABLE image_answers ADD COLUMN sample_groups TEXT NOT NULL DEFAULT '[]';
)sql";

/// The chain of hashes over all rows, as packaging/AUDIT.md specifies it; files that were written beside the
/// database, the digest of all masks, and what a person calls themselves.
constexpr const char* sixthVersion = R"sql(
ALTER TABLE events ADD COLUMN person_name TEXT NOT NULL DEFAULT '';
ALTER TABLE mask_updates ADD COLUMN mask_digest TEXT NOT NULL DEFAULT '';
CREATE TABLE saved_files (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL,
    bytes INTEGER NOT NULL,
    sha256 TEXT NOT NULL
) STRICT;
CREATE TABLE chain (
    id INTEGER PRIMARY KEY,
    kind TEXT NOT NULL,
    schema INTEGER NOT NULL,
    bound TEXT NOT NULL,
    last INTEGER NOT NULL,
    digest TEXT NOT NULL,
    hash TEXT NOT NULL
) STRICT;
)sql";

/// The state of another run that a run was branched from, as `run::parentToJson` has it; '' for none.
constexpr const char* seventhVersion = R"sql(
ALTER TABLE run_header ADD COLUMN parent TEXT NOT NULL DEFAULT '';
)sql";

using NamedDefinition = std::pair<std::string, std::string>;

std::vector<NamedDefinition> definitions(Database& database) {
    std::vector<NamedDefinition> found;
    Statement statement(database, "SELECT name, type || ': ' || sql FROM sqlite_schema ORDER BY name");
    while (statement.step()) found.emplace_back(statement.text(0), statement.text(1));
    return found;
}

void applyStep(Database& database, const std::string& sql, std::int64_t version) {
    database.execute(sql);
    database.execute(fmt::format("PRAGMA application_id = {}", runApplicationId));
    database.execute(fmt::format("PRAGMA user_version = {}", version));
}

/// Damage, or a file made to mislead, could put something else in a table's place.
void checkDefinitions(Database& database, const Migrations& migrations, std::int64_t version) {
    Database expected("the run schema");
    for (std::int64_t v = 0; v < version; ++v)
        applyStep(expected, migrations[static_cast<std::size_t>(v)], v + 1);
    Statement statement(database, "SELECT type || ': ' || sql FROM sqlite_schema WHERE name = ?");
    for (const auto& [name, definition] : definitions(expected)) {
        if (!statement.bind(name).step() || statement.text(0) != definition) {
            throw Error(database.name(), Text::of("its table '{}' is missing or is not that of a run", name),
                        Text::of("The file was damaged or changed by another program: restore the run folder "
                                 "from a copy."));
        }
    }
}

}  // namespace

const Migrations& runMigrations() {
    static const Migrations migrations{firstVersion, secondVersion, thirdVersion,  fourthVersion,
                                       fifthVersion, sixthVersion,  seventhVersion};
    return migrations;
}

bool isEmptyDatabase(Database& database) {
    return database.integer("PRAGMA application_id") == 0 && database.integer("PRAGMA user_version") == 0 &&
           database.integer("SELECT EXISTS (SELECT 1 FROM sqlite_schema)") == 0;
}

std::int64_t checkedVersion(Database& database, const Migrations& migrations) {
    if (isEmptyDatabase(database)) {
        throw NothingRecorded(
            database.name(), Text::of("holds nothing yet: the run ended before its first record"),
            Text::of("Start the run again; config.json beside it holds its configuration."));
    }
    const std::int64_t application = database.integer("PRAGMA application_id");
    const std::int64_t version = database.integer("PRAGMA user_version");
    const auto newest = static_cast<std::int64_t>(migrations.size());
    if (application != runApplicationId || version < 1) {
        throw Error(
            database.name(),
            Text::of("is the database of another program (application {:#x}, expected {:#x})", application,
                     runApplicationId),
            Text::of("Name the folder of a run. If it is one, the beginning of run.db is damaged: restore it "
                     "from a copy."));
    }
    if (version > newest) {
        throw Error(database.name(),
                    Text::of("has version {} of the run schema; this program knows versions up to {}",
                             version, newest),
                    Text::of("Open it with the newer Prunescope that recorded it."));
    }
    checkDefinitions(database, migrations, version);
    return version;
}

void migrate(Database& database, const Migrations& migrations) {
    std::int64_t version = isEmptyDatabase(database) ? 0 : checkedVersion(database, migrations);
    if (version == static_cast<std::int64_t>(migrations.size())) return;
    Transaction transaction(database);
    for (; version < static_cast<std::int64_t>(migrations.size()); ++version) {
        applyStep(database, migrations[static_cast<std::size_t>(version)], version + 1);
    }
    transaction.commit();
}

}  // namespace prunescope::store
