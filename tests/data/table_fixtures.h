#pragma once

#include "data/arff_reader.h"
#include "data/table_options.h"
#include "run/description.h"

#include <nlohmann/json.hpp>

#include <string>

namespace prunescope::test {

/// The options of a table, the defaults of all that are not given.
inline data::TableOptions tableOptions(const nlohmann::json& given) {
    return data::tableOptionsFrom(run::completedOptions(
        {.name = "table", .title = "", .summary = "", .options = data::tableOptionDescriptions()},
        {.prefix = "data", .field = "data_options"}, given));
}

/// Numbers wherever there are some, texts elsewhere.
inline data::ReadTable readText(const std::string& bytes, const data::TextOptions& options = {}) {
    return data::readTextTable({"t.csv", bytes}, options, [](const data::TableText& text) {
        return std::vector<data::ColumnTask>(text.columns().size(), data::ColumnTask::guess);
    });
}

/// The same, and the last column as the classes.
inline data::ReadTable readLabelled(const std::string& bytes) {
    return data::readTextTable({"t.csv", bytes}, {}, [](const data::TableText& text) {
        std::vector<data::ColumnTask> tasks(text.columns().size(), data::ColumnTask::guess);
        tasks.back() = data::ColumnTask::text;
        return tasks;
    });
}

}  // namespace prunescope::test
