#include "data/table_columns.h"

#include "parallel/parallel_for.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <numeric>
#include <utility>

namespace prunescope::data {
namespace {

using Counts = std::vector<std::int64_t>;

Text leaveColumnOut() {
    return Text::of("Leave the column out (data.leave_out).");
}

/// What the training rows have in each column.
struct Tally {
    std::int64_t rows = 0;
    std::vector<double> sums;    ///< by column, of numbers
    Counts present;              ///< by column
    std::vector<Counts> byCode;  ///< by column, of categories
};

Tally tallyOf(const Table& table, const std::vector<ColumnTask>& tasks, const std::vector<RowUse>& uses) {
    const std::size_t columns = table.columns.size();
    Tally tally{.sums = std::vector<double>(columns),
                .present = Counts(columns),
                .byCode = std::vector<Counts>(columns)};
    for (std::size_t c = 0; c < columns; ++c) tally.byCode[c].resize(table.columns[c].categories.size());
    forEachRow(table, [&](std::size_t row, const float* cells) {
        if (uses[row] != RowUse::training) return;
        ++tally.rows;
        for (std::size_t c = 0; c < columns; ++c) {
            if (std::isnan(cells[c])) continue;
            ++tally.present[c];
            if (tasks[c] == ColumnTask::number) tally.sums[c] += static_cast<double>(cells[c]);
            if (!tally.byCode[c].empty()) ++tally.byCode[c][static_cast<std::size_t>(cells[c])];
        }
    });
    return tally;
}

/// Learns the code of single columns.
class ColumnLearner {
public:
    ColumnLearner(const ReadTable& read, const Tally& tally)
        : read_(read), table_(read.table), tally_(tally) {}

    ColumnCode learn(std::size_t column, std::size_t input) const {
        if (tally_.present[column] == 0) {
            throw columnFault(table_, column, Text::of("no value in any row to train on"), leaveColumnOut());
        }
        ColumnCode code{.column = column, .input = input};
        if (table_.columns[column].task == ColumnTask::number) {
            code.fill = static_cast<float>(tally_.sums[column] / static_cast<double>(tally_.present[column]));
        } else {
            learnCategories(code);
        }
        return code;
    }

private:
    void learnCategories(ColumnCode& code) const {
        const Counts& counts = tally_.byCode[code.column];
        const Categories& categories = table_.columns[code.column].categories;
        const auto codes = codesToLearn(code.column);
        expectCategories(code.column, codes);
        for (const Categories::Code c : codes) code.categories.codeOf(categories.name(c));
        const auto mostFrequent = std::max_element(codes.begin(), codes.end(),
                                                   [&](auto a, auto b) { return counts[a] < counts[b]; });
        code.fill = static_cast<float>(mostFrequent - codes.begin());
    }

    /// Those that the training rows have, in the order of their inputs.
    std::vector<Categories::Code> codesToLearn(std::size_t column) const {
        const Categories& categories = table_.columns[column].categories;
        std::vector<Categories::Code> codes;
        for (Categories::Code c = 0; c < categories.size(); ++c) {
            if (tally_.byCode[column][c] > 0) codes.push_back(c);
        }
        if (table_.columns[column].task == ColumnTask::listed) return codes;
        std::sort(codes.begin(), codes.end(),
                  [&](auto a, auto b) { return categories.name(a) < categories.name(b); });
        return codes;
    }

    void expectCategories(std::size_t column, const std::vector<Categories::Code>& codes) const {
        if (codes.size() > mostCategories) {
            throw columnFault(
                table_, column,
                Text::of("{} categories, more than the {} that are allowed", codes.size(), mostCategories),
                leaveColumnOut());
        }
        if (static_cast<std::int64_t>(codes.size()) == tally_.rows) {
            throw columnFault(table_, column,
                              Text::of("another category in each of the {} rows to train on", codes.size()),
                              leaveColumnOut());
        }
        const bool text = table_.columns[column].task == ColumnTask::text;
        if (text && valuesOf(table_.columns[column].categories, codes, read_.decimalSign)) {
            throw columnFault(table_, column, Text::of("nothing but numbers in the rows to train on"),
                              Text::of("Mend the value, or leave the column out (data.leave_out)."));
        }
    }

