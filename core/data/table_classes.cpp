#include "data/table_classes.h"

#include "data/table_number.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace prunescope::data {
namespace {

Text chooseLabel() {
    return Text::of("Choose another label column (data.label).");
}

Categories::Code codeIn(float cell) {
    return static_cast<Categories::Code>(cell);
}

/// Those that the rows in use have, rising.
std::vector<Categories::Code> codesInUse(const Table& table, std::size_t column,
                                         const std::vector<RowUse>& uses) {
    std::vector<bool> used(table.columns[column].categories.size());
    forEachRow(table, [&](std::size_t row, const float* cells) {
        if (uses[row] != RowUse::dropped) used[codeIn(cells[column])] = true;
    });
    std::vector<Categories::Code> codes;
    for (std::size_t code = 0; code < used.size(); ++code) {
        if (used[code]) codes.push_back(static_cast<Categories::Code>(code));
    }
    return codes;
}

}  // namespace

TableClasses::TableClasses(const ReadTable& read, std::size_t label, const std::vector<RowUse>& uses)
    : label_(label) {
    const Table& table = read.table;
    const TableColumn& column = table.columns[label];
    const auto codes = codesInUse(table, label, uses);
    const bool declared = column.task == ColumnTask::listed;
    const auto values = declared ? std::nullopt : valuesOf(column.categories, codes, read.decimalSign);
    if (values) {
        nameNumbers(column.categories, codes, *values);
    } else {
        nameTexts(column.categories, codes, declared);
    }
    const auto rows =
        std::count_if(uses.begin(), uses.end(), [](RowUse use) { return use != RowUse::dropped; });
    if (names_.size() < 2) {
        throw columnFault(table, label,
                          Text::of("one class only, {}: nothing can be learned", quotedText(names_.front())),
                          chooseLabel());
    }
    if (names_.size() == static_cast<std::size_t>(rows)) {
        throw columnFault(table, label, Text::of("a class of its own for each of the {} rows", rows),
                          Text::of("Choose another label column (data.label), or predict its numbers "
                                   "(data.target: number)."));
    }
}

void TableClasses::nameNumbers(const Categories& categories, const std::vector<Categories::Code>& codes,
                               const std::vector<double>& values) {
    std::map<double, std::string> shortest;
    for (std::size_t i = 0; i < codes.size(); ++i) {
        const std::string& name = categories.name(codes[i]);
        std::string& known = shortest[values[i]];
        if (known.empty() || std::pair(name.size(), name) < std::pair(known.size(), known)) known = name;
    }
    for (const auto& [value, name] : shortest) {
        numbers_[value] = static_cast<Label>(names_.size());
        names_.push_back(name);
    }
}

void TableClasses::nameTexts(const Categories& categories, std::vector<Categories::Code> codes,
                             bool declared) {
    if (!declared) {
        std::sort(codes.begin(), codes.end(),
                  [&](auto a, auto b) { return categories.name(a) < categories.name(b); });
    }
    for (const Categories::Code code : codes) {
        texts_[categories.name(code)] = static_cast<Label>(names_.size());
        names_.push_back(categories.name(code));
    }
}

std::optional<Label> TableClasses::find(const std::string& text, char decimalSign) const {
    if (const auto known = texts_.find(text); known != texts_.end()) return known->second;
    const double value = decimalNumber(withoutBlanks(text), decimalSign);
    const auto known = std::isfinite(value) ? numbers_.find(value) : numbers_.end();
    return known == numbers_.end() ? std::nullopt : std::optional(known->second);
}

std::vector<Label> TableClasses::labelsOf(const ReadTable& read, const std::vector<RowUse>& uses,
                                          RowUse use) const {
    const Table& table = read.table;
    const Categories& categories = table.columns[label_].categories;
    std::vector<std::optional<Label>> ofCode;
    for (Categories::Code code = 0; code < categories.size(); ++code)
        ofCode.push_back(find(categories.name(code), read.decimalSign));
    std::vector<Label> labels;
    forEachRow(table, [&](std::size_t row, const float* cells) {
        if (uses[row] != use) return;
        const Categories::Code code = codeIn(cells[label_]);
        if (!ofCode[code]) {
            throw table.text.fault(beginOfRow(table, row), label_,
                                   Text::of("expected a class that the training rows have, found {}",
                                            quotedText(categories.name(code))),
                                   Text::of("Mend the class, or take the row out of the test file."));
        }
        labels.push_back(*ofCode[code]);
    });
    return labels;
}

}  // namespace prunescope::data
