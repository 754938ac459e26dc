#include "store/header_reader.h"

#include "base/file.h"
#include "run/config_io.h"
#include "run/record_json.h"
#include "store/tables.h"

#include <fmt/format.h>

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

run::RunHeader readHeader(Database& database, const RunFolder& folder, TextBudget& budget,
                          std::vector<Text>& problems) {
    run::RunHeader header;
    HeaderReader reader(database, budget, problems);
    if (auto config = readConfig(database, folder, budget, problems)) header.config = std::move(*config);
    reader.json("provenance", &run::provenanceFromJson, header.provenance);
    reader.json("dataset", &run::datasetFromJson, header.dataset);
    reader.json("network", &run::networkFromJson, header.network);
    reader.json("schedule", &run::scheduleFromJson, header.schedule);
    reader.column("total_steps", [&](Row& row) { header.totalSteps = row.count(); });
    header.measures = readMeasures(database, header.config.method, reader);
    return header;
}

}  // namespace prunescope::store