    const ReadTable& read_;
    const Table& table_;
    const Tally& tally_;
};

/// The input of each of a table's categories, counted from the first of the column.
std::vector<std::size_t> inputsOfCodes(const Categories& known, const Categories& categories) {
    std::vector<std::size_t> inputs;
    for (Categories::Code code = 0; code < categories.size(); ++code)
        inputs.push_back(std::min<std::size_t>(known.find(categories.name(code)), known.size()));
    return inputs;
}

/// Of a column that is no input.
run::ColumnKind kindOf(std::size_t column, const ColumnRoles& roles) {
    if (column == roles.group) return run::ColumnKind::group;
    if (column != roles.label) return run::ColumnKind::leftOut;
    return roles.numericLabel ? run::ColumnKind::target : run::ColumnKind::label;
}

std::string filledText(const ColumnCode& code) {
    if (code.numeric()) return fmt::format("{}", code.fill);
    return code.categories.name(static_cast<Categories::Code>(code.fill));
}

}  // namespace

TableCode::TableCode(const ReadTable& read, const ColumnRoles& roles, const std::vector<RowUse>& uses) {
    const Table& table = read.table;
    for (const TableColumn& column : table.columns) tasks_.push_back(column.task);
    const Tally tally = tallyOf(table, tasks_, uses);
    const ColumnLearner learner(read, tally);
    for (std::size_t column = 0; column < table.columns.size(); ++column) {
        if (tasks_[column] == ColumnTask::listed) tasks_[column] = ColumnTask::text;
        if (!roles.isInput(column)) continue;
        columns_.push_back(learner.learn(column, inputs_));
        inputs_ += columns_.back().inputs();
        if (inputs_ <= mostTableColumns) continue;
        throw columnFault(
            table, column,
            Text::of("categories that make more than {} inputs, with those of the columns before",
                     mostTableColumns),
            Text::of("Leave out columns with many categories (data.leave_out)."));
    }
}

TableCode::TableCode(std::vector<ColumnCode> columns) : columns_(std::move(columns)) {
    for (const ColumnCode& code : columns_) inputs_ += code.inputs();
}

std::vector<float> TableCode::encode(const Table& table, const std::vector<RowUse>& uses, RowUse use) const {
    InputsOfCodes inputs;
    for (const ColumnCode& code : columns_)
        inputs.push_back(inputsOfCodes(code.categories, table.columns[code.column].categories));
    std::vector<std::size_t> firstRows{0};
    std::vector<std::size_t> firstEncoded{0};
    for (const RowBlock& block : table.blocks) {
        const auto from = uses.begin() + static_cast<std::ptrdiff_t>(firstRows.back());
        const auto rows = static_cast<std::ptrdiff_t>(block.begins.size());
        firstRows.push_back(firstRows.back() + block.begins.size());
        firstEncoded.push_back(firstEncoded.back() +
                               static_cast<std::size_t>(std::count(from, from + rows, use)));
    }
    std::vector<float> values(firstEncoded.back() * inputs_);
    parallel::parallelFor(static_cast<std::int64_t>(table.blocks.size()), [&](std::int64_t b) {
        const auto block = static_cast<std::size_t>(b);
        float* to = values.data() + firstEncoded[block] * inputs_;
        const float* cells = table.blocks[block].cells.data();
        for (std::size_t row = firstRows[block]; row < firstRows[block + 1];
             ++row, cells += table.columns.size()) {
            if (uses[row] == use) to = encodeRow(cells, inputs, to);
        }
    });
    return values;
}

float* TableCode::encodeRow(const float* cells, const InputsOfCodes& inputs, float* to) const {
    for (std::size_t i = 0; i < columns_.size(); ++i) {
        const ColumnCode& code = columns_[i];
        const float cell = cells[code.column];
        const bool missing = std::isnan(cell);
        if (code.numeric()) {
            to[code.input] = missing ? code.fill : cell;
        } else {
            const auto category = static_cast<std::size_t>(missing ? code.fill : cell);
            to[code.input + (missing ? category : inputs[i][category])] = 1;
        }
    }
    return to + inputs_;
}

std::vector<run::ColumnDescription> describeColumns(const Table& table, const ColumnRoles& roles,
                                                    const TableCode& code,
                                                    const std::vector<std::int64_t>& missing) {
    std::vector<run::ColumnDescription> columns;
    for (std::size_t c = 0; c < table.columns.size(); ++c) {
        const std::string& name = table.text.columns()[c];
        run::ColumnDescription column{.name = name.empty() ? fmt::format("column {}", c + 1) : name,
                                      .kind = kindOf(c, roles),
                                      .missing = missing[c]};
        if (missing[c] > 0 && c != roles.group) column.onMissing = missingRuleName(roles.missing[c]);
        columns.push_back(std::move(column));
    }
    for (const ColumnCode& known : code.columns()) {
        run::ColumnDescription& column = columns[known.column];
        column.kind = known.numeric() ? run::ColumnKind::numeric : run::ColumnKind::categorical;
        for (Categories::Code c = 0; c < known.categories.size(); ++c)
            column.categories.push_back(known.categories.name(c));
        if (column.onMissing == missingRuleName(MissingRule::fill)) column.filledWith = filledText(known);
    }
    return columns;
}

}  // namespace prunescope::data
