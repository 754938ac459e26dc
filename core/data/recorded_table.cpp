#include "data/recorded_table.h"

#include "data/arff_reader.h"
#include "data/table_columns.h"
#include "data/table_number.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <optional>
#include <utility>

namespace prunescope::data {
namespace {

using run::ColumnDescription;
using run::ColumnKind;

bool isInput(const ColumnDescription& column) {
    return column.kind == ColumnKind::numeric || column.kind == ColumnKind::categorical;
}

/// By recorded column: where it stands in a file; nothing of one that is no input.
using Places = std::vector<std::optional<std::size_t>>;

/// Nothing where a column that is an input is not named there, or named twice.
std::optional<Places> placesByName(const std::vector<ColumnDescription>& columns,
                                   const std::vector<std::string>& names) {
    Places places(columns.size());
    for (std::size_t c = 0; c < columns.size(); ++c) {
        if (!isInput(columns[c])) continue;
        if (std::count(names.begin(), names.end(), columns[c].name) != 1) return std::nullopt;
        places[c] =
            static_cast<std::size_t>(std::find(names.begin(), names.end(), columns[c].name) - names.begin());
    }
    return places;
}

/// As the training file has them; nothing where a file has neither all of them nor all but the label.
std::optional<Places> placesByOrder(const std::vector<ColumnDescription>& columns, std::size_t there) {
    const bool withLabel = there == columns.size();
    if (!withLabel && there + 1 != columns.size()) return std::nullopt;
    Places places(columns.size());
    std::size_t place = 0;
    for (std::size_t c = 0; c < columns.size(); ++c) {
        if (columns[c].kind == ColumnKind::label && !withLabel) continue;
        if (isInput(columns[c])) places[c] = place;
        ++place;
    }
    return places;
}

Error noSuchColumns(const TableText& text, const std::vector<ColumnDescription>& columns) {
    const std::vector<std::string>& names = text.columns();
    const auto wanted = std::find_if(columns.begin(), columns.end(), [&](const ColumnDescription& column) {
        return isInput(column) && std::count(names.begin(), names.end(), column.name) != 1;
    });
    if (wanted == columns.end() || names.front().empty()) {
        return {text.name(),
                Text::of("expected the {} columns that the network was trained on, or all but the label, "
                         "found {}",
                         columns.size(), names.size()),
                Text::of("Give the file the columns of the training file, or a header with their names.")};
    }
    return text.fault(text.begin(),
                      Text::of("expected the column {} once, found it {} times", quotedText(wanted->name),
                               std::count(names.begin(), names.end(), wanted->name)),
                      Text::of("Give the file a header with the names of the training file."));
}

/// A training file without a header has given its columns names of this form.
bool hasOwnNames(const std::vector<ColumnDescription>& columns) {
    for (std::size_t c = 0; c < columns.size(); ++c)
        if (columns[c].name != fmt::format("column {}", c + 1)) return true;
    return false;
}

Places placesIn(const TableText& text, const std::vector<ColumnDescription>& columns) {
    const std::vector<std::string>& names = text.columns();
    if (auto places = placesByName(columns, names)) return *std::move(places);
    const bool named = hasOwnNames(columns) && !names.empty() && !names.front().empty();
    auto places = named ? std::nullopt : placesByOrder(columns, names.size());
    if (!places) throw noSuchColumns(text, columns);
    return *std::move(places);
}

std::vector<ColumnTask> tasksOf(const std::vector<ColumnDescription>& columns, const Places& places,
                                std::size_t there) {
    std::vector<ColumnTask> tasks(there, ColumnTask::skip);
    for (std::size_t c = 0; c < columns.size(); ++c) {
        if (!places[c]) continue;
        tasks[*places[c]] = columns[c].kind == ColumnKind::numeric ? ColumnTask::number : ColumnTask::text;
    }
    return tasks;
}

/// A single record tells not whether it is a header: it is one when it names a column.
TextOptions withHeaderKnown(const TableText& text, TextOptions options,
                            const std::vector<ColumnDescription>& columns) {
    if (options.header) return options;
    TextOptions asHeader = options;
    asHeader.header = true;
    const std::vector<std::string> names = layoutOf(text, asHeader).names;
    options.header = std::any_of(columns.begin(), columns.end(), [&](const ColumnDescription& column) {
        return isInput(column) && std::find(names.begin(), names.end(), column.name) != names.end();
    });
    return options;
}

Error damagedColumns(const std::string& file, const ColumnDescription& column) {
    return {file, Text::of("the record of the column {} is no table's", quotedText(column.name)),
            Text::of("The record was damaged, or another program wrote it.")};
}

/// What stands for a missing value; NaN where the record has nothing.
float fillOf(const ColumnDescription& column, const Categories& categories, const std::string& file) {
    if (column.filledWith.empty()) return NAN;
    if (column.kind == ColumnKind::numeric) {
        const double value = decimalNumber(column.filledWith, '.');
        if (!std::isfinite(value)) throw damagedColumns(file, column);
        return static_cast<float>(value);
    }
    const Categories::Code code = categories.find(column.filledWith);
    if (code == Categories::unknown) throw damagedColumns(file, column);
    return static_cast<float>(code);
}

std::vector<ColumnCode> codesOf(const std::vector<ColumnDescription>& columns, const Places& places,
                                const std::string& file) {
    std::vector<ColumnCode> codes;
    std::size_t input = 0;
    for (std::size_t c = 0; c < columns.size(); ++c) {
        if (!places[c]) continue;
        ColumnCode code{.column = *places[c], .input = input};
        for (const std::string& name : columns[c].categories) code.categories.codeOf(name);
        const bool categorical = columns[c].kind == ColumnKind::categorical;
        if (categorical == code.numeric() || code.categories.size() != columns[c].categories.size())
            throw damagedColumns(file, columns[c]);
        code.fill = fillOf(columns[c], code.categories, file);
        input += code.inputs();
        codes.push_back(std::move(code));
    }
    return codes;
}

/// The column of the first value that is missing and that nothing stands for.
const ColumnCode* gapIn(const std::vector<ColumnCode>& codes, const float* cells) {
    const auto found = std::find_if(codes.begin(), codes.end(), [&](const ColumnCode& code) {
        return std::isnan(cells[code.column]) && std::isnan(code.fill);
    });
    return found == codes.end() ? nullptr : &*found;
}

}  // namespace

RecordedRows readRecordedRows(TableText text, const std::vector<ColumnDescription>& columns,
                              const TextOptions& options) {
    Places places;
    const ChooseTasks choose = [&](const TableText& named) {
        places = placesIn(named, columns);
        return tasksOf(columns, places, named.columns().size());
    };
    const bool arff = looksLikeArff(text);
    const TextOptions known = arff ? options : withHeaderKnown(text, options, columns);
    const ReadTable read =
        arff ? readArffTable(std::move(text), choose) : readTextTable(std::move(text), known, choose);
    const Table& table = read.table;
    const std::string& file = table.text.name();
    const TableCode code(codesOf(columns, places, file));
    RecordedRows rows;
    std::vector<RowUse> uses(table.rows(), RowUse::test);
    forEachRow(table, [&](std::size_t row, const float* cells) {
        const auto number = static_cast<std::int64_t>(row) + 1;
        const ColumnCode* gap = gapIn(code.columns(), cells);
        if (gap == nullptr) return rows.numbers.push_back(number);
        uses[row] = RowUse::dropped;
        rows.gaps.push_back({number, Text::of("{}: no value, and the record has none to fill in",
                                              columnText(table.text.columns()[gap->column], gap->column))});
    });
    expectMemory(file, sizeof(float) * rows.numbers.size() * code.inputs());
    rows.values = code.encode(table, uses, RowUse::test);
    return rows;
}

}  // namespace prunescope::data
