#pragma once

#include "store/example_run.h"

#include <fmt/format.h>
#include <sqlite3.h>

#include <cstdint>
#include <filesystem>
#include <memory>
#include <random>
#include <stdexcept>
#include <string>
#include <vector>

/// What somebody could do to the database of a run so that it says something else: at places that a seed
/// draws.
namespace prunescope::test {

class Tampering {
public:
    Tampering(const std::filesystem::path& database, std::uint64_t seed) : draw_(seed) {
        sqlite3_open(database.c_str(), &handle_);
        run("PRAGMA synchronous = OFF; PRAGMA journal_mode = MEMORY");
    }
    Tampering(const Tampering&) = delete;
    Tampering& operator=(const Tampering&) = delete;
    ~Tampering() { sqlite3_close(handle_); }

    /// Changes, removes, inserts or exchanges rows, or cuts the end of one table off. Returns what it did.
    std::string once() {
        // Most often the small tables: each of their rows says much.
        const std::string table =
            pick({"run_header", "samples", "layer_statistics", "mask_updates", "evaluations", "events",
                  "image_answers", "saved_files", "outcomes", "chain", "events", "evaluations", "chain"});
        const std::int64_t rows = number("SELECT count(*) FROM " + table);
        if (rows == 0) return once();
        const std::int64_t row = 1 + below(rows);
        switch (below(5)) {
            case 0:
                if (table != "run_header")
                    return run(fmt::format("DELETE FROM {} WHERE id = {}", table, row));
                break;
            case 1:
                if (table != "run_header") return insertBehind(table, row);
                break;
            case 2:
                if (rows > 1 && row < rows && differ(table, row, row + 1)) return exchange(table, row);
                break;
            case 3:
                if (table != "run_header")
                    return run(fmt::format("DELETE FROM {} WHERE id >= {}", table, row));
                break;
            default:
                break;
        }
        return changeCell(table, row);
    }

private:
    std::int64_t below(std::int64_t count) {
        return static_cast<std::int64_t>(draw_() % static_cast<std::uint64_t>(count));
    }
    std::string pick(const std::vector<std::string>& from) {
        return from[static_cast<std::size_t>(below(static_cast<std::int64_t>(from.size())))];
    }
    std::string run(const std::string& sql) {
        char* message = nullptr;
        sqlite3_exec(handle_, sql.c_str(), nullptr, nullptr, &message);
        const std::string problem = message == nullptr ? "" : message;
        sqlite3_free(message);
        if (!problem.empty()) throw std::runtime_error(sql + ": " + problem);
        return sql;
    }
    std::string value(const std::string& sql) {
        sqlite3_stmt* statement = nullptr;
        sqlite3_prepare_v2(handle_, sql.c_str(), -1, &statement, nullptr);
        std::string text;
        if (sqlite3_step(statement) == SQLITE_ROW && sqlite3_column_text(statement, 0) != nullptr)
            text = reinterpret_cast<const char*>(sqlite3_column_text(statement, 0));
        sqlite3_finalize(statement);
        return text;
    }
    std::int64_t number(const std::string& sql) { return std::stoll(value(sql)); }

    /// Without the id.
    std::vector<std::string> columnsOf(const std::string& table) {
        std::vector<std::string> columns;
        const std::int64_t count = number(fmt::format("SELECT count(*) FROM pragma_table_info('{}')", table));
        for (std::int64_t c = 1; c < count; ++c)
            columns.push_back(
                value(fmt::format("SELECT name FROM pragma_table_info('{}') WHERE cid = {}", table, c)));
        return columns;
    }
    /// Names with commas between them, each in quotes: some are words of SQL.
    std::string listOf(const std::string& table, const std::string& prefix = "") {
        std::string list;
        for (const std::string& column : columnsOf(table))
            list += fmt::format("{}{}\"{}\"", list.empty() ? "" : ", ", prefix, column);
        return list;
    }
    bool differ(const std::string& table, std::int64_t one, std::int64_t other) {
        return value(fmt::format("SELECT ({}) IS NOT ({}) FROM {} a, {} b WHERE a.id = {} AND b.id = {}",
                                 listOf(table, "a."), listOf(table, "b."), table, table, one, other)) == "1";
    }
    /// A copy of the row behind it; those that follow make room.
    std::string insertBehind(const std::string& table, std::int64_t row) {
        run(fmt::format("UPDATE {} SET id = -id - 1 WHERE id > {}", table, row));
        run(fmt::format("UPDATE {} SET id = -id WHERE id < 0", table));
        return run(fmt::format("INSERT INTO {0} (id, {1}) SELECT id + 1, {1} FROM {0} WHERE id = {2}", table,
                               listOf(table), row));
    }
    std::string exchange(const std::string& table, std::int64_t row) {
        run(fmt::format("UPDATE {} SET id = -1 WHERE id = {}", table, row));
        run(fmt::format("UPDATE {} SET id = {} WHERE id = {}", table, row, row + 1));
        return run(fmt::format("UPDATE {} SET id = {} WHERE id = -1", table, row + 1));
    }
    std::string changeCell(const std::string& table, std::int64_t row) {
        const std::string column = pick(columnsOf(table));
        const auto of = [&](const char* expression) {
            return value(fmt::format("SELECT {} FROM {} WHERE id = {}",
                                     fmt::format(fmt::runtime(expression), column), table, row));
        };
        std::string changed;
        const std::string type = of("typeof(\"{}\")");
        if (type == "text") {
            const std::int64_t length = std::stoll(of("length(\"{}\")"));
            const std::int64_t at = below(length + 1);
            const char letter = static_cast<char>('!' + 2 + below(80));
            changed = fmt::format("substr(\"{0}\", 1, {1}) || {2} || substr(\"{0}\", {3})", column, at,
                                  letter == '\'' ? "'a'" : fmt::format("'{}'", letter), at + 1 + below(2));
            // The letter may be the one that it takes the place of.
            if (of((changed + " = \"{}\"").c_str()) == "1") changed = fmt::format("\"{}\" || 'x'", column);
        } else if (type == "null") {
            changed = "0.5";
        } else {
            changed = fmt::format("CASE \"{0}\" + 1 WHEN \"{0}\" THEN 0 ELSE \"{0}\" + 1 END", column);
        }
        return run(fmt::format("UPDATE {} SET \"{}\" = {} WHERE id = {}", table, column, changed, row));
    }

    std::mt19937_64 draw_;
    sqlite3* handle_ = nullptr;
};

}  // namespace prunescope::test
