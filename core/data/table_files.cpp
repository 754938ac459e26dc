#include "data/table_files.h"

#include "base/error.h"
#include "base/path_text.h"
#include "data/table_text.h"

#include <fmt/ranges.h>

#include <algorithm>
#include <array>
#include <system_error>
#include <vector>

namespace prunescope::data {
namespace {

namespace fs = std::filesystem;

std::string inLowerCase(std::string text) {
    std::transform(text.begin(), text.end(), text.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
    return text;
}

bool isTableName(const fs::path& file) {
    static const std::array<std::string, 4> endings{".csv", ".tsv", ".tab", ".arff"};
    return std::find(endings.begin(), endings.end(), inLowerCase(file.extension().string())) != endings.end();
}

/// In the order of their names.
std::vector<fs::path> tablesIn(const fs::path& folder) {
    constexpr std::size_t mostTables = 1000;
    std::vector<fs::path> tables;
    std::error_code code;
    for (fs::directory_iterator entry(folder, code), end; !code && entry != end && tables.size() < mostTables;
         entry.increment(code)) {
        std::error_code ignored;
        if (isTableName(entry->path()) && !entry->is_directory(ignored)) tables.push_back(entry->path());
    }
    if (code)
        throw Error(folder.string(), Text::of("the folder cannot be read: {}", code.message()),
                    Text::of("Check its permissions."));
    std::sort(tables.begin(), tables.end());
    return tables;
}

/// Nothing where there is none, and where there are several: which is meant is not guessed.
std::vector<fs::path> named(const std::vector<fs::path>& tables, const std::string& stem) {
    std::vector<fs::path> found;
    for (const fs::path& table : tables) {
        if (inLowerCase(table.stem().string()) == stem) found.push_back(table);
    }
    return found;
}

Error severalTables(const fs::path& folder, const std::vector<fs::path>& tables) {
    constexpr std::size_t mostNames = 8;
    std::vector<std::string> names;
    for (std::size_t i = 0; i < std::min(tables.size(), mostNames); ++i)
        names.push_back(printableName(tables[i].filename().string()));
    if (tables.size() > mostNames) names.emplace_back("…");
    return {folder.string(),
            Text::of("expected one table, or train.csv and test.csv, found {}", fmt::join(names, ", ")),
            Text::of("Name the file instead of its folder (data_dir, --data-dir FILE), and the one to test "
                     "on as data.test_file.")};
}

TableFiles filesIn(const fs::path& folder, const Text& hint) {
    const std::vector<fs::path> tables = tablesIn(folder);
    const std::vector<fs::path> training = named(tables, "train");
    const std::vector<fs::path> test = named(tables, "test");
    if (training.size() > 1 || test.size() > 1) throw severalTables(folder, tables);
    if (training.size() == 1) {
        TableFiles files{.training = training.front()};
        if (!test.empty()) files.test = test.front();
        return files;
    }
    if (tables.size() == 1) return {.training = tables.front()};
    if (!tables.empty()) throw severalTables(folder, tables);
    throw Error(folder.string(), Text::of("expected a table (.csv, .tsv, .tab or .arff), found none"), hint);
}

}  // namespace

TableFiles findTableFiles(const fs::path& place, const std::string& testFile, const Text& hint) {
    std::error_code ignored;
    TableFiles files =
        fs::is_directory(place, ignored) ? filesIn(place, hint) : TableFiles{.training = place};
    if (!testFile.empty()) files.test = files.training.parent_path() / testFile;
    return files;
}

}  // namespace prunescope::data
