#include "store/header_reader.h"

#include "base/blake2b.h"
#include "base/file.h"
#include "run/config_io.h"
#include "run/event_kinds.h"
#include "run/extensions.h"
#include "run/record_json.h"
#include "store/chained_tables.h"
#include "store/tables.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <functional>
#include <utility>

namespace prunescope::store {
namespace {

/// Gives the one row of the header, with nothing but `column` in it, to `use`.
void readColumn(Database& database, const std::string& column, TextBudget& budget,
                const std::function<void(Row&)>& use) {
    Statement statement(database,
                        fmt::format("SELECT {} FROM {} NOT INDEXED WHERE id = 1", column, headerTable));
    if (!statement.step()) throw Error(column, Text::of("was not recorded"), {});
    Row row(statement, budget, 0);
    use(row);
}

class HeaderReader {
public:
    HeaderReader(Database& database, TextBudget& budget, std::vector<Text>& problems)
        : database_(database), budget_(budget), problems_(problems) {}

    /// Whether `use` got the column and took it.
    bool column(const std::string& name, const std::function<void(Row&)>& use) {
        try {
            readColumn(database_, name, budget_, use);
            return true;
        } catch (const Error& error) {
            problems_.push_back(Text::of("{} of the run: {}: {}", name, error.where(), error.problem()));
            return false;
        }
    }

    template <class Part>
    void json(const std::string& name, Part (*fromJson)(const nlohmann::json&), Part& part) {
        column(name, [&](Row& row) { part = fromJson(run::jsonFromText(row.text(), name)); });
    }

private:
    Database& database_;
    TextBudget& budget_;
    std::vector<Text>& problems_;
};

/// Before version 3 the measures of MAP were recorded without a description, and no others.
std::vector<run::MeasureDescription> readMeasures(Database& database, const std::string& method,
                                                  HeaderReader& reader) {
    std::string text;
    if (database.integer("PRAGMA user_version") >= 3)
        reader.column("measures", [&](Row& row) { text = row.text(); });
    std::vector<run::MeasureDescription> measures;
    if (text.empty()) return method == "map" ? run::attentionMeasures() : measures;
    reader.column("measures", [&](Row& /*row*/) {
        measures = run::measuresFromJson(run::jsonFromText(text, "measures"));
    });
    return measures;
}

/// Before version 7 no run was branched from another.
std::optional<run::RunParent> readParentColumn(Database& database, HeaderReader& reader) {
    std::optional<run::RunParent> parent;
    if (database.integer("PRAGMA user_version") < 7) return parent;
    reader.column("parent", [&](Row& row) {
        const std::string text = row.text();
        if (!text.empty()) parent = run::parentFromJson(run::jsonFromText(text, "parent"));
    });
    return parent;
}

/// The events that made the run longer. One that cannot be read is named where all events are read.
std::vector<run::AuditEvent> readExtensions(Database& database, TextBudget& budget) {
    constexpr int most = 1000;
    const Table<run::AuditEvent>& table = eventTable();
    const auto columns = columnsIn(table, database.integer("PRAGMA user_version"));
    Statement statement(database,
                        fmt::format("SELECT {} FROM {} NOT INDEXED WHERE kind = '{}' ORDER BY id LIMIT {}",
                                    fmt::join(columns, ", "), table.name, run::event::extended, most));
    std::vector<run::AuditEvent> events;
    try {
        while (statement.step()) {
            Row row(statement, budget, 0);
            events.push_back(table.decode(row));
        }
    } catch (const Error&) {
        // What was read before it holds.
    }
    return events;
}

void readLength(Database& database, TextBudget& budget, HeaderReader& reader, run::RunHeader& header) {
    reader.column("total_steps", [&](Row& row) { header.totalSteps = row.count(); });
    run::applyExtensions(header, readExtensions(database, budget));
}

}  // namespace

run::RunConfig readConfigFile(const RunFolder& folder) {
    return run::configFromText(readFile(folder.config(), run::largestConfig, Links::refuse),
                               folder.config().string());
}

std::optional<run::RunConfig> readConfig(Database& database, const RunFolder& folder, TextBudget& budget,
                                         std::vector<Text>& problems) {
    std::optional<run::RunConfig> config;
    const auto read = [&](Row& row) { config = run::configFromText(row.text(), "run.db"); };
    if (HeaderReader(database, budget, problems).column("config", read)) return config;
    try {
        config = readConfigFile(folder);
        problems.push_back(Text::of("config of the run: taken from config.json instead"));
    } catch (const Error& error) {
        problems.push_back(Text::of("config of the run: not in config.json either: {}", error.problem()));
    }
    return config;
}

std::optional<std::int64_t> readStart(Database& database, TextBudget& budget, std::vector<Text>& problems) {
    std::optional<run::Provenance> provenance;
    const auto read = [&](Row& row) {
        provenance = run::provenanceFromJson(run::jsonFromText(row.text(), "provenance"));
    };
    HeaderReader(database, budget, problems).column("provenance", read);
    if (!provenance || provenance->startedMs == 0) return std::nullopt;
    return provenance->startedMs;
}

run::NetworkDescription readNetwork(Database& database, TextBudget& budget) {
    run::NetworkDescription network;
    readColumn(database, "network", budget,
               [&](Row& row) { network = run::networkFromJson(run::jsonFromText(row.text(), "network")); });
    return network;
}

RunLineage readLineage(Database& database, const run::RunConfig& config, TextBudget& budget,
                       std::vector<Text>& problems) {
    HeaderReader reader(database, budget, problems);
    run::RunHeader header;
    header.config.epochs = config.epochs;
    readLength(database, budget, reader, header);
    return {.epochs = header.config.epochs, .parent = readParentColumn(database, reader)};
}

std::string readRunIdentity(Database& database) {
    if (database.integer("PRAGMA user_version") < firstChainedSchema) return {};
    Statement statement(database, fmt::format("SELECT hash FROM {} NOT INDEXED WHERE id = 1", chainTable));
    if (!statement.step() || statement.text(0).size() != blake2bDigits) return {};
    return std::string(statement.text(0));
}

run::RunHeader readHeader(Database& database, const RunFolder& folder, TextBudget& budget,
                          std::vector<Text>& problems) {
    run::RunHeader header;
    HeaderReader reader(database, budget, problems);
    if (auto config = readConfig(database, folder, budget, problems)) header.config = std::move(*config);
    reader.json("provenance", &run::provenanceFromJson, header.provenance);
    reader.json("dataset", &run::datasetFromJson, header.dataset);
    reader.json("network", &run::networkFromJson, header.network);
    reader.json("schedule", &run::scheduleFromJson, header.schedule);
    readLength(database, budget, reader, header);
    header.parent = readParentColumn(database, reader);
    header.measures = readMeasures(database, header.config.method, reader);
    return header;
}

}  // namespace prunescope::store
